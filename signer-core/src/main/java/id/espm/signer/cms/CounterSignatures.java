package id.espm.signer.cms;

import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/** Signatures over signatures (RFC 5652 §11.4), which are not judged. */
public final class CounterSignatures {
    private CounterSignatures() {}

    /** Whether any signature of a SignedData carries one; none is seen in what cannot be read. */
    public static boolean areIn(byte[] cms) {
        try {
            return Malformed.guard(() -> new CMSSignedData(cms)
                    .getSignerInfos().getSigners().stream()
                            .map(SignerInformation::getUnsignedAttributes)
                            .anyMatch(CounterSignatures::holdsOne));
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean holdsOne(@Nullable AttributeTable attributes) {
        return attributes != null && attributes.get(CMSAttributes.counterSignature) != null;
    }
}
