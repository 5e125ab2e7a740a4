package id.espm.sandbox.ca;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The kinds of key that the practice CA certifies. */
public enum KeyAlgorithm {
    /** What BSrE's certificates most likely hold. */
    RSA_2048("RSA", rsa(2048)),
    RSA_3072("RSA", rsa(3072)),
    /** A key whose SubjectPublicKeyInfo is id-RSASSA-PSS (RFC 4055), so that it can make PSS signatures only. */
    RSA_PSS_2048("RSASSA-PSS", rsa(2048)),
    EC_P256("EC", new ECGenParameterSpec("secp256r1")),
    EC_P384("EC", new ECGenParameterSpec("secp384r1"));

    private final String generator;
    // Specs are immutable in all but their declared type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final AlgorithmParameterSpec parameters;

    KeyAlgorithm(String generator, AlgorithmParameterSpec parameters) {
        this.generator = generator;
        this.parameters = parameters;
    }

    /** Makes a fresh key pair; every Java runtime of version 11 or later can. */
    public KeyPair generate() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(generator);
            keys.initialize(parameters);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot make " + this + " keys", e);
        }
    }

    /** An RSA key pair of any size, such as one that is too small; it is given to {@link CertificateAuthority#issue} by hand. */
    public static KeyPair rsaOf(int bits) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(rsa(bits));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime makes no RSA keys of " + bits + " bits", e);
        }
    }

    private static AlgorithmParameterSpec rsa(int bits) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
    }
}
