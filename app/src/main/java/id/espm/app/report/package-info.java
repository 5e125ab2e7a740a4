/** What verification found, as rows of label and value and as reports in files, for both faces. */
@NullMarked
package id.espm.app.report;

import org.jspecify.annotations.NullMarked;
