/** Pages of PDFs as pictures, without a screen. */
@NullMarked
package id.espm.app.drawing;

import org.jspecify.annotations.NullMarked;
