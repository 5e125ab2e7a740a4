package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.text.FindingText;
import id.espm.app.text.Texts;
import id.espm.signer.Nik;
import id.espm.signer.SignatureLevel;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a judgement for people: the file's verdict in one line, why, then each signature. */
final class ReportPrinter {
    private static final String INDENT = "  ";

    private final CommandContext context;
    private final Texts texts;

    ReportPrinter(CommandContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    void print(FileReport report) {
        FindingText findings = texts.findings();
        context.print(context.messages().get("verify.file", report.name(), findings.verdict(report)));
        for (String reason : findings.reasons(report)) {
            context.print(INDENT + reason);
        }
        signatures(report, INDENT);
        for (FileReport document : report.documents()) {
            context.print(INDENT + context.messages().get("verify.file", document.name(), findings.verdict(document)));
            if (context.globals().verbose() || !document.verdict().isValid()) {
                signatures(document, INDENT + INDENT);
            }
        }
    }

    private void signatures(FileReport report, String indent) {
        int number = 1;
        for (SignatureReport signature : report.signatures()) {
            context.print(indent
                    + context.messages()
                            .get("verify.signature", number++, texts.findings().verdict(signature.verdict())));
            details(signature).forEach(line -> context.print(indent + INDENT + line));
        }
    }

    private List<String> details(SignatureReport signature) {
        List<String> lines = new ArrayList<>();
        Optional<CertificateIdentity> signer = signature.certificate().map(CertificateIdentity::of);
        signer.ifPresent(s -> {
            line(
                    lines,
                    "verify.signer",
                    s.nama()
                            + s.nik()
                                    .map(Nik::masked)
                                    .map(n -> " (NIK " + n + ")")
                                    .orElse(""));
            line(lines, "verify.certificate", s.serialHex() + ", " + s.issuer());
        });
        signature.claims().claimedRole().ifPresent(role -> line(lines, "verify.role", role));
        signature
                .claims()
                .claimedTime()
                .ifPresent(t -> line(lines, "verify.time", texts.dates().dateTime(t)));
        signature
                .provenTime()
                .ifPresent(t -> line(lines, "verify.proven-time", texts.dates().dateTime(t)));
        signature.claims().claimedPlace().ifPresent(place -> line(lines, "verify.place", place));
        signature.claims().claimedReason().ifPresent(reason -> line(lines, "verify.reason", reason));
        signature.level().map(SignatureLevel::label).ifPresent(level -> line(lines, "verify.level", level));
        return lines;
    }

    private void line(List<String> lines, String key, String value) {
        lines.add(context.messages().get(key, value));
    }
}
