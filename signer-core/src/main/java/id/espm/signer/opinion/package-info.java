/**
 * The second judge (ADR-0012): the EU's DSS, whose reading of ETSI EN 319 102-1 the verification service of BSrE shares. What it
 * says of a signature is translated here, and its reports are handed on; nothing of DSS leaves the package.
 */
@NullMarked
package id.espm.signer.opinion;

import org.jspecify.annotations.NullMarked;
