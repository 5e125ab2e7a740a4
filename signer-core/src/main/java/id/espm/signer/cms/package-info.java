/** CMS signatures with CAdES attributes (RFC 5652, ETSI EN 319 122-1). The only package that touches Bouncy Castle's CMS. */
@NullMarked
package id.espm.signer.cms;

import org.jspecify.annotations.NullMarked;
