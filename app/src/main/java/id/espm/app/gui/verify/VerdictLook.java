package id.espm.app.gui.verify;

import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;
import id.espm.app.text.Fault;
import id.espm.app.text.FindingText;
import id.espm.app.verification.Judged;
import id.espm.signer.Verdict;
import id.espm.signer.verify.FileReport;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict as it is seen at first sight.
 *
 * @param kind    its colour and its icon
 * @param word    such as {@code TIDAK SAH}
 * @param reasons what is wrong or missing, each with the document that it is about
 * @param next    what to do
 */
record VerdictLook(Notice.Kind kind, String word, List<String> reasons, String next) {

    static VerdictLook of(VerifyItem item, Words words) {
        return item.report()
                .map(report -> of(report, words))
                .orElseGet(() -> unread(item.file().judged(), words));
    }

    static VerdictLook of(FileReport report, Words words) {
        FindingText findings = words.shared().findings();
        List<String> reasons = new ArrayList<>(findings.reasons(report));
        if (reasons.isEmpty()) {
            reasons.add(findings.sentence(report.verdict()));
        }
        return new VerdictLook(
                report.signed() ? kind(report.verdict()) : Notice.Kind.INFO,
                upper(findings.verdict(report), words),
                reasons,
                words.shared().get("verdict.next", words.next(report.verdict())));
    }

    private static VerdictLook unread(Judged judged, Words words) {
        String why = switch (judged) {
            case Judged.Read read -> throw new IllegalStateException("it was read");
            case Judged.Refused refused ->
                words.shared().problems().explain(refused.problem()).whole();
            case Judged.Unreadable unreadable ->
                words.shared().problems().explain(unreadable.cause()).whole();
            case Judged.Faulty faulty ->
                words.shared().problems().explain(Fault.of(faulty.cause())).whole();
        };
        return new VerdictLook(
                Notice.Kind.WARNING, upper(words.shared().get("verdict.UNREADABLE"), words), List.of(why), "");
    }

    static Notice.Kind kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> Notice.Kind.GOOD;
            case Verdict.Indeterminate open -> Notice.Kind.WARNING;
            case Verdict.Invalid wrong -> Notice.Kind.BAD;
        };
    }

    private static String upper(String word, Words words) {
        return word.toUpperCase(words.locale());
    }
}
