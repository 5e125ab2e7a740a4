/**
 * Looks over everything that signing and sending depend on, and packs what a helper needs to know into a file.
 */
@NullMarked
package id.espm.app.doctor;

import org.jspecify.annotations.NullMarked;
