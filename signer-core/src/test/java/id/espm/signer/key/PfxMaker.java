package id.espm.signer.key;

import id.espm.sandbox.ca.IssuedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;

/** Makes the key files that no sound program writes, bag by bag. */
final class PfxMaker {
    private final List<PKCS12SafeBag> clear = new ArrayList<>();
    private final List<PKCS12SafeBag> encrypted = new ArrayList<>();
    private final String passphrase;
    private int iterations = 100;

    PfxMaker(String passphrase) {
        this.passphrase = passphrase;
    }

    /** For the MAC and the encrypted safe. */
    PfxMaker iterations(int count) {
        iterations = count;
        return this;
    }

    PfxMaker key(PrivateKey key, String id) {
        return key(key, id, passphrase);
    }

    /** A key under a passphrase of its own. */
    PfxMaker key(PrivateKey key, String id, String own) {
        return add(
                clear, new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded()), tripleDes(own, 100)), id);
    }

    PfxMaker key(PrivateKey key, String id, OutputEncryptor encryptor) {
        return add(clear, new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded()), encryptor), id);
    }

    PfxMaker clearKey(PrivateKey key, String id) {
        return add(clear, new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(key.getEncoded())), id);
    }

    PfxMaker certificate(X509Certificate certificate, String id) throws IOException, GeneralSecurityException {
        return add(encrypted, new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(certificate)), id);
    }

    PfxMaker clearCertificate(X509Certificate certificate, String id) throws IOException, GeneralSecurityException {
        return add(clear, new PKCS12SafeBagBuilder(new JcaX509CertificateHolder(certificate)), id);
    }

    /** A key and its chain, joined by an id. */
    PfxMaker official(IssuedKey issued, String id) throws IOException, GeneralSecurityException {
        key(issued.privateKey(), id).certificate(issued.certificate(), id);
        for (X509Certificate issuer : issued.chain().subList(1, issued.chain().size())) {
            certificate(issuer, "");
        }
        return this;
    }

    private PfxMaker add(List<PKCS12SafeBag> bags, PKCS12SafeBagBuilder bag, String id) {
        if (!id.isEmpty()) {
            bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DEROctetString(id.getBytes()));
        }
        bags.add(bag.build());
        return this;
    }

    private static OutputEncryptor tripleDes(String passphrase, int iterations) {
        return new BcPKCS12PBEOutputEncryptorBuilder(
                        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                        CBCBlockCipher.newInstance(new DESedeEngine()))
                .setIterationCount(iterations)
                .build(passphrase.toCharArray());
    }

    Path write(Path file) throws IOException, PKCSException {
        return Files.write(file, pfx(true).getEncoded("DER"));
    }

    Path writeWithoutMac(Path file) throws IOException, PKCSException {
        return Files.write(file, pfx(false).getEncoded("DER"));
    }

    private PKCS12PfxPdu pfx(boolean mac) throws IOException, PKCSException {
        PKCS12PfxPduBuilder pfx = new PKCS12PfxPduBuilder();
        if (!encrypted.isEmpty()) {
            pfx.addEncryptedData(tripleDes(passphrase, iterations), encrypted.toArray(PKCS12SafeBag[]::new));
        }
        for (PKCS12SafeBag bag : clear) {
            pfx.addData(bag);
        }
        return pfx.build(
                mac ? new BcPKCS12MacCalculatorBuilder().setIterationCount(iterations) : null,
                passphrase.toCharArray());
    }
}
