package id.espm.signer.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1SetParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignedDataParser;
import org.bouncycastle.util.io.Streams;
import org.jspecify.annotations.Nullable;

/** Takes an enveloping SignedData apart as a stream: what stands around its content, every element as it is encoded. */
final class EnvelopedParts {
    private EnvelopedParts() {}

    /**
     * Reads to the end of the SignedData.
     *
     * @param sink receives the content
     * @return all of it but the content
     */
    static SignedData read(InputStream p7m, OutputStream sink) throws IOException, Malformed {
        return Malformed.guard(() -> {
            ASN1SequenceParser outer =
                    (ASN1SequenceParser) new ASN1StreamParser(p7m, ParsingLimit.of(p7m)).readObject();
            SignedDataParser parser =
                    SignedDataParser.getInstance(new ContentInfoParser(outer).getContent(BERTags.SEQUENCE));
            ASN1Set digests = set(parser.getDigestAlgorithms());
            ASN1Encodable content = parser.getEncapContentInfo().getContent(BERTags.OCTET_STRING);
            Streams.pipeAll(((ASN1OctetStringParser) content).getOctetStream(), sink, 1 << 16);
            ASN1Set certificates = set(parser.getCertificates());
            ASN1Set crls = set(parser.getCrls());
            ASN1Set signers = set(parser.getSignerInfos());
            return new SignedData(
                    digests, new ContentInfo(CMSObjectIdentifiers.data, null), certificates, crls, signers);
        });
    }

    private static ASN1Set set(@Nullable ASN1SetParser parser) throws IOException {
        return parser == null ? new DLSet() : ASN1Set.getInstance(parser.toASN1Primitive());
    }

    /** Both, each element once and byte for byte, in the order of DER (ITU-T X.690, 11.6). */
    static SignedData merge(SignedData first, SignedData second) {
        return new SignedData(
                merge(first.getDigestAlgorithms(), second.getDigestAlgorithms()),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                merge(first.getCertificates(), second.getCertificates()),
                orNothing(merge(first.getCRLs(), second.getCRLs())),
                merge(first.getSignerInfos(), second.getSignerInfos()));
    }

    private static @Nullable ASN1Set orNothing(ASN1Set set) {
        return set.size() == 0 ? null : set;
    }

    private static ASN1Set merge(@Nullable ASN1Set first, @Nullable ASN1Set second) {
        Map<String, ASN1Encodable> elements = new LinkedHashMap<>();
        List<byte[]> encodings = new ArrayList<>();
        for (ASN1Set set : Arrays.asList(first, second)) {
            if (set == null) {
                continue;
            }
            for (ASN1Encodable element : set) {
                byte[] encoded = EvidenceCheck.encoded(element);
                if (elements.putIfAbsent(key(encoded), element) == null) {
                    encodings.add(encoded);
                }
            }
        }
        encodings.sort(Arrays::compareUnsigned);
        ASN1EncodableVector sorted = new ASN1EncodableVector();
        for (byte[] encoded : encodings) {
            ASN1Encodable element = elements.get(key(encoded));
            if (element != null) {
                sorted.add(element);
            }
        }
        return new DLSet(sorted);
    }

    private static String key(byte[] encoded) {
        return HexFormat.of().formatHex(encoded);
    }
}
