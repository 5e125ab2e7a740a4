package id.espm.signer.cms;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Looks at those bytes of a SignedData that no signature protects: lengths, versions, lists of algorithms. Verification does
 * not depend on them, but where nothing may change unseen they must say what RFC 5652 §5.1 and §5.3 make them say.
 */
public final class CmsForm {
    private static final int VERSION_1 = 1;
    private static final int VERSION_3 = 3;
    private static final int VERSION_5 = 5;

    private CmsForm() {}

    /** What is irregular about an encoding, if anything is. */
    public static Optional<String> irregularity(byte[] cms) {
        try {
            return Malformed.guard(() -> check(cms));
        } catch (Malformed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> check(byte[] cms) throws IOException {
        ASN1Primitive element = ASN1Primitive.fromByteArray(cms);
        if (!Arrays.equals(element.getEncoded(ASN1Encoding.DL), cms)) {
            return Optional.of("not in definite lengths");
        }
        ContentInfo contentInfo = ContentInfo.getInstance(element);
        if (!CMSObjectIdentifiers.signedData.equals(contentInfo.getContentType())) {
            return Optional.of("not SignedData");
        }
        return check(SignedData.getInstance(contentInfo.getContent()));
    }

    private static Optional<String> check(SignedData data) throws IOException {
        Set<ASN1ObjectIdentifier> used = new HashSet<>();
        boolean anyVersion3 =
                !CMSObjectIdentifiers.data.equals(data.getEncapContentInfo().getContentType());
        for (ASN1Encodable one : data.getSignerInfos()) {
            SignerInfo signer = SignerInfo.getInstance(one);
            boolean byKeyId = signer.getSID().isTagged();
            if (!signer.getVersion().hasValue(byKeyId ? VERSION_3 : VERSION_1)) {
                return Optional.of("SignerInfo version");
            }
            if (!isPlain(signer.getDigestAlgorithm())) {
                return Optional.of("digestAlgorithm");
            }
            if (!byKeyId && !namesIssuerExactly(data, signer)) {
                return Optional.of("issuer name");
            }
            anyVersion3 |= byKeyId;
            used.add(signer.getDigestAlgorithm().getAlgorithm());
        }
        int version = hasOtherRevocationInfo(data) ? VERSION_5 : anyVersion3 ? VERSION_3 : VERSION_1;
        if (!data.getVersion().hasValue(version)) {
            return Optional.of("SignedData version");
        }
        Set<ASN1ObjectIdentifier> listed = new HashSet<>();
        for (ASN1Encodable one : data.getDigestAlgorithms()) {
            AlgorithmIdentifier algorithm = AlgorithmIdentifier.getInstance(one);
            if (!isPlain(algorithm)) {
                return Optional.of("digestAlgorithms");
            }
            listed.add(algorithm.getAlgorithm());
        }
        return listed.equals(used) ? Optional.empty() : Optional.of("digestAlgorithms");
    }

    /** Whether OCSP responses stand among the crls (RFC 5940 §2), which are marked by a tag. */
    private static boolean hasOtherRevocationInfo(SignedData data) {
        if (data.getCRLs() != null) {
            for (ASN1Encodable crl : data.getCRLs()) {
                if (crl.toASN1Primitive() instanceof ASN1TaggedObject) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Names are compared without regard to case; here the signer must be named as the certificate names its issuer. */
    private static boolean namesIssuerExactly(SignedData data, SignerInfo signer) throws IOException {
        IssuerAndSerialNumber named =
                IssuerAndSerialNumber.getInstance(signer.getSID().getId());
        if (data.getCertificates() == null) {
            return true;
        }
        for (ASN1Encodable one : data.getCertificates()) {
            if (one.toASN1Primitive() instanceof ASN1Sequence sequence) {
                Certificate certificate = Certificate.getInstance(sequence);
                boolean same = certificate.getSerialNumber().equals(named.getSerialNumber())
                        && certificate.getIssuer().equals(named.getName());
                if (same) {
                    return Arrays.equals(
                            certificate.getIssuer().getEncoded(),
                            named.getName().getEncoded());
                }
            }
        }
        return true;
    }

    /** Hash algorithms have no parameters, or NULL (RFC 5754 §2). */
    private static boolean isPlain(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
    }
}
