package id.espm.signer.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.jspecify.annotations.Nullable;

/**
 * The DER bytes of an enveloping SignedData before and after its content, so that the content is streamed between them and
 * never held. All lengths are definite, because the content's size is known.
 */
final class EnvelopingFrame {
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int EXPLICIT_0 = 0xa0;

    private final byte[] head;
    private final byte[] tail;

    private EnvelopingFrame(byte[] head, byte[] tail) {
        this.head = head;
        this.tail = tail;
    }

    /** What stands before the first byte of content. */
    byte[] head() {
        return head;
    }

    /** What stands after the last. */
    byte[] tail() {
        return tail;
    }

    /**
     * @param detached    a ContentInfo with SignedData over content that stands elsewhere; what it holds is kept byte for byte
     * @param contentSize in bytes
     */
    static EnvelopingFrame around(byte[] detached, long contentSize) {
        return around(SignedData.getInstance(ContentInfo.getInstance(detached).getContent()), contentSize);
    }

    /** @param signedData complete but for its content */
    static EnvelopingFrame around(SignedData signedData, long contentSize) {
        byte[] version = encoded(signedData.getVersion());
        byte[] digests = encoded(signedData.getDigestAlgorithms());
        byte[] contentType = encoded(CMSObjectIdentifiers.data);
        byte[] certificates = tagged(0, signedData.getCertificates());
        byte[] crls = tagged(1, signedData.getCRLs());
        byte[] signerInfos = encoded(signedData.getSignerInfos());
        byte[] signedDataType = encoded(CMSObjectIdentifiers.signedData);

        // From the inside out: each header needs the length of what it holds.
        List<byte[]> head = new ArrayList<>();
        long length = contentSize;
        length = prepend(head, OCTET_STRING, length);
        length = prepend(head, EXPLICIT_0, length);
        length = prepend(head, contentType, length);
        length = prepend(head, SEQUENCE, length);
        length = prepend(head, digests, length);
        length = prepend(head, version, length);
        length += certificates.length + crls.length + signerInfos.length;
        length = prepend(head, SEQUENCE, length);
        length = prepend(head, EXPLICIT_0, length);
        length = prepend(head, signedDataType, length);
        prepend(head, SEQUENCE, length);
        return new EnvelopingFrame(join(head), join(List.of(certificates, crls, signerInfos)));
    }

    private static long prepend(List<byte[]> parts, byte[] part, long length) {
        parts.addFirst(part);
        return length + part.length;
    }

    private static long prepend(List<byte[]> parts, int tag, long length) {
        return prepend(parts, header(tag, length), length);
    }

    /** Identifier and length octets (ITU-T X.690, 8.1.3 and 10.1). */
    private static byte[] header(int tag, long length) {
        if (length < 0x80) {
            return new byte[] {(byte) tag, (byte) length};
        }
        int octets = (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / 8;
        byte[] header = new byte[2 + octets];
        header[0] = (byte) tag;
        header[1] = (byte) (0x80 | octets);
        for (int i = 0; i < octets; i++) {
            header[2 + i] = (byte) (length >>> (8 * (octets - 1 - i)));
        }
        return header;
    }

    /** An optional set under an implicit tag; nothing where there is none. */
    private static byte[] tagged(int number, @Nullable ASN1Set set) {
        return set == null ? new byte[0] : encoded(new DLTaggedObject(false, number, set));
    }

    /** As it was read: an archive timestamp hashes these bytes, so no other encoding of the same value will do. */
    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does not fail", e);
        }
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
