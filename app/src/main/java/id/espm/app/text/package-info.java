/** Words for people, Indonesian first: every problem, finding and date, for both faces. */
@NullMarked
package id.espm.app.text;

import org.jspecify.annotations.NullMarked;
