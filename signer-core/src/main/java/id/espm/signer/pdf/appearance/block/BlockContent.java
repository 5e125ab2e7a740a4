package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Nik;
import id.espm.signer.SigningContext;
import id.espm.signer.key.CertificateIdentity;
import java.util.Optional;

/**
 * What a visible block can say: of the certificate, and of this one signature.
 *
 * @param nama      the owner's name as the certificate has it
 * @param nik       shown with its middle digits masked
 * @param serialHex the certificate's serial number in hexadecimal digits
 * @param issuer    who issued the certificate, by its own name
 * @param context   as what, where, why and when
 */
public record BlockContent(String nama, Optional<Nik> nik, String serialHex, String issuer, SigningContext context) {

    /** From the certificate and the circumstances that the signature will state. */
    public static BlockContent of(CertificateIdentity identity, SigningContext context) {
        return new BlockContent(identity.nama(), identity.nik(), identity.serialHex(), identity.issuer(), context);
    }
}
