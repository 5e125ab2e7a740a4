package id.espm.signer.cms;

import id.espm.signer.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Checks the integrity of CMS SignedData (RFC 5652) as a stream: content of any size is hashed once and never held. Trust in
 * the certificates is not judged here.
 */
public final class CmsVerifier {
    /** In BER the SEQUENCEs and [0]s around SignedData may each end in two zero octets. */
    private static final int MAX_END_OF_CONTENTS = 6;

    /** Chains of several signers with their cross-certificates stay far below this. */
    private static final int MAX_CERTIFICATES = 256;

    private static final int MAX_SIGNERS = 64;
    /** Each hashes all of the content. */
    private static final int MAX_DIGESTS = 8;

    /**
     * Checks a signature that holds its content, and gives the content out. What reached the sink is worth something only if
     * the report has no flaw and its signatures hold.
     *
     * @param cms  read to its end; not closed
     * @param sink receives the content
     * @throws IOException if the sink fails; never for a bad signature
     */
    public CmsReport verifyEnveloping(InputStream cms, OutputStream sink) throws IOException {
        return verify(cms, null, sink);
    }

    /**
     * Checks a signature over content that stands elsewhere.
     *
     * @param cms     read to its end; not closed
     * @param content read to its end; not closed
     */
    public CmsReport verifyDetached(InputStream cms, InputStream content) throws IOException {
        return verify(cms, content, OutputStream.nullOutputStream());
    }

    private static CmsReport verify(InputStream cms, @Nullable InputStream detached, OutputStream sink)
            throws IOException {
        OuterHeader input = new OuterHeader(cms);
        try {
            CMSSignedDataParser parser = Malformed.guard(() -> parser(input, detached));
            Optional<CMSTypedStream> content = Malformed.guard(() -> Optional.ofNullable(parser.getSignedContent()));
            if (content.isEmpty()) {
                return withoutContent(parser);
            }
            copy(Malformed.guard(content.get()::getContentStream), sink);
            List<X509Certificate> bag = Malformed.guard(() -> certificates(parser));
            SignedDataParts around = Malformed.guard(() -> SignedDataParts.of(parser));
            List<SignerInformation> signers =
                    Malformed.guard(() -> List.copyOf(parser.getSignerInfos().getSigners()));
            if (!input.isSignedData()) {
                return CmsReport.unreadable(Finding.Kind.FORMAT_FAILURE, "contentType");
            }
            boolean surplus = surplus(input, input.indefinite()) || input.endsElsewhere();
            return report(around, signers, bag, surplus);
        } catch (Malformed e) {
            if (!input.isSignedData()) {
                return CmsReport.unreadable(Finding.Kind.NOT_SIGNED, "");
            }
            return CmsReport.unreadable(
                    e.isUnknownValue() ? Finding.Kind.FORM_UNKNOWN : Finding.Kind.FORMAT_FAILURE,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Certificates alone, as {@code .p7b} files hold them, are signed by nobody. */
    private static CmsReport withoutContent(CMSSignedDataParser parser) throws Malformed {
        Malformed.guard(() -> certificates(parser));
        boolean signed = Malformed.guard(() -> parser.getSignerInfos().size() > 0);
        return CmsReport.unreadable(signed ? Finding.Kind.SIGNED_DATA_NOT_FOUND : Finding.Kind.NOT_SIGNED, "");
    }

    /** Whether a signature holds content, were it empty. */
    public static boolean holdsContent(byte[] cms) {
        try {
            return Malformed.guard(() -> new CMSSignedData(cms).getSignedContent() != null);
        } catch (Malformed e) {
            return false;
        }
    }

    private static CMSSignedDataParser parser(InputStream cms, @Nullable InputStream detached)
            throws CMSException, OperatorCreationException, IOException {
        DigestCalculatorProvider every = new JcaDigestCalculatorProviderBuilder().build();
        Set<ASN1ObjectIdentifier> asked = new HashSet<>();
        DigestCalculatorProvider digests = algorithm -> {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.md2)) {
                throw new OperatorCreationException("MD2 is slow and proves nothing");
            }
            if (asked.add(algorithm.getAlgorithm()) && asked.size() > MAX_DIGESTS) {
                throw new IllegalArgumentException("more than " + MAX_DIGESTS + " digest algorithms");
            }
            return every.get(algorithm);
        };
        return detached == null
                ? new CMSSignedDataParser(digests, ParsingLimit.over(cms))
                : new CMSSignedDataParser(digests, new CMSTypedStream(detached), ParsingLimit.over(cms));
    }

    private static CmsReport report(
            SignedDataParts around, List<SignerInformation> signers, List<X509Certificate> bag, boolean surplus)
            throws Malformed {
        if (signers.isEmpty()) {
            return CmsReport.unreadable(
                    Finding.Kind.NOT_SIGNED, around.contentType().getId());
        }
        if (PKCSObjectIdentifiers.id_ct_TSTInfo.equals(around.contentType())) {
            // An authority's word on a time, and nobody's signature on a document.
            return CmsReport.unreadable(Finding.Kind.FORM_UNKNOWN, "TimeStampToken");
        }
        if (signers.size() > MAX_SIGNERS) {
            return CmsReport.unreadable(Finding.Kind.FORM_UNKNOWN, "more than " + MAX_SIGNERS + " signers");
        }
        List<CmsSignature> signatures = new ArrayList<>();
        for (SignerInformation signer : signers) {
            signatures.add(Malformed.guard(() -> SignerInfoCheck.check(signer, around, bag)));
        }
        Optional<Finding> flaw =
                surplus ? Optional.of(Finding.of(Finding.Kind.NOT_WHOLE_FILE_COVERED)) : Optional.empty();
        return new CmsReport(flaw, signatures);
    }

    private static void copy(InputStream content, OutputStream sink) throws IOException, Malformed {
        byte[] buffer = new byte[1 << 16];
        for (int n = Malformed.guard(() -> content.read(buffer));
                n >= 0;
                n = Malformed.guard(() -> content.read(buffer))) {
            sink.write(buffer, 0, n);
        }
    }

    private static List<X509Certificate> certificates(CMSSignedDataParser parser) throws CMSException, IOException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> found = new ArrayList<>();
        Store<?> holders = parser.getCertificates();
        Collection<?> all = holders.getMatches(null);
        if (all.size() > MAX_CERTIFICATES) {
            throw new IOException("more than " + MAX_CERTIFICATES + " certificates");
        }
        for (Object holder : all) {
            try {
                found.add(converter.getCertificate((X509CertificateHolder) holder));
            } catch (CertificateException e) {
                throw new IOException(e);
            }
        }
        return found;
    }

    /** Whether bytes follow the signature that belong to nothing. */
    private static boolean surplus(InputStream cms, boolean indefinite) throws Malformed {
        byte[] rest = Malformed.guard(() -> cms.readNBytes(MAX_END_OF_CONTENTS + 1));
        if (!indefinite) {
            return rest.length > 0;
        }
        boolean onlyZero = true;
        for (byte b : rest) {
            onlyZero &= b == 0;
        }
        return !onlyZero || rest.length > MAX_END_OF_CONTENTS || rest.length % 2 != 0;
    }
}
