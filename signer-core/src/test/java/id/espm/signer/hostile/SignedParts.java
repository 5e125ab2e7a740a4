package id.espm.signer.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Parts of SignedData, to be put together in ways that no program has. */
record SignedParts(SignedData data, SignerInfo info) {
    static SignedParts of(byte[] cms) {
        SignedData data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        return new SignedParts(
                data, SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0)));
    }

    /** Every certificate that it brings along. */
    byte[] certificates() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ASN1Encodable certificate : data.getCertificates()) {
            all.writeBytes(certificate.toASN1Primitive().getEncoded());
        }
        return all.toByteArray();
    }

    byte[] signerInfo() throws IOException {
        return info.getEncoded();
    }

    byte[] timestampAttribute() throws IOException {
        return new AttributeTable(info.getUnauthenticatedAttributes())
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getEncoded();
    }

    /** What stands in a SignerInfo before its unsigned attributes. */
    static byte[] withoutUnsigned(byte[] encoded) throws IOException {
        SignerInfo info = SignerInfo.getInstance(encoded);
        return HostileCms.join(
                info.getVersion().getEncoded(),
                info.getSID().getEncoded(),
                info.getDigestAlgorithm().getEncoded(),
                new DERTaggedObject(false, 0, info.getAuthenticatedAttributes()).getEncoded(),
                info.getDigestEncryptionAlgorithm().getEncoded(),
                info.getEncryptedDigest().getEncoded());
    }
}
