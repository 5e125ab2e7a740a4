/** Step 1: the official's certificate and its passphrase. */
@NullMarked
package id.espm.app.gui.certificate;

import org.jspecify.annotations.NullMarked;
