package id.espm.signer.cms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.util.Store;

/**
 * The parts of a SignedData that all its signers share, each as it is encoded.
 *
 * @param contentType  of the content
 * @param certificates each element of {@code certificates}
 * @param crls         each element of {@code crls}: CRLs and OCSP responses (RFC 5652 §10.2.1, RFC 5940)
 */
record SignedDataParts(ASN1ObjectIdentifier contentType, List<byte[]> certificates, List<byte[]> crls) {
    private static final List<ASN1ObjectIdentifier> OTHER_FORMATS =
            List.of(CMSObjectIdentifiers.id_ri_ocsp_response, new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.1"));
    private static final int OTHER_TAG = 1;

    SignedDataParts {
        certificates = List.copyOf(certificates);
        crls = List.copyOf(crls);
    }

    /** To be called after the content was read, and before the signers are. */
    static SignedDataParts of(CMSSignedDataParser parser) throws CMSException, IOException {
        List<byte[]> certificates = new ArrayList<>();
        Store<?> certificateStore = parser.getCertificates();
        for (Object certificate : certificateStore.getMatches(null)) {
            certificates.add(((X509CertificateHolder) certificate).getEncoded());
        }
        List<byte[]> crls = new ArrayList<>();
        Store<?> crlStore = parser.getCRLs();
        for (Object crl : crlStore.getMatches(null)) {
            crls.add(((X509CRLHolder) crl).getEncoded());
        }
        for (ASN1ObjectIdentifier format : OTHER_FORMATS) {
            Store<?> others = parser.getOtherRevocationInfo(format);
            for (Object other : others.getMatches(null)) {
                crls.add(new DERTaggedObject(
                                false, OTHER_TAG, new OtherRevocationInfoFormat(format, (ASN1Encodable) other))
                        .getEncoded());
            }
        }
        return new SignedDataParts(new ASN1ObjectIdentifier(parser.getSignedContentTypeOID()), certificates, crls);
    }

    boolean hasRevocationValues() {
        return !crls.isEmpty();
    }
}
