package id.espm.signer.key;

import id.espm.signer.DigestAlgorithm;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** How a key signs: an algorithm of RFC 8017 or FIPS 186-5, by the platform's own implementation unless another is given. */
public enum SignatureScheme {
    /** RSASSA-PKCS1-v1_5. */
    RSA_PKCS1,
    /** RSASSA-PSS, with MGF1 and a salt as long as the hash. */
    RSA_PSS,
    /** ECDSA. */
    ECDSA;

    /** The scheme that fits a public key, if the Signer knows one. */
    public static Optional<SignatureScheme> of(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Optional.of(RSA_PKCS1);
            case "RSASSA-PSS" -> Optional.of(RSA_PSS);
            case "EC" -> Optional.of(ECDSA);
            default -> Optional.empty();
        };
    }

    /** A signature object ready to sign; without a provider the platform chooses one that takes the key. */
    Signature newSigning(DigestAlgorithm digest, PrivateKey key, Optional<Provider> provider)
            throws GeneralSecurityException {
        Signature signature = instance(digest, provider);
        signature.initSign(key);
        return signature;
    }

    /** A signature object ready to verify by the platform's own implementation. */
    Signature newVerifying(DigestAlgorithm digest, PublicKey key) throws GeneralSecurityException {
        return newVerifying(digest, key, Optional.empty());
    }

    /** A signature object ready to verify. */
    Signature newVerifying(DigestAlgorithm digest, PublicKey key, Optional<Provider> provider)
            throws GeneralSecurityException {
        Signature signature = instance(digest, provider);
        signature.initVerify(key);
        return signature;
    }

    private Signature instance(DigestAlgorithm digest, Optional<Provider> provider) throws GeneralSecurityException {
        String name = switch (this) {
            case RSA_PKCS1 -> digest.name() + "withRSA";
            case ECDSA -> digest.name() + "withECDSA";
            case RSA_PSS -> "RSASSA-PSS";
        };
        Signature signature =
                provider.isPresent() ? Signature.getInstance(name, provider.get()) : Signature.getInstance(name);
        if (this == RSA_PSS) {
            signature.setParameter(pssParameters(digest));
        }
        return signature;
    }

    private static PSSParameterSpec pssParameters(DigestAlgorithm digest) {
        MGF1ParameterSpec mgf = switch (digest) {
            case SHA256 -> MGF1ParameterSpec.SHA256;
            case SHA384 -> MGF1ParameterSpec.SHA384;
            case SHA512 -> MGF1ParameterSpec.SHA512;
        };
        int saltLength = digest.newDigest().getDigestLength();
        return new PSSParameterSpec(digest.standardName(), "MGF1", mgf, saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
