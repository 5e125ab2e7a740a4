package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Something encrypted: a safe with bags, or a key.
 *
 * @param protection how, or empty where it is not known here
 * @param algorithm  the name of what is not known here, or an empty text
 * @param localKeyId what joins a key with its certificate
 */
record Locked(Optional<Protection> protection, String algorithm, Octets encrypted, Optional<Octets> localKeyId) {
    static Locked of(AlgorithmIdentifier algorithm, Octets encrypted, Optional<Octets> localKeyId) throws IOException {
        try {
            return new Locked(Optional.of(Protection.of(algorithm)), "", encrypted, localKeyId);
        } catch (NoSuchAlgorithmException e) {
            return new Locked(Optional.empty(), String.valueOf(e.getMessage()), encrypted, localKeyId);
        }
    }

    Work work() {
        return protection.map(Protection::work).orElse(Work.NONE);
    }
}
