package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsClaims;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.cms.CmsVerifier;
import id.espm.signer.cms.TimestampCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Reads the signatures of a PDF and checks what their ranges cover. The gap in a range must hold the signature's own value and
 * nothing else, so that no content can hide in it.
 */
public final class PdfSignatureReader {
    /** A CMS of chains, timestamps and revocation data stays far below this. */
    private static final int MAX_GAP = 32 << 20;

    private final FileRegion pdf;
    private final CmsVerifier verifier = new CmsVerifier();

    private PdfSignatureReader(FileRegion pdf) {
        this.pdf = pdf;
    }

    /**
     * Reads all signatures, in the order of what they cover.
     *
     * @throws SignerException {@link Problem.PdfUnusable} if the file cannot be read as a PDF
     * @throws IOException     if it cannot be read at all
     */
    public static List<EmbeddedSignature> read(FileRegion pdf) throws IOException, SignerException {
        try (PDDocument document = PdfOpening.open(pdf)) {
            return new PdfSignatureReader(pdf).readAll(document);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            throw new SignerException(new Problem.PdfUnusable(pdf.file(), Problem.PdfUnusable.Reason.DAMAGED), e);
        }
    }

    private List<EmbeddedSignature> readAll(PDDocument document) throws IOException {
        List<EmbeddedSignature> signatures = new ArrayList<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature dictionary = field.getSignature();
            if (dictionary != null) {
                signatures.add(read(field.getFullyQualifiedName(), dictionary));
            }
        }
        signatures.sort(Comparator.comparingLong(EmbeddedSignature::coveredEnd));
        List<EmbeddedSignature> complete = new ArrayList<>();
        for (EmbeddedSignature signature : signatures) {
            complete.add(signature.flaw().isPresent() ? signature : signature.with(later(signature, signatures)));
        }
        return List.copyOf(complete);
    }

    /** What follows a signature: long-term data alone only if each document timestamp among it holds too. */
    private EmbeddedSignature.Later later(EmbeddedSignature signature, List<EmbeddedSignature> all) throws IOException {
        if (signature.coversAll()) {
            return EmbeddedSignature.Later.nothing();
        }
        List<CmsTimestamp> timestamps = new ArrayList<>();
        for (EmbeddedSignature other : all) {
            if (other.coveredEnd() > signature.coveredEnd()) {
                if (other.timestamp().isEmpty()) {
                    return EmbeddedSignature.Later.unknown("a further signature");
                }
                timestamps.add(other.timestamp().get());
            }
        }
        return LongTermUpdates.after(pdf, signature.coveredEnd(), timestamps);
    }

    private EmbeddedSignature read(String fieldName, PDSignature dictionary) throws IOException {
        COSArray array = dictionary.getCOSObject().getCOSArray(COSName.BYTERANGE);
        Optional<ByteRange> range = array == null ? Optional.empty() : ByteRange.of(array);
        if (range.isEmpty() || !range.get().liesWithin(pdf.length())) {
            return flawed(fieldName, dictionary, Finding.of(Kind.FORMAT_FAILURE), 0);
        }
        Optional<byte[]> value = valueInGap(range.get(), dictionary);
        if (value.isEmpty()) {
            return flawed(
                    fieldName,
                    dictionary,
                    Finding.of(Kind.NOT_WHOLE_FILE_COVERED),
                    range.get().end());
        }
        ByteRange covered = range.get();
        if (EmbeddedSignature.DOCUMENT_TIMESTAMP.equals(subFilter(dictionary))) {
            return timestamp(fieldName, covered, value.get());
        }
        CmsReport report;
        try (InputStream content = covered.open(pdf)) {
            report = verifier.verifyDetached(new ByteArrayInputStream(value.get()), content);
        }
        return new EmbeddedSignature(
                fieldName,
                subFilter(dictionary),
                claims(dictionary, report),
                report.flaw(),
                Optional.of(report),
                Optional.empty(),
                covered.end(),
                covered.end() == pdf.length(),
                EmbeddedSignature.Later.nothing());
    }

    private EmbeddedSignature timestamp(String fieldName, ByteRange range, byte[] token) throws IOException {
        CmsTimestamp timestamp = TimestampCheck.check(token, () -> range.open(pdf));
        return new EmbeddedSignature(
                fieldName,
                EmbeddedSignature.DOCUMENT_TIMESTAMP,
                CmsClaims.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(timestamp),
                range.end(),
                range.end() == pdf.length(),
                EmbeddedSignature.Later.nothing());
    }

    private static EmbeddedSignature flawed(String fieldName, PDSignature dictionary, Finding flaw, long end) {
        return new EmbeddedSignature(
                fieldName,
                subFilter(dictionary),
                claims(dictionary, new CmsReport(Optional.empty(), List.of())),
                Optional.of(flaw),
                Optional.empty(),
                Optional.empty(),
                end,
                false,
                EmbeddedSignature.Later.unknown(""));
    }

    /** The CMS that stands in the gap, if the gap is one hexadecimal string, the dictionary's own, padded with zeros only. */
    private Optional<byte[]> valueInGap(ByteRange range, PDSignature dictionary) throws IOException {
        FileRegion gap = range.gap(pdf);
        if (gap.length() < 2 || gap.length() > MAX_GAP) {
            return Optional.empty();
        }
        byte[] raw = gap.readAll();
        if (raw.length != gap.length() || raw[0] != '<' || raw[raw.length - 1] != '>') {
            return Optional.empty();
        }
        byte[] value;
        try {
            value = HexFormat.of().parseHex(new String(raw, 1, raw.length - 2, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        boolean dictionaryValue =
                dictionary.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSString string
                        && Arrays.equals(string.getBytes(), value);
        return dictionaryValue ? withoutPadding(value) : Optional.empty();
    }

    private static Optional<byte[]> withoutPadding(byte[] value) {
        long length = DerLength.ofFirstElement(value);
        if (length < 0 || length > value.length) {
            return Optional.of(value);
        }
        for (int i = (int) length; i < value.length; i++) {
            if (value[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(value, (int) length));
    }

    private static String subFilter(PDSignature dictionary) {
        return Optional.ofNullable(dictionary.getSubFilter()).orElse("");
    }

    private static CmsClaims claims(PDSignature dictionary, CmsReport report) {
        Optional<CmsClaims> inside = report.signatures().stream().findFirst().map(s -> s.claims());
        Optional<Instant> time = Optional.ofNullable(dictionary.getSignDate()).map(Calendar::toInstant);
        return new CmsClaims(
                time.or(() -> inside.flatMap(CmsClaims::claimedTime)),
                Optional.ofNullable(dictionary.getLocation()),
                inside.flatMap(CmsClaims::claimedRole),
                Optional.ofNullable(dictionary.getReason()));
    }
}
