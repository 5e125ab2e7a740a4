package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.EmbeddedSignature.Later;
import id.espm.signer.pdf.revision.Change;
import id.espm.signer.pdf.revision.ModificationRules;
import id.espm.signer.pdf.revision.RevisionComparison;
import id.espm.signer.pdf.revision.TooMuch;
import id.espm.signer.pdf.revision.WorkTime;
import id.espm.signer.pdf.structure.PdfStructure;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF does after each of its signatures. Each revision that a signature covers is compared with the next one and with the
 * file as it is, and each change is held against what every signature before it allows (ISO 32000-2, 12.8.2). Two readers must
 * agree on where every object stands, and every byte that was added must belong to an object; else nothing is said.
 */
final class LaterRevisions {
    private static final Duration ALLOWED = Duration.ofSeconds(3);
    private static final int MAX_REVISIONS = 64;
    private static final Set<Change.Kind> SIGNATURES = Set.of(Change.Kind.SIGNATURE, Change.Kind.DRAWN_SIGNATURE);
    private static final String SEVERAL = "several fields hold a signature of this revision";
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final List<COSName> REVOCATION_VALUES =
            List.of(COSName.getPDFName("CRLs"), COSName.getPDFName("OCSPs"));

    private final FileRegion pdf;
    private final @Nullable Secret password;
    private final List<EmbeddedSignature> signatures;
    private final Set<Long> shared;
    private final long deadline = WorkTime.after(ALLOWED);
    private final List<Step> steps = new ArrayList<>();
    /** By the end of a revision, what each signature in it that covers it allows. */
    private final Map<Long, List<ModificationRules>> rules = new HashMap<>();

    private boolean revocationValues;

    private LaterRevisions(
            FileRegion pdf, @Nullable Secret password, List<EmbeddedSignature> signatures, Set<Long> shared) {
        this.pdf = pdf;
        this.password = password;
        this.signatures = signatures;
        this.shared = shared;
    }

    /**
     * What one revision changed against the one before it.
     *
     * @param from where it begins, in bytes
     * @param doubt why two readers may read it differently
     */
    private record Step(long from, List<Change> changes, Optional<String> doubt) {}

    /**
     * Analyses a file.
     *
     * @param signatures those whose range and value are sound
     * @param shared     the ends of ranges that several fields name
     * @return what follows each of them, in the same order
     */
    static List<Later> after(
            FileRegion pdf, @Nullable Secret password, List<EmbeddedSignature> signatures, Set<Long> shared)
            throws IOException {
        LaterRevisions revisions = new LaterRevisions(pdf, password, signatures, shared);
        Optional<Finding> failure = revisions.compare();
        List<Later> found = new ArrayList<>();
        for (EmbeddedSignature signature : signatures) {
            found.add(failure.map(Later::unclear).orElseGet(() -> revisions.judge(signature)));
        }
        return found;
    }

    private Optional<Finding> compare() throws IOException {
        Set<Long> ends = new TreeSet<>();
        signatures.forEach(signature -> ends.add(signature.coveredEnd()));
        ends.add(pdf.length());
        if (ends.size() > MAX_REVISIONS) {
            return beyondBounds("too many revisions");
        }
        if (ends.size() == 1) {
            // Nothing follows any of them.
            return Optional.empty();
        }
        try {
            compare(ends);
            return Optional.empty();
        } catch (TooMuch e) {
            return beyondBounds(e.getMessage());
        } catch (BeyondBounds e) {
            return beyondBounds(e.getMessage());
        } catch (SignerException | RuntimeException | StackOverflowError e) {
            if (e.getCause() instanceof BeyondBounds bounds) {
                return beyondBounds(bounds.getMessage());
            }
            // The parser reads objects when they are asked for, so damage shows late too.
            return Optional.of(unclear("a revision that cannot be read"));
        }
    }

    private static Optional<Finding> beyondBounds(@Nullable String what) {
        return Optional.of(new Finding(Finding.Kind.BEYOND_BOUNDS, String.valueOf(what)));
    }

    private static Finding unclear(String why) {
        return new Finding(Finding.Kind.LATER_CHANGES_UNCLEAR, why);
    }

    /** Each revision is opened once, and at most two are open at a time. */
    private void compare(Set<Long> ends) throws IOException, SignerException {
        Deque<PDDocument> open = new ArrayDeque<>();
        long beginning = 0;
        try {
            for (long end : ends) {
                TooMuch.after(deadline);
                open.addLast(PdfOpening.open(pdf.part(0, end), password));
                if (open.size() > 1) {
                    compare(open.getFirst(), beginning, open.getLast(), end);
                    open.removeFirst().close();
                }
                rules.put(end, rules(open.getLast(), end));
                beginning = end;
            }
            revocationValues = hasRevocationValues(open.getLast());
        } finally {
            for (PDDocument document : open) {
                document.close();
            }
        }
    }

