package id.espm.sandbox.ca;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;

/**
 * Writes {@code .p12} files (RFC 7292) as programs of different years wrote them. Java's own KeyStore cannot: what
 * protects its certificates and MAC is set for the whole process.
 */
public final class Pkcs12File {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pkcs12File() {}

    /** How key, certificates and MAC are protected. */
    public enum Protection {
        /** PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA256; MAC by HMAC-SHA256. OpenSSL 3 and Java 17 write so. */
        AES_256(10_000),
        /** PBES1 with three-key triple DES for all; MAC by HMAC-SHA1. Java 8 for keys, many CA programs for all. */
        TRIPLE_DES(2_048),
        /** PBES1: RC2 of 40 bits for certificates, triple DES for the key; HMAC-SHA1. Windows and LOCK's years. */
        RC2_40(2_048);

        private final int iterations;

        Protection(int iterations) {
            this.iterations = iterations;
        }
    }

    /** Writes the file at once and whole, readable by its owner only. */
    public static void write(Path file, IssuedKey key, char[] passphrase, Protection protection) throws IOException {
        OwnerOnlyFile.write(file, encode(List.of(key), passphrase, protection));
    }

    /** The file's bytes: each key with the chain of its certificates, the root included. */
    public static byte[] encode(List<IssuedKey> keys, char[] passphrase, Protection protection) {
        try {
            PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
            pfx.addEncryptedData(certificateEncryptor(protection, passphrase), certificateBags(keys));
            for (IssuedKey key : keys) {
                pfx.addData(keyBag(key, keyEncryptor(protection, passphrase)));
            }
            PKCS12PfxPdu file = pfx.build(mac(protection), passphrase);
            return file.getEncoded("DER");
        } catch (PKCSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot encode a PKCS #12 file", e);
        }
    }

    private static PKCS12SafeBag[] certificateBags(List<IssuedKey> keys) throws IOException, GeneralSecurityException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        List<X509Certificate> written = new ArrayList<>();
        for (IssuedKey key : keys) {
            bags.add(labelled(new JcaPKCS12SafeBagBuilder(key.certificate()), key)
                    .build());
            written.add(key.certificate());
        }
        for (IssuedKey key : keys) {
            for (X509Certificate certificate : key.chain()) {
                if (!written.contains(certificate)) {
                    bags.add(new JcaPKCS12SafeBagBuilder(certificate).build());
                    written.add(certificate);
                }
            }
        }
        return bags.toArray(PKCS12SafeBag[]::new);
    }

    private static PKCS12SafeBag keyBag(IssuedKey key, OutputEncryptor encryptor) throws GeneralSecurityException {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.privateKey().getEncoded());
        return labelled(new PKCS12SafeBagBuilder(info, encryptor), key).build();
    }

    /** Readers pair a key with its certificate by localKeyId; friendlyName is what they show. */
    private static PKCS12SafeBagBuilder labelled(PKCS12SafeBagBuilder bag, IssuedKey key)
            throws GeneralSecurityException {
        byte[] id = new JcaX509ExtensionUtils()
                .createSubjectKeyIdentifier(key.certificate().getPublicKey())
                .getKeyIdentifier();
        return bag.addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                        new DERBMPString(CertificateNames.commonName(key.certificate())))
                .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id));
    }

    private static OutputEncryptor certificateEncryptor(Protection protection, char[] passphrase)
            throws GeneralSecurityException {
        return switch (protection) {
            case RC2_40 ->
                new BcPKCS12PBEOutputEncryptorBuilder(
                                PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC,
                                CBCBlockCipher.newInstance(new RC2Engine()))
                        .setIterationCount(protection.iterations)
                        .build(passphrase);
            case TRIPLE_DES, AES_256 -> keyEncryptor(protection, passphrase);
        };
    }

    private static OutputEncryptor keyEncryptor(Protection protection, char[] passphrase)
            throws GeneralSecurityException {
        return switch (protection) {
            case RC2_40, TRIPLE_DES ->
                new BcPKCS12PBEOutputEncryptorBuilder(
                                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                                CBCBlockCipher.newInstance(new DESedeEngine()))
                        .setIterationCount(protection.iterations)
                        .build(passphrase);
            case AES_256 -> Pbes2Encryptor.of(passphrase, protection.iterations);
        };
    }

    private static BcPKCS12MacCalculatorBuilder mac(Protection protection) {
        BcPKCS12MacCalculatorBuilder mac = switch (protection) {
            case AES_256 ->
                new BcPKCS12MacCalculatorBuilder(
                        new SHA256Digest(), new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE));
            case TRIPLE_DES, RC2_40 -> new BcPKCS12MacCalculatorBuilder();
        };
        return mac.setIterationCount(protection.iterations);
    }

    /** PBES2 (RFC 8018, section 6.2) by Java's own ciphers: Bouncy Castle's would need its provider. */
    private static final class Pbes2Encryptor implements OutputEncryptor {
        private final AlgorithmIdentifier algorithm;
        private final Cipher cipher;
        private final SecretKeySpec key;

        private Pbes2Encryptor(AlgorithmIdentifier algorithm, Cipher cipher, SecretKeySpec key) {
            this.algorithm = algorithm;
            this.cipher = cipher;
            this.key = key;
        }

        static Pbes2Encryptor of(char[] passphrase, int iterations) throws GeneralSecurityException {
            byte[] salt = random(16);
            byte[] iv = random(16);
            PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
            byte[] raw = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            spec.clearPassword();
            SecretKeySpec key = new SecretKeySpec(raw, "AES");
            Arrays.fill(raw, (byte) 0);
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
            return new Pbes2Encryptor(identifier(salt, iterations, iv), cipher, key);
        }

        private static AlgorithmIdentifier identifier(byte[] salt, int iterations, byte[] iv) {
            AlgorithmIdentifier prf =
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
            KeyDerivationFunc derivation =
                    new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, iterations, 32, prf));
            EncryptionScheme scheme = new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv));
            return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(derivation, scheme));
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream(OutputStream out) {
            return new CipherOutputStream(out, cipher);
        }

        @Override
        public GenericKey getKey() {
            return new GenericKey(algorithm, key.getEncoded());
        }

        private static byte[] random(int length) {
            byte[] bytes = new byte[length];
            RANDOM.nextBytes(bytes);
            return bytes;
        }
    }
}
