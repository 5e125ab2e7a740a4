/** What a bundle must stand before eSPM accepts it, one rule a class. */
@NullMarked
package id.espm.sandbox.espm.check;

import org.jspecify.annotations.NullMarked;
