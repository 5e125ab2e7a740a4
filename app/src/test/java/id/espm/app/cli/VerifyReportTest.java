package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.validationreport.ValidationReportFacade;
import eu.europa.esig.validationreport.jaxb.ValidationReportType;
import id.espm.app.Practice;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reports in files: PDF for people, XML for experts. */
@ExtendWith(Practice.Extension.class)
class VerifyReportTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path bundle;

    @BeforeEach
    void signABundle(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        bundle = VerifyCommandTest.signed(program, practice, "SPM", "PPSPM", home.resolve("out"));
    }

    private record Printed(int pages, String text) {}

    private static Printed read(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            return new Printed(document.getNumberOfPages(), text);
        }
    }

    private static ValidationReportType xml(Path file) throws Exception {
        return ValidationReportFacade.newFacade().unmarshall(file.toFile(), true);
    }

    @Test
    void aBundleIsOnOnePage() throws Exception {
        Path report = home.resolve("laporan.pdf");

        Program.Result result = program.run("verify", bundle, "--trust", practice.trust(), "--report", report);

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).contains("Laporan: " + report);
        Printed printed = read(report);
        assertThat(printed.pages()).isEqualTo(1);
        assertThat(printed.text())
                .contains(
                        "Laporan pemeriksaan tanda tangan elektronik",
                        bundle.getFileName().toString(),
                        Sha256.of(bundle).hex(),
                        "ASLI DAN SAH",
                        "Langkah berikutnya: dokumen dapat dipakai.",
                        "Siti Rahayu Latihan (NIK 999999********01)",
                        "CA LATIHAN BSrE",
                        "lampiran/00123A-spm.pdf",
                        "e-SPM Signer");
    }

    @Test
    void itIsWrittenForBadFilesTooAndExitCodesStay() throws Exception {
        Path broken = Zips.flip(bundle, "lampiran/00123A-spm.pdf", home.resolve("rusak.asice"));
        Path unsigned = practice.paket("SPM").resolve("00123A-spm.pdf");
        Path report = home.resolve("baru/laporan.PDF");
        Path etsi = home.resolve("baru/laporan.xml");

        Program.Result result = program.run(
                "verify",
                "--lang",
                "en",
                broken,
                unsigned,
                home.resolve("tidak-ada.pdf"),
                "--trust",
                practice.trust(),
                "--report",
                report,
                "--report",
                etsi);

        assertThat(result.exit()).isEqualTo(1);
        Printed printed = read(report);
        assertThat(printed.pages()).isGreaterThanOrEqualTo(3);
        assertThat(printed.text())
                .contains("NOT VALID", "NOT SIGNED ELECTRONICALLY", "CANNOT BE READ", "Next step: do not use it");
        assertThat(xml(etsi)
                        .getSignatureValidationReport()
                        .getLast()
                        .getSignatureValidationStatus()
                        .getMainIndication())
                .isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void theReportForExpertsHasEachSignatureOnceAndFitsTheSchema() throws Exception {
        Path etsi = home.resolve("etsi.xml");

        assertThat(program.run("verify", bundle, bundle, "--trust", practice.trust(), "--report", etsi)
                        .exit())
                .isZero();

        ValidationReportType report = xml(etsi);
        assertThat(report.getSignatureValidationReport())
                .hasSize(10)
                .allSatisfy(signature -> assertThat(
                                signature.getSignatureValidationStatus().getMainIndication())
                        .isEqualTo(Indication.TOTAL_PASSED));
        assertThat(report.getSignatureValidationObjects().getValidationObject().stream()
                        .map(object -> object.getId()))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void whatIsThereIsNotReplacedUnlessForced() throws IOException {
        Path report = Files.writeString(home.resolve("laporan.pdf"), "lama");

        Program.Result refused = program.run("verify", bundle, "--trust", practice.trust(), "--report", report);
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.out()).isEmpty();
        assertThat(report).hasContent("lama");

        assertThat(program.run("verify", bundle, "--trust", practice.trust(), "--report", report, "--force")
                        .exit())
                .isZero();
        assertThat(read(report).pages()).isEqualTo(1);
    }

    @Test
    void aReportNeverTakesThePlaceOfWhatIsJudged() {
        assertThat(program.run("verify", bundle, "--report", bundle, "--force").exit())
                .isEqualTo(2);
        assertThat(program.run("verify", bundle, "--trust", practice.trust()).exit())
                .isZero();
    }

    @Test
    void anEarlierReportInTheFolderIsNotJudged() {
        Path folder = bundle.getParent();
        Path report = folder.resolve("laporan.pdf");

        for (int i = 0; i < 2; i++) {
            assertThat(program.run("verify", folder, "--trust", practice.trust(), "--report", report, "--force")
                            .exit())
                    .isZero();
        }
    }
}
