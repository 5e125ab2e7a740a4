/** The window: one flow on one screen, from the certificate to eSPM. A View binds, a ViewModel decides and knows no nodes. */
@NullMarked
package id.espm.app.gui;

import org.jspecify.annotations.NullMarked;
