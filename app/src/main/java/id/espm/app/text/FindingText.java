package id.espm.app.text;

import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verdicts in three words for people, and each finding as a sentence that names what it is about. */
public final class FindingText {
    private final Messages messages;

    public FindingText(Messages messages) {
        this.messages = messages;
    }

    /** {@code asli dan sah}, {@code belum dapat dipastikan} or {@code tidak sah}. */
    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> messages.get("verdict.VALID");
            case Verdict.Indeterminate indeterminate -> messages.get("verdict.INDETERMINATE");
            case Verdict.Invalid invalid -> messages.get("verdict.INVALID");
        };
    }

    /**
     * As {@link #verdict(Verdict)}, with words of their own for a file that nobody signed, one that cannot be read, one whose
     * content stands elsewhere, and a kind of signature that this program does not know.
     */
    public String verdict(FileReport report) {
        if (!report.signed()) {
            return messages.get("verdict.UNSIGNED");
        }
        if (!report.signatures().isEmpty() || report.findings().size() != 1) {
            return verdict(report.verdict());
        }
        return switch (report.findings().getFirst().kind()) {
            case FORM_UNKNOWN -> messages.get("verdict.UNSUPPORTED");
            case SIGNED_DATA_NOT_FOUND -> messages.get("verdict.CONTENT_NEEDED");
            case FORMAT_FAILURE, BUNDLE_UNREADABLE -> unreadable(report.verdict());
            default -> verdict(report.verdict());
        };
    }

    /** What nobody can read is never better than not valid, if it once was a signed file of ours. */
    private String unreadable(Verdict verdict) {
        String unreadable = messages.get("verdict.UNREADABLE");
        return verdict instanceof Verdict.Invalid ? verdict(verdict) + ", " + unreadable : unreadable;
    }

    /** What a valid verdict says and what it leaves open, or the reason of another one, in one sentence. */
    public String sentence(Verdict verdict) {
        return reason(verdict).orElseGet(() -> messages.get("verdict.VALID.reason"));
    }

    /** What to do next. */
    public String next(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> messages.get("verdict.VALID.next");
            case Verdict.Indeterminate indeterminate -> next(indeterminate.reason());
            case Verdict.Invalid invalid -> next(invalid.reason());
        };
    }

    /** What to do about a finding; some of it names options of the command line. */
    public String next(Finding finding) {
        return messages.get("finding." + finding.kind() + ".next");
    }

    /** The reason of a verdict; nothing where there is nothing to explain. */
    public Optional<String> reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> Optional.empty();
            case Verdict.Indeterminate indeterminate -> Optional.of(reason(indeterminate.reason()));
            case Verdict.Invalid invalid -> Optional.of(reason(invalid.reason()));
        };
    }

    /** One finding as a sentence. */
    public String reason(Finding finding) {
        String key = "finding." + finding.kind();
        return finding.detail().isEmpty() ? messages.get(key) : messages.get(key + ".detail", finding.detail());
    }

    /**
     * Why a file has the verdict that it has: its own findings, then those of its signatures, then what its documents have
     * besides, with their names; each sentence once.
     */
    public List<String> reasons(FileReport report) {
        Set<String> own = new LinkedHashSet<>();
        report.findings().forEach(f -> own.add(reason(f)));
        for (SignatureReport signature : report.signatures()) {
            reason(signature.verdict()).ifPresent(own::add);
        }
        Set<String> all = new LinkedHashSet<>(own);
        for (FileReport document : report.documents()) {
            for (String reason : reasons(document)) {
                if (!own.contains(reason)) {
                    all.add(named(document.name(), reason));
                }
            }
        }
        return List.copyOf(all);
    }

    private static String named(String document, String reason) {
        return reason.contains(document) ? reason : document + ": " + reason;
    }
}
