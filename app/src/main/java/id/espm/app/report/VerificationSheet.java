package id.espm.app.report;

import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.FindingText;
import id.espm.app.text.Release;
import id.espm.app.text.Texts;
import id.espm.app.verification.Judged;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.pdf.sheet.SheetPart;
import id.espm.signer.pdf.sheet.SheetSection;
import id.espm.signer.pdf.sheet.Tone;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the report for people says of a file. */
public final class VerificationSheet {
    private final Texts texts;
    private final SignatureDetails details;
    private final Instant made;
    private final Instant at;

    /**
     * @param details the rows of a signature
     * @param made    when the report was made
     * @param at      as of when the files were judged
     */
    public VerificationSheet(Texts texts, SignatureDetails details, Instant made, Instant at) {
        this.texts = texts;
        this.details = details;
        this.made = made;
        this.at = at;
    }

    String title() {
        return texts.get("report.title");
    }

    Locale language() {
        return texts.messages().locale();
    }

    SheetSection section(Judged judged) throws IOException {
        List<SheetPart> parts = new ArrayList<>();
        parts.add(new SheetPart.Title(title()));
        Path file = judged.file();
        row(parts, "report.file", String.valueOf(file.getFileName()));
        if (Files.isReadable(file) && Files.isRegularFile(file)) {
            row(parts, "report.sha256", Sha256.of(file).hex());
        }
        row(parts, "report.made", texts.dates().dateTime(made));
        if (!at.equals(made)) {
            row(parts, "report.judged-at", texts.dates().dateTime(at));
        }
        switch (judged) {
            case Judged.Read read -> file(read, parts);
            case Judged.Refused refused -> unreadable(texts.problems().explain(refused.problem()), parts);
            case Judged.Unreadable unreadable -> unreadable(texts.problems().explain(unreadable.cause()), parts);
            case Judged.Faulty faulty -> unreadable(texts.problems().explain(Fault.of(faulty.cause())), parts);
        }
        parts.add(new SheetPart.Note(texts.get("report.note", Release.version())));
        return new SheetSection(
                parts,
                texts.get(
                        "report.footer",
                        Release.version(),
                        texts.dates().dateTime(made),
                        String.valueOf(file.getFileName())));
    }

    private void file(Judged.Read read, List<SheetPart> parts) {
        FileReport report = read.report();
        FindingText findings = texts.findings();
        badge(findings.verdict(report), tone(report), parts);
        List<String> reasons = findings.reasons(report);
        (reasons.isEmpty() ? List.of(findings.sentence(report.verdict())) : reasons)
                .forEach(reason -> parts.add(new SheetPart.Paragraph(reason)));
        parts.add(new SheetPart.Paragraph(texts.get("verdict.next", findings.next(report.verdict()))));
        read.signatories()
                .ifPresent(signatories -> SignatoryRows.of(texts, signatories)
                        .forEach(row -> parts.add(new SheetPart.Row(row.label(), row.value()))));
        signatures(report, parts);
        if (!report.documents().isEmpty()) {
            parts.add(new SheetPart.Heading(
                    texts.get("report.documents", report.documents().size())));
        }
        for (FileReport document : report.documents()) {
            document(document, parts);
        }
    }

    private void signatures(FileReport report, List<SheetPart> parts) {
        int number = 1;
        for (SignatureReport signature : report.signatures()) {
            parts.add(new SheetPart.Heading(texts.get("report.signature", number)));
            number++;
            signature(signature, parts);
        }
    }

    private void signature(SignatureReport signature, List<SheetPart> parts) {
        parts.add(new SheetPart.Status(texts.findings().verdict(signature.verdict()), tone(signature.verdict())));
        texts.findings().reason(signature.verdict()).ifPresent(reason -> parts.add(new SheetPart.Paragraph(reason)));
        details.printed(signature).forEach(row -> parts.add(new SheetPart.Row(row.label(), row.value())));
    }

    /** A document in a bundle that is in order takes one row: its signers are those of the bundle. */
    private void document(FileReport document, List<SheetPart> parts) {
        if (document.verdict().isValid()) {
            parts.add(new SheetPart.Row(document.name(), texts.findings().verdict(document)));
            return;
        }
        parts.add(new SheetPart.Heading(document.name()));
        parts.add(new SheetPart.Status(texts.findings().verdict(document), tone(document)));
        texts.findings().reasons(document).forEach(reason -> parts.add(new SheetPart.Paragraph(reason)));
        for (SignatureReport signature : document.signatures()) {
            details.usual(signature).forEach(row -> parts.add(new SheetPart.Row(row.label(), row.value())));
        }
    }

    private void unreadable(Explanation explanation, List<SheetPart> parts) {
        badge(texts.get("verdict.UNREADABLE"), Tone.CAUTION, parts);
        parts.add(new SheetPart.Paragraph(explanation.whole()));
    }

    private void badge(String words, Tone tone, List<SheetPart> parts) {
        parts.add(new SheetPart.Badge(words.toUpperCase(language()), tone));
    }

    private void row(List<SheetPart> parts, String key, String value) {
        parts.add(new SheetPart.Row(texts.get(key), value));
    }

    private static Tone tone(FileReport report) {
        return report.signed() ? tone(report.verdict()) : Tone.NEUTRAL;
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> Tone.GOOD;
            case Verdict.Indeterminate indeterminate -> Tone.CAUTION;
            case Verdict.Invalid invalid -> Tone.BAD;
        };
    }
}
