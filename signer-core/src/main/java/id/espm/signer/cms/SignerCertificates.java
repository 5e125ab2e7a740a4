package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.key.SigningKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/** What every signature of a key says of its owner's certificate and brings along of the chain; composed once for a key. */
final class SignerCertificates {
    private static final Map<SigningKey, SignerCertificates> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<byte[]> encoded;
    private final DERSet brought;
    private final IssuerAndSerialNumber issuerAndSerial;
    private final SigningCertificateV2 reference;

    private SignerCertificates(SigningKey key) {
        X509Certificate owner = key.certificate();
        X500Name issuer = X500Name.getInstance(owner.getIssuerX500Principal().getEncoded());
        this.encoded = key.chain().stream()
                .filter(certificate -> !isRoot(certificate))
                .map(SignerCertificates::encoded)
                .toList();
        this.brought = new DERSet(encoded.stream().map(Certificate::getInstance).toArray(ASN1Encodable[]::new));
        this.issuerAndSerial = new IssuerAndSerialNumber(issuer, owner.getSerialNumber());
        this.reference = reference(encoded(owner), issuerAndSerial);
    }

    static SignerCertificates of(SigningKey key) {
        return KNOWN.computeIfAbsent(key, SignerCertificates::new);
    }

    /** A root is trusted because somebody put it among the anchors, never because a signature brings it along. */
    static boolean isRoot(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0
                && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be encoded", e);
        }
    }

    /** SHA-256 is the default of ESSCertIDv2, so its identifier is left out (RFC 5035 §4). */
    private static SigningCertificateV2 reference(byte[] owner, IssuerAndSerialNumber identifier) {
        byte[] hash = DigestAlgorithm.SHA256.newDigest().digest(owner);
        IssuerSerial issuerSerial =
                new IssuerSerial(new GeneralNames(new GeneralName(identifier.getName())), identifier.getSerialNumber());
        return new SigningCertificateV2(new ESSCertIDv2(null, hash, issuerSerial));
    }

    /** The owner's certificate and its issuers but the root: whoever reads a signature needs them with it. */
    DERSet brought() {
        return brought;
    }

    /** By which a SignerInfo names the owner's certificate. */
    IssuerAndSerialNumber issuerAndSerial() {
        return issuerAndSerial;
    }

    /** The value of the attribute signing-certificate-v2 (ETSI EN 319 122-1, 5.2.2.3). */
    SigningCertificateV2 reference() {
        return reference;
    }

    /** Whether a signature brings the chain, each certificate byte for byte. */
    boolean areIn(byte[] cms) {
        return encoded.stream().allMatch(certificate -> contains(cms, certificate));
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (bytes[i] == part[0] && Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
