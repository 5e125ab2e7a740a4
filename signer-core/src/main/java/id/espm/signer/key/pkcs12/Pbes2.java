package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** PBES2 (RFC 8018 §6.2): any block cipher in CBC mode under PBKDF2 or scrypt. */
record Pbes2(Derivation derivation, Work work, Pbes2Cipher cipher) implements Protection {
    private static final ASN1ObjectIdentifier SCRYPT = new ASN1ObjectIdentifier("1.3.6.1.4.1.11591.4.11");

    /** A key from a passphrase. */
    @FunctionalInterface
    interface Derivation {
        byte[] derive(byte[] passphrase, int length);
    }

    static Pbes2 of(ASN1Encodable parameters) throws IOException, NoSuchAlgorithmException {
        PBES2Parameters params = Asn1.of(() -> PBES2Parameters.getInstance(parameters));
        if (params == null) {
            throw new IOException("no parameters");
        }
        KeyDerivationFunc function = params.getKeyDerivationFunc();
        if (PKCSObjectIdentifiers.id_PBKDF2.equals(function.getAlgorithm())) {
            Pbkdf2 pbkdf2 = Pbkdf2.of(function.getParameters());
            Pbes2Cipher cipher = cipher(params, pbkdf2.keyLength());
            return new Pbes2(pbkdf2::derive, pbkdf2.work(cipher.keyLength()), cipher);
        }
        if (SCRYPT.equals(function.getAlgorithm())) {
            Scrypt scrypt = Scrypt.of(function.getParameters());
            return new Pbes2(scrypt::derive, scrypt.work(), cipher(params, scrypt.keyLength()));
        }
        throw new NoSuchAlgorithmException(AlgorithmNames.of(function.getAlgorithm()));
    }

    private static Pbes2Cipher cipher(PBES2Parameters params, OptionalInt keyLength)
            throws IOException, NoSuchAlgorithmException {
        return Pbes2Cipher.of(params.getEncryptionScheme(), keyLength);
    }

    @Override
    public List<byte[]> encodings(Passphrase passphrase) {
        return passphrase.forPkcs5();
    }

    @Override
    public Optional<byte[]> decrypt(byte[] passphrase, byte[] encrypted) {
        byte[] key = derivation.derive(passphrase, cipher.keyLength());
        try {
            return cipher.cipher().decrypt(key, cipher.iv().array(), cipher.rc2Bits(), encrypted);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
