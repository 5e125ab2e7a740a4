package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How something in the file is encrypted under the passphrase. */
sealed interface Protection permits Pkcs12Protection, Pbes1, Pbes2 {

    /** What one attempt costs. */
    Work work();

    /** The encodings of the passphrase to try, the likeliest first. */
    List<byte[]> encodings(Passphrase passphrase);

    /** The plain bytes, or nothing if the padding shows that the passphrase is another one. */
    Optional<byte[]> decrypt(byte[] passphrase, byte[] encrypted);

    /**
     * The protection that a file names.
     *
     * @throws NoSuchAlgorithmException with the name of what is not known here
     * @throws IOException              if its parameters are broken
     */
    static Protection of(AlgorithmIdentifier algorithm) throws IOException, NoSuchAlgorithmException {
        if (PKCSObjectIdentifiers.id_PBES2.equals(algorithm.getAlgorithm())) {
            return Pbes2.of(algorithm.getParameters());
        }
        Optional<Protection> old = Pbes1.of(algorithm);
        return old.isPresent() ? old.get() : Pkcs12Protection.of(algorithm);
    }
}
