package id.espm.signer.sign;

import id.espm.signer.SignatureLevel;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.key.CertificateIdentity;
import java.nio.file.Path;

/**
 * A bundle after one more official signed it and it was put in its place.
 *
 * @param source      the bundle before, which stays as it is
 * @param bundle      the new one
 * @param signer      who signed now, as the certificate says
 * @param level       the level of each of the new signatures
 * @param signatories who has signed now, and who may still
 */
public record CosignedBundle(
        CheckedBundle source, Path bundle, CertificateIdentity signer, SignatureLevel level, Signatories signatories) {}
