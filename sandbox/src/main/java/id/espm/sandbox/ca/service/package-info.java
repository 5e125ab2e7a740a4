/** What the practice CA answers when asked: OCSP, CRL and time stamps, as bytes in and bytes out, without any network. */
@NullMarked
package id.espm.sandbox.ca.service;

import org.jspecify.annotations.NullMarked;
