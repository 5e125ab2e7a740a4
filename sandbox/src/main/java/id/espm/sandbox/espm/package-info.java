/** eSPM on loopback, as {@code docs/api/espm.yaml} describes it: the server and its settings. */
@NullMarked
package id.espm.sandbox.espm;

import org.jspecify.annotations.NullMarked;
