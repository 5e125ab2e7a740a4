package id.espm.signer.sign;

import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerRole;
import id.espm.signer.bundle.BundleRequest;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.paket.SigningPackage;
import java.nio.file.Path;

/**
 * A package after it was signed, checked and put in its place.
 *
 * @param source  the package
 * @param request its documents, with their originals and their entries
 * @param bundle  the signed bundle
 * @param signer  who signed, as the certificate says
 * @param role    as what
 * @param level   the level of each of its signatures
 */
public record SignedPackage(
        SigningPackage source,
        BundleRequest request,
        Path bundle,
        CertificateIdentity signer,
        SignerRole role,
        SignatureLevel level) {}
