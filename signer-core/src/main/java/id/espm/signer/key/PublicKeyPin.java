package id.espm.signer.key;

import id.espm.signer.DigestAlgorithm;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names a public key, whatever certificate it stands in: the SHA-256 of its SubjectPublicKeyInfo (RFC 7469 §2.4).
 *
 * @param text {@code sha256/} and the hash in Base64
 */
public record PublicKeyPin(String text) {
    private static final Pattern FORM = Pattern.compile("sha256/[A-Za-z0-9+/]{43}=");

    /** @throws IllegalArgumentException if the text has another form */
    public PublicKeyPin {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a pin: " + text);
        }
    }

    /** The pin of a key. */
    public static PublicKeyPin of(PublicKey key) {
        byte[] hash = DigestAlgorithm.SHA256.newDigest().digest(key.getEncoded());
        return new PublicKeyPin("sha256/" + Base64.getEncoder().encodeToString(hash));
    }

    /** The pin of the key that a certificate is for. */
    public static PublicKeyPin of(X509Certificate certificate) {
        return of(certificate.getPublicKey());
    }

    @Override
    public String toString() {
        return text;
    }
}
