package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.key.SigningKey;
import id.espm.signer.timestamp.TimestampSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes CMS SignedData with CAdES attributes in DER (RFC 5652; ETSI EN 319 122-1). The hash of the content is given, so content
 * of any size is signed without being held.
 */
public final class CmsSigner {
    private static final int ECDSA_VALUE_MAX = 160;

    private static final int MAX_BUFFER = 1 << 18;
    private static final int BLOCK = 1 << 12;

    private final CmsSigningRequest request;
    private final SigningMethod method;
    private volatile Size basic = new Size(null, 0);

    /** How large a signature of a key becomes without timestamp, in bytes. */
    private record Size(@Nullable SigningKey key, int bytes) {}

    public CmsSigner(CmsSigningRequest request, SigningMethod method) {
        this.request = request;
        this.method = method;
    }

    /**
     * Signs content that stands elsewhere.
     *
     * @param contentDigest its hash by the method's digest
     * @return the ContentInfo, at the method's level; for a PDF at B-T at most, since more than that stands beside the CMS
     * @throws SignerException {@link Problem.SigningFailed}, {@link Problem.TimestampUnavailable},
     *     {@link Problem.LevelNotReached}
     */
    public byte[] signDetached(byte[] contentDigest, SigningKey key) throws SignerException {
        byte[] signed = encode(signedData(signerInfo(contentDigest, key), key));
        if (request.format() == Format.PADES || !method.level().atLeast(SignatureLevel.B_LT)) {
            return signed;
        }
        return method.augmenter().orElseThrow().cms(signed, method.digest(), contentDigest, method.level());
    }

    /**
     * How many bytes {@link #signDetached} will return for this key up to level B-T, found without signing. At B-B it is a
     * bound; at B-T the next timestamp may be larger than expected.
     */
    public int expectedDetachedSize(SigningKey key) {
        Size known = basic;
        if (known.key() != key) {
            known = new Size(key, basicSize(key));
            basic = known;
        }
        return known.bytes() + stampedBy().map(SignatureTimestamp::expectedSize).orElse(0);
    }

    private int basicSize(SigningKey key) {
        byte[] digest = new byte[method.digest().newDigest().getDigestLength()];
        byte[] value = new byte[maxValueSize(key)];
        return encode(signedData(signerInfo(attributes(digest, key), value, null, key), key)).length;
    }

    /**
     * Signs content and writes it with its signature around it, in one pass over the content.
     *
     * @param content the content
     * @param size    its size in bytes, found when it was checked
     * @param hash    its hash by the method's digest, found when it was checked
     * @return whether what was read is what was stated; if not, what was written must be thrown away
     * @throws SignerException as {@link #signDetached}
     */
    public boolean signEnveloping(InputStream content, long size, byte[] hash, OutputStream out, SigningKey key)
            throws IOException, SignerException {
        EnvelopingFrame frame = EnvelopingFrame.around(signDetached(hash, key), size);
        MessageDigest digest = method.digest().newDigest();
        out.write(frame.head());
        long copied = copy(content, out, digest, size, frame.head().length);
        out.write(frame.tail());
        return copied == size && MessageDigest.isEqual(digest.digest(), hash);
    }

    /**
     * Copies at most one byte more than stated, enough to see that there is more.
     *
     * @param before how much was written already: what is written ends where a block of the disk does, which saves the system
     *     from touching each block twice
     */
    private static long copy(InputStream in, OutputStream out, MessageDigest digest, long stated, long before)
            throws IOException {
        byte[] buffer = new byte[Math.clamp(stated + 1, 1, MAX_BUFFER)];
        long copied = 0;
        while (copied <= stated) {
            long room = buffer.length == MAX_BUFFER ? MAX_BUFFER - (before + copied) % BLOCK : buffer.length;
            int n = in.read(buffer, 0, (int) Math.min(room, stated + 1 - copied));
            if (n < 0) {
                break;
            }
            digest.update(buffer, 0, n);
            out.write(buffer, 0, n);
            copied += n;
        }
        return copied;
    }

    private SignerInfo signerInfo(byte[] contentDigest, SigningKey key) throws SignerException {
        DERSet attributes = attributes(contentDigest, key);
        byte[] value = key.sign(SignedAttributes.encode(attributes), method.digest());
        Optional<TimestampSource> source = stampedBy();
        DERSet unsigned = source.isEmpty() ? null : SignatureTimestamp.over(value, method.digest(), source.get());
        return signerInfo(attributes, value, unsigned, key);
    }

    /** Where the signature's timestamp comes from, if the level asks for one. */
    private Optional<TimestampSource> stampedBy() {
        return method.level().atLeast(SignatureLevel.B_T) ? method.timestamps() : Optional.empty();
    }

    private DERSet attributes(byte[] contentDigest, SigningKey key) {
        AlgorithmIdentifier signatureAlgorithm = Algorithms.signature(key.scheme(), method.digest());
        return SignedAttributes.of(
                contentDigest,
                request,
                method.digest(),
                SignerCertificates.of(key).reference(),
                signatureAlgorithm);
    }

    private SignerInfo signerInfo(DERSet attributes, byte[] value, @Nullable DERSet unsigned, SigningKey key) {
        return new SignerInfo(
                new SignerIdentifier(SignerCertificates.of(key).issuerAndSerial()),
                Algorithms.digest(method.digest()),
                attributes,
                Algorithms.signature(key.scheme(), method.digest()),
                new DEROctetString(value),
                unsigned);
    }

    private SignedData signedData(SignerInfo signerInfo, SigningKey key) {
        return new SignedData(
                new DERSet(Algorithms.digest(method.digest())),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                SignerCertificates.of(key).brought(),
                null,
                new DERSet(signerInfo));
    }

    private static int maxValueSize(SigningKey key) {
        return key.certificate().getPublicKey() instanceof RSAKey rsa
                ? (rsa.getModulus().bitLength() + 7) / 8
                : ECDSA_VALUE_MAX;
    }

    private static byte[] encode(SignedData signedData) {
        try {
            return new ContentInfo(CMSObjectIdentifiers.signedData, signedData).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does not fail", e);
        }
    }

    /** The hash in which this signer wants content to be stated. */
    public DigestAlgorithm digest() {
        return method.digest();
    }
}
