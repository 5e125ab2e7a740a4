package id.espm.signer.adk;

import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/** Puts another timestamp into a signature, as a forger would. */
final class SwappedTimestamp {
    private SwappedTimestamp() {}

    static byte[] in(byte[] p7m, byte[] token) throws Exception {
        CMSSignedData signed = new CMSSignedData(p7m);
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        Attribute attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)));
        SignerInformation swapped =
                SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(new DERSet(attribute)));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(swapped)))
                .getEncoded();
    }
}
