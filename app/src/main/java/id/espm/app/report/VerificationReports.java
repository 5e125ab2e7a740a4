package id.espm.app.report;

import id.espm.app.text.Texts;
import id.espm.app.verification.Judged;
import id.espm.signer.Finding;
import id.espm.signer.SignerException;
import id.espm.signer.opinion.EtsiReport;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.sheet.SheetPrinter;
import id.espm.signer.pdf.sheet.SheetSection;
import id.espm.signer.verify.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of one verification: a PDF with a page for each file, for people, a validation report in XML (ETSI TS 119 102-2),
 * for experts, and the document of {@code verify --json}, for programs. They are gathered file by file and written when all were
 * judged.
 */
public final class VerificationReports {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<ReportFile> targets;
    private final VerificationSheet sheet;
    private final Texts indonesian;
    private final List<SheetSection> sections = new ArrayList<>();
    private final List<VerifyJson.FileJson> records = new ArrayList<>();
    private final EtsiReport etsi = new EtsiReport();

    /** @param indonesian in which programs are told what is wrong */
    public VerificationReports(List<ReportFile> targets, VerificationSheet sheet, Texts indonesian) {
        this.targets = List.copyOf(targets);
        this.sheet = sheet;
        this.indonesian = indonesian;
    }

    /** Whether the second judge must make its own reports. */
    public boolean wantsXml() {
        return targets.stream().anyMatch(ReportFile::isXml);
    }

    private boolean wantsPdf() {
        return targets.stream().anyMatch(target -> !target.isXml() && !target.isJson());
    }

    /** Takes in one file. */
    public void add(Judged judged) throws IOException {
        if (wantsPdf()) {
            sections.add(sheet.section(judged));
        }
        if (targets.stream().anyMatch(ReportFile::isJson)) {
            records.add(VerifyJson.of(judged, indonesian));
        }
        if (wantsXml()) {
            etsi.add(
                    judged instanceof Judged.Read read
                            ? read.report()
                            : FileReport.undecided(judged.file().toString(), Finding.of(Finding.Kind.FORMAT_FAILURE)));
        }
    }

    /**
     * Writes them.
     *
     * @return which were written
     * @throws SignerException {@link id.espm.signer.Problem.OutputExists}
     */
    public List<Path> write() throws IOException, SignerException {
        for (ReportFile target : targets) {
            if (target.isXml()) {
                target.write(etsi::write);
            } else if (target.isJson()) {
                target.write(out -> out.write(JSON.writeValueAsBytes(new VerifyJson(records))));
            } else {
                SheetPrinter printer = new SheetPrinter(FontLibrary.ofThisMachine());
                target.write(out -> printer.print(sheet.title(), sheet.language(), sections, out));
            }
        }
        return targets.stream().map(ReportFile::path).toList();
    }
}
