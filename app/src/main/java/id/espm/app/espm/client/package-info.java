/** The calls of {@code docs/api/espm.yaml}: a session at eSPM, and the upload by tus 1.0.0. */
@NullMarked
package id.espm.app.espm.client;

import org.jspecify.annotations.NullMarked;
