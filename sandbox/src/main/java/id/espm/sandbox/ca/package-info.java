/**
 * The practice certification authority: a root, a BSrE-like intermediate below it, the certificates they issue and the
 * register of what was issued and revoked. Nothing here is a secret worth keeping: every subject says LATIHAN.
 */
@NullMarked
package id.espm.sandbox.ca;

import org.jspecify.annotations.NullMarked;
