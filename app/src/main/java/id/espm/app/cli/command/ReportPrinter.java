package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.report.Detail;
import id.espm.app.report.SignatoryRows;
import id.espm.app.report.SignatureDetails;
import id.espm.app.text.FindingText;
import id.espm.app.text.Texts;
import id.espm.app.verification.Judged;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.util.List;
import java.util.regex.Pattern;

/** Prints a judgement for people: the file's verdict in one line, why, what to do next, then each signature. */
final class ReportPrinter {
    private static final String INDENT = "  ";
    /** What would let a file's own words write over ours at the terminal. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final CommandContext context;
    private final Texts texts;
    private final SignatureDetails details;

    ReportPrinter(CommandContext context, SignatureDetails details) {
        this.context = context;
        this.texts = context.texts();
        this.details = details;
    }

    void print(Judged.Read read) {
        FileReport report = read.report();
        FindingText findings = texts.findings();
        say("", context.messages().get("verify.file", report.name(), findings.verdict(report)));
        List<String> reasons = findings.reasons(report);
        (reasons.isEmpty() ? List.of(findings.sentence(report.verdict())) : reasons)
                .forEach(reason -> say(INDENT, reason));
        say(INDENT, texts.get("verdict.next", findings.next(report.verdict())));
        read.signatories().ifPresent(signatories -> rows(SignatoryRows.of(texts, signatories), INDENT));
        signatures(report, INDENT);
        for (FileReport document : report.documents()) {
            say(INDENT, context.messages().get("verify.file", document.name(), findings.verdict(document)));
            if (context.globals().verbose() || !document.verdict().isValid()) {
                signatures(document, INDENT + INDENT);
            }
        }
    }

    private void signatures(FileReport report, String indent) {
        int number = 1;
        for (SignatureReport signature : report.signatures()) {
            String verdict = texts.findings().verdict(signature.verdict());
            say(indent, context.messages().get("verify.signature", number, verdict));
            if (report.signatures().size() > 1) {
                texts.findings().reason(signature.verdict()).ifPresent(reason -> say(indent + INDENT, reason));
            }
            number++;
            rows(details.usual(signature), indent + INDENT);
            if (context.globals().verbose()) {
                rows(details.expert(signature), indent + INDENT);
            }
        }
    }

    private void rows(List<Detail> rows, String indent) {
        rows.forEach(row -> say(indent, context.messages().get("verify.detail", row.label(), row.value())));
    }

    private void say(String indent, String line) {
        context.print(indent + printable(line));
    }

    /** A line that holds a file's own words, without what a terminal would obey. */
    static String printable(String line) {
        return UNPRINTABLE.matcher(line).replaceAll("\uFFFD");
    }
}
