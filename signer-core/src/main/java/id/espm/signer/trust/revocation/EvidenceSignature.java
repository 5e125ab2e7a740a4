package id.espm.signer.trust.revocation;

import java.security.PublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Checks signatures over evidence. MD2, MD4 and MD5 count as no signature at all. */
final class EvidenceSignature {
    private static final Set<ASN1ObjectIdentifier> BROKEN = Set.of(
            PKCSObjectIdentifiers.md2WithRSAEncryption,
            PKCSObjectIdentifiers.md4WithRSAEncryption,
            PKCSObjectIdentifiers.md5WithRSAEncryption);

    private EvidenceSignature() {}

    /** A check that the library offers on one of its structures. */
    interface Check {
        boolean holds(ContentVerifierProvider key) throws OCSPException, CertException;
    }

    /**
     * Whether a check holds under a key, by the platform's algorithms first and Bouncy Castle's for what the platform does not
     * know. What neither can do does not hold.
     */
    static boolean holds(ASN1ObjectIdentifier algorithm, PublicKey key, Check check) {
        if (BROKEN.contains(algorithm)) {
            return false;
        }
        try {
            return holds(new JcaContentVerifierProviderBuilder(), key, check);
        } catch (OCSPException | CertException | OperatorCreationException e) {
            return holdsByBouncyCastle(key, check);
        } catch (RuntimeException e) {
            // For structures of the wrong shape the library throws whatever it stumbles over.
            return false;
        }
    }

    private static boolean holdsByBouncyCastle(PublicKey key, Check check) {
        try {
            return holds(new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider()), key, check);
        } catch (OCSPException | CertException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private static boolean holds(JcaContentVerifierProviderBuilder verifiers, PublicKey key, Check check)
            throws OCSPException, CertException, OperatorCreationException {
        return check.holds(verifiers.build(key));
    }
}
