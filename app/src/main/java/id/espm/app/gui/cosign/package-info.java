/** Adding one more official's signature to a signed bundle, as the LPJ needs. */
@NullMarked
package id.espm.app.gui.cosign;

import org.jspecify.annotations.NullMarked;
