/**
 * Everything around the Signer, played on loopback. This package joins the parts: it may import every package below it,
 * and none of them imports it.
 */
@NullMarked
package id.espm.sandbox;

import org.jspecify.annotations.NullMarked;
