package id.espm.signer.cms;

import id.espm.signer.SigningContext;

/**
 * What a CMS signature is to say.
 *
 * @param format  which signed attributes it carries
 * @param context as what, where, why and when it is signed
 */
public record CmsSigningRequest(Format format, SigningContext context) {

    /** Where the signature will stand, which decides what its signed attributes repeat. */
    public enum Format {
        /** Stands alone: claimed time, place, reason and role are signed attributes (ETSI EN 319 122-1). */
        CADES,
        /** Stands in a PDF: time, place and reason are in the signature dictionary (ETSI EN 319 142-1, 6.3), only the role is an attribute. */
        PADES
    }
}
