/** What a signed bundle says that eSPM has to be told, and when KPPN receives it. */
@NullMarked
package id.espm.app.delivery;

import org.jspecify.annotations.NullMarked;