    private void compare(PDDocument before, long beginning, PDDocument now, long end) throws IOException {
        COSDocument then = before.getDocument();
        COSDocument current = now.getDocument();
        Optional<String> doubt = doubt(then, beginning, current, end);
        steps.add(new Step(beginning, RevisionComparison.compare(then, current, deadline), doubt));
    }

    /** Why it is not certain that other programs read the same: repairs, hidden bytes, cross-references that lie. */
    private Optional<String> doubt(COSDocument before, long beginning, COSDocument now, long end) throws IOException {
        try (PdfStructure old = PdfStructure.open(pdf.part(0, beginning));
                PdfStructure whole = PdfStructure.open(pdf.part(0, end))) {
            old.requireSame(before.getXrefTable());
            whole.requireSame(now.getXrefTable());
            whole.requireUpdatesOf(old);
            return Optional.empty();
        } catch (Unusual e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            return Optional.of("a number that is too large");
        }
    }

    private static List<ModificationRules> rules(PDDocument document, long end) {
        COSDictionary catalog = document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
        List<ModificationRules> found = new ArrayList<>();
        for (FormFields.Field field : catalog == null ? List.<FormFields.Field>of() : FormFields.of(catalog)) {
            field.value()
                    .filter(value -> covers(value, end))
                    .map(ModificationRules::of)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static boolean covers(COSDictionary signature, long end) {
        COSArray range = signature.getCOSArray(COSName.BYTERANGE);
        return range != null && ByteRange.of(range).filter(r -> r.end() == end).isPresent();
    }

    private static boolean hasRevocationValues(PDDocument document) {
        COSDictionary catalog = document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary store = catalog == null ? null : catalog.getCOSDictionary(DSS);
        return store != null
                && REVOCATION_VALUES.stream().anyMatch(name -> {
                    COSArray values = store.getCOSArray(name);
                    return values != null && values.size() > 0;
                });
    }

    private Later judge(EmbeddedSignature signature) {
        List<ModificationRules> own = rules.getOrDefault(signature.coveredEnd(), List.of());
        if (own.isEmpty() && !steps.isEmpty()) {
            return changed("the signature is in no field of the revision that it covers");
        }
        Verdict verdict = Verdict.valid();
        Set<String> modifications = new LinkedHashSet<>();
        if (own.size() > 1 || shared.contains(signature.coveredEnd())) {
            verdict = Later.unclear(unclear(SEVERAL)).verdict();
            modifications.add(SEVERAL);
        }
        for (Step step : steps) {
            if (step.from() < signature.coveredEnd()) {
                continue;
            }
            for (Change change : step.changes()) {
                Verdict one = own.getFirst().judge(holds(change) ? change : unsound(change));
                modifications.add(words(one) + change);
                verdict = Verdict.worse(verdict, one);
            }
            if (step.doubt().isPresent()) {
                Later unclear = Later.unclear(unclear(step.doubt().get()));
                verdict = Verdict.worse(verdict, unclear.verdict());
                modifications.addAll(unclear.modifications());
            }
        }
        return new Later(verdict, List.copyOf(modifications), revocationValues, timestampsAfter(signature));
    }

    private static Later changed(String what) {
        Finding finding = new Finding(Finding.Kind.CHANGED_AFTER_SIGNING, what);
        return new Later(new Verdict.Invalid(finding), List.of("not allowed: " + what), false, List.of());
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "allowed: ";
            case Verdict.Indeterminate indeterminate -> "unclear: ";
            case Verdict.Invalid invalid -> "not allowed: ";
        };
    }

    /** A further signature may draw its block only if it is one. */
    private boolean holds(Change change) {
        return !SIGNATURES.contains(change.kind())
                || signatures.stream()
                        .filter(other -> other.fieldName().equals(change.what()))
                        .anyMatch(EmbeddedSignature::holds);
    }

    private static Change unsound(Change signature) {
        return new Change(Change.Kind.UNEXPLAINED, "a signature that does not hold: " + signature.what());
    }

    private List<CmsTimestamp> timestampsAfter(EmbeddedSignature signature) {
        return signatures.stream()
                .filter(other -> other.coveredEnd() > signature.coveredEnd())
                .flatMap(other -> other.timestamp().stream())
                .toList();
    }
}
