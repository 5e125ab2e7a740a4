package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** PBES1 of PKCS#5 (RFC 8018 §6.1): DES or RC2 of 64 bits under PBKDF1. */
record Pbes1(BulkCipher cipher, Hash hash, Octets salt, long iterations) implements Protection {
    private static final Map<ASN1ObjectIdentifier, Map.Entry<BulkCipher, Hash>> SUITES = Map.of(
            PKCSObjectIdentifiers.pbeWithMD2AndDES_CBC, Map.entry(BulkCipher.DES, Hash.MD2),
            PKCSObjectIdentifiers.pbeWithMD2AndRC2_CBC, Map.entry(BulkCipher.RC2, Hash.MD2),
            PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC, Map.entry(BulkCipher.DES, Hash.MD5),
            PKCSObjectIdentifiers.pbeWithMD5AndRC2_CBC, Map.entry(BulkCipher.RC2, Hash.MD5),
            PKCSObjectIdentifiers.pbeWithSHA1AndDES_CBC, Map.entry(BulkCipher.DES, Hash.SHA1),
            PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC, Map.entry(BulkCipher.RC2, Hash.SHA1));

    /** Empty where the identifier is none of PBES1. */
    static Optional<Protection> of(AlgorithmIdentifier algorithm) throws IOException {
        Map.Entry<BulkCipher, Hash> suite = SUITES.get(algorithm.getAlgorithm());
        if (suite == null) {
            return Optional.empty();
        }
        PBEParameter params = Asn1.of(() -> PBEParameter.getInstance(algorithm.getParameters()));
        if (params == null) {
            throw new IOException("no parameters");
        }
        long iterations = Work.iterations(params.getIterationCount());
        return Optional.of(new Pbes1(suite.getKey(), suite.getValue(), Work.salt(params.getSalt()), iterations));
    }

    @Override
    public Work work() {
        return Work.of(iterations, hash.weight());
    }

    @Override
    public List<byte[]> encodings(Passphrase passphrase) {
        return passphrase.forPkcs5();
    }

    @Override
    public Optional<byte[]> decrypt(byte[] passphrase, byte[] encrypted) {
        MessageDigest digest = hash.newDigest();
        digest.update(passphrase);
        byte[] derived = digest.digest(salt.array());
        for (long i = 1; i < iterations; i++) {
            derived = digest.digest(derived);
        }
        byte[] key = Arrays.copyOf(derived, 8);
        try {
            return cipher.decrypt(key, Arrays.copyOfRange(derived, 8, 16), 64, encrypted);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }
}
