package id.espm.signer.cms;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;

/** Which hashes and keys can still be relied on (ETSI TS 119 312). A hash that is not known here counts as weak. */
final class Strength {
    private static final Set<ASN1ObjectIdentifier> STRONG = Set.of(
            NISTObjectIdentifiers.id_sha224,
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            NISTObjectIdentifiers.id_sha512_256,
            NISTObjectIdentifiers.id_sha3_224,
            NISTObjectIdentifiers.id_sha3_256,
            NISTObjectIdentifiers.id_sha3_384,
            NISTObjectIdentifiers.id_sha3_512,
            // Ed448 hashes with SHAKE256 of a stated length (RFC 8419 §3.1).
            NISTObjectIdentifiers.id_shake256_len);
    private static final int LEAST_RSA = 1900;
    private static final int LEAST_EC = 224;

    private Strength() {}

    static Optional<String> weakness(SignerInformation signer, X509Certificate certificate) {
        ASN1ObjectIdentifier digest = signer.getDigestAlgorithmID().getAlgorithm();
        String name = new DefaultCMSSignatureAlgorithmNameGenerator()
                .getSignatureName(
                        signer.getDigestAlgorithmID(), signer.toASN1Structure().getDigestEncryptionAlgorithm());
        String upper = name.toUpperCase(Locale.ROOT);
        if (!STRONG.contains(digest) || upper.startsWith("SHA1") || upper.startsWith("MD")) {
            return Optional.of(name);
        }
        return weakKey(certificate.getPublicKey());
    }

    private static Optional<String> weakKey(PublicKey key) {
        int bits = switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength();
            case DSAKey dsa -> dsa.getParams().getP().bitLength();
            default -> LEAST_RSA;
        };
        boolean weak = bits < LEAST_RSA
                || (key instanceof ECKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() < LEAST_EC);
        return weak ? Optional.of(key.getAlgorithm() + " " + bits) : Optional.empty();
    }
}
