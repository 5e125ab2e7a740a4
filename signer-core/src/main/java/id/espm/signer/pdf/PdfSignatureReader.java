package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsClaims;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.cms.CmsVerifier;
import id.espm.signer.cms.TimestampCheck;
import id.espm.signer.key.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Reads the signatures of a PDF and checks what their ranges cover. The gap in a range must hold the signature's own value and
 * nothing else, so that no content can hide in it.
 */
public final class PdfSignatureReader {
    /** A CMS of chains, timestamps and revocation data stays far below this. */
    private static final int MAX_GAP = 32 << 20;

    /** A signature is hashed over nearly the whole file, and each starts a revision. */
    private static final int MAX_SIGNATURES = 64;

    /** Several fields may name one signature. */
    private static final int MAX_FIELDS = 1_000;

    private static final String OF_SHA1 = "adbe.pkcs7.sha1";
    /** Kinds of value that are not CMS, or not of a person (ISO 32000-1, table 257). */
    private static final Set<String> UNKNOWN_FORMS = Set.of("adbe.x509.rsa_sha1");

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
        return read(pdf, null);
    }

    /**
     * Reads all signatures of a PDF that may be encrypted.
     *
     * @param password the user's or the owner's; {@code null} where none is known
     */
    public static List<EmbeddedSignature> read(FileRegion pdf, @Nullable Secret password)
            throws IOException, SignerException {
        PdfSignatureReader reader = new PdfSignatureReader(pdf);
        List<EmbeddedSignature> signatures = new ArrayList<>();
        Set<ByteRange> seen = new HashSet<>();
        Set<Long> shared = new HashSet<>();
        for (Signed signed : PdfOpening.guard(pdf, () -> signed(pdf, password))) {
            // Several fields may name one signature; it is judged once, and that it is so is told.
            Optional<ByteRange> range = signed.dictionary().range();
            if (range.isEmpty() || seen.add(range.get())) {
                if (signatures.size() == MAX_SIGNATURES) {
                    throw new SignerException(
                            new PdfUnusable(pdf.file(), Reason.DAMAGED), new BeyondBounds("too many signatures"));
                }
                signatures.add(reader.read(signed.field(), signed.dictionary()));
            } else {
                shared.add(range.get().end());
            }
        }
        signatures.sort(Comparator.comparingLong(EmbeddedSignature::coveredEnd));
        List<EmbeddedSignature> sound =
                signatures.stream().filter(s -> s.flaw().isEmpty()).toList();
        List<EmbeddedSignature.Later> later = LaterRevisions.after(pdf, password, sound, shared);
        List<EmbeddedSignature> complete = new ArrayList<>();
        for (EmbeddedSignature signature : signatures) {
            int index = sound.indexOf(signature);
            complete.add(index < 0 ? signature : signature.with(later.get(index)));
        }
        return List.copyOf(complete);
    }

    /** A signature as its field holds it. */
    private record Signed(String field, StatedSignature dictionary) {}

    private static List<Signed> signed(FileRegion pdf, @Nullable Secret password) throws IOException, SignerException {
        try (PDDocument document = PdfOpening.open(pdf, password)) {
            List<Signed> signed = new ArrayList<>();
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature dictionary = field.getSignature();
                if (dictionary != null) {
                    if (signed.size() == MAX_FIELDS) {
                        throw new BeyondBounds("too many signed fields");
                    }
                    signed.add(new Signed(field.getFullyQualifiedName(), StatedSignature.of(dictionary)));
                }
            }
            return signed;
        }
    }

    private EmbeddedSignature read(String fieldName, StatedSignature dictionary) throws IOException {
        Optional<ByteRange> range = dictionary.range();
        if (range.isEmpty() || !range.get().liesWithin(pdf.length())) {
            return flawed(fieldName, dictionary, invalid(Kind.FORMAT_FAILURE), 0);
        }
        Optional<byte[]> value = valueInGap(range.get(), dictionary);
        if (value.isEmpty()) {
            return flawed(
                    fieldName,
                    dictionary,
                    invalid(Kind.NOT_WHOLE_FILE_COVERED),
                    range.get().end());
        }
        ByteRange covered = range.get();
        if (isBlank(value.get())) {
            // Nothing was put where a signature was to be, as some programs leave it.
            Verdict never = new Verdict.Indeterminate(new Finding(Kind.NOT_SIGNED, fieldName));
            return flawed(fieldName, dictionary, never, covered.end());
        }
        if (EmbeddedSignature.DOCUMENT_TIMESTAMP.equals(dictionary.subFilter())) {
            return timestamp(fieldName, covered, value.get());
        }
        if (UNKNOWN_FORMS.contains(dictionary.subFilter())) {
            Verdict unknown = new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, dictionary.subFilter()));
            return flawed(fieldName, dictionary, unknown, covered.end());
        }
        CmsReport report = check(dictionary.subFilter(), covered, value.get());
        return new EmbeddedSignature(
                fieldName,
                dictionary.subFilter(),
                claims(dictionary, report),
                report.flaw().map(Verdict.Invalid::new),
                Optional.of(report),
                Optional.empty(),
                covered.end(),
                covered.end() == pdf.length(),
                EmbeddedSignature.Later.nothing());
    }

    /** The value is detached, or of the range's SHA-1 as {@code adbe.pkcs7.sha1} has it (ISO 32000-1, 12.8.3.3). */
    private CmsReport check(String subFilter, ByteRange covered, byte[] value) throws IOException {
        if (!subFilter.equals(OF_SHA1)) {
            try (InputStream content = covered.open(pdf)) {
                CmsReport report = verifier.verifyDetached(new ByteArrayInputStream(value), content);
                // What such a value holds besides was never compared with the document (ISO 32000-2, 12.8.3.3.1).
                return CmsVerifier.holdsContent(value)
                        ? new CmsReport(Optional.of(new Finding(Kind.FORMAT_FAILURE, "eContent")), report.signatures())
                        : report;
            }
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        CmsReport report = verifier.verifyEnveloping(new ByteArrayInputStream(value), signed);
        try (InputStream content = covered.open(pdf)) {
            boolean same = MessageDigest.isEqual(signed.toByteArray(), sha1(content));
            return same ? report : new CmsReport(Optional.of(Finding.of(Kind.HASH_FAILURE)), report.signatures());
        }
    }

    private static byte[] sha1(InputStream content) throws IOException {
        try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-1"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static Verdict invalid(Kind kind) {
        return new Verdict.Invalid(Finding.of(kind));
    }

    private static boolean isBlank(byte[] value) {
        for (byte b : value) {
            if (b != 0) {
                return false;
            }
        }
        return true;
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

    private static EmbeddedSignature flawed(String fieldName, StatedSignature dictionary, Verdict flaw, long end) {
        return new EmbeddedSignature(
                fieldName,
                dictionary.subFilter(),
                claims(dictionary, new CmsReport(Optional.empty(), List.of())),
                Optional.of(flaw),
                Optional.empty(),
                Optional.empty(),
                end,
                false,
                EmbeddedSignature.Later.nothing());
    }

    /** The CMS that stands in the gap, if the gap is one hexadecimal string, the dictionary's own, padded with zeros only. */
    private Optional<byte[]> valueInGap(ByteRange range, StatedSignature dictionary) throws IOException {
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
        boolean dictionaryValue = dictionary
                .value()
                .filter(v -> Arrays.equals(v.getBytes(), value))
                .isPresent();
        return dictionaryValue ? withoutPadding(value) : Optional.empty();
    }

    private static Optional<byte[]> withoutPadding(byte[] value) {
        long length = BerLength.ofFirstElement(value);
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

    private static CmsClaims claims(StatedSignature dictionary, CmsReport report) {
        Optional<CmsClaims> inside = report.signatures().stream().findFirst().map(s -> s.claims());
        return new CmsClaims(
                dictionary.time().or(() -> inside.flatMap(CmsClaims::claimedTime)),
                dictionary.place(),
                inside.flatMap(CmsClaims::claimedRole),
                dictionary.reason());
    }
}
