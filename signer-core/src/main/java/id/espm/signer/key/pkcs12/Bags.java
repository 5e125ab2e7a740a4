package id.espm.signer.key.pkcs12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** What stands in SafeContents (RFC 7292 §4.2), as far as it is about keys and certificates; nested ones are laid flat. */
final class Bags {
    private final List<KeyBag> keys = new ArrayList<>();
    private final List<Locked> lockedKeys = new ArrayList<>();
    private final List<CertificateBag> certificates = new ArrayList<>();
    private int brokenCertificates;

    /** A private key in the clear. */
    record KeyBag(PrivateKeyInfo info, Optional<Octets> localKeyId) {}

    /** A certificate. */
    record CertificateBag(X509Certificate certificate, Optional<Octets> localKeyId) {}

    /** Reads encoded SafeContents. */
    static Bags read(byte[] safeContents) throws IOException {
        Bags bags = new Bags();
        bags.addAll(Asn1.of(() -> ASN1Sequence.getInstance(Asn1.first(safeContents))));
        return bags;
    }

    private void addAll(ASN1Sequence safeContents) throws IOException {
        for (ASN1Encodable element : safeContents) {
            SafeBag bag = Asn1.of(() -> SafeBag.getInstance(element));
            add(bag, localKeyId(bag));
        }
    }

    private void add(SafeBag bag, Optional<Octets> id) throws IOException {
        ASN1Encodable value = bag.getBagValue();
        if (PKCSObjectIdentifiers.keyBag.equals(bag.getBagId())) {
            keys.add(new KeyBag(Asn1.of(() -> PrivateKeyInfo.getInstance(value)), id));
        } else if (PKCSObjectIdentifiers.pkcs8ShroudedKeyBag.equals(bag.getBagId())) {
            EncryptedPrivateKeyInfo info = Asn1.of(() -> EncryptedPrivateKeyInfo.getInstance(value));
            lockedKeys.add(Locked.of(info.getEncryptionAlgorithm(), Octets.of(info.getEncryptedData()), id));
        } else if (PKCSObjectIdentifiers.certBag.equals(bag.getBagId())) {
            addCertificate(Asn1.of(() -> CertBag.getInstance(value)), id);
        } else if (PKCSObjectIdentifiers.safeContentsBag.equals(bag.getBagId())) {
            addAll(Asn1.of(() -> ASN1Sequence.getInstance(value)));
        }
    }

    /** A certificate that cannot be read hinders nothing unless it is the owner's. */
    private void addCertificate(CertBag bag, Optional<Octets> id) throws IOException {
        if (!PKCSObjectIdentifiers.x509Certificate.equals(bag.getCertId())) {
            return;
        }
        byte[] encoded =
                Asn1.of(() -> ASN1OctetString.getInstance(bag.getCertValue()).getOctets());
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (factory.generateCertificate(new ByteArrayInputStream(encoded)) instanceof X509Certificate x509) {
                certificates.add(new CertificateBag(x509, id));
            }
        } catch (CertificateException e) {
            brokenCertificates++;
        }
    }

    private static Optional<Octets> localKeyId(SafeBag bag) throws IOException {
        ASN1Set attributes = bag.getBagAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        return Asn1.of(() -> {
            for (ASN1Encodable element : attributes) {
                ASN1Sequence attribute = ASN1Sequence.getInstance(element);
                if (PKCSObjectIdentifiers.pkcs_9_at_localKeyId.equals(attribute.getObjectAt(0))) {
                    ASN1Set values = ASN1Set.getInstance(attribute.getObjectAt(1));
                    return Optional.of(Octets.of(
                            ASN1OctetString.getInstance(values.getObjectAt(0)).getOctets()));
                }
            }
            return Optional.empty();
        });
    }

    void merge(Bags other) {
        keys.addAll(other.keys);
        lockedKeys.addAll(other.lockedKeys);
        certificates.addAll(other.certificates);
        brokenCertificates += other.brokenCertificates;
    }

    List<KeyBag> keys() {
        return keys;
    }

    List<Locked> lockedKeys() {
        return lockedKeys;
    }

    List<CertificateBag> certificates() {
        return certificates;
    }

    int brokenCertificates() {
        return brokenCertificates;
    }
}
