package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.CheckedFile;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A block that was drawn must be seen by viewers that are not ours, in a file that is signed whole. */
class VisibleSignatureTest {
    private static final AppearanceRenderer RENDERER = new AppearanceRenderer(FontLibrary.of(List.of()));

    @TempDir
    Path folder;

    static List<byte[]> everyWayIn() {
        return List.of(
                SamplePdfs.plain(2, true),
                SamplePdfs.plain(2, false),
                SamplePdfs.withoutXref(),
                SamplePdfs.hybrid(),
                SamplePdfs.updated(),
                SamplePdfs.encrypted(256, true, "", new AccessPermission()),
                SamplePdfs.encrypted(40, false, "", new AccessPermission()));
    }

    @ParameterizedTest
    @MethodSource("everyWayIn")
    void theBlockIsSeenAndTheFileIsSignedWhole(byte[] pdf) throws Exception {
        Path signed = sign(pdf, "kanan-bawah");

        requireSound(signed);
        assertThat(text(signed))
                .contains("Siti Rahmawati, S.E.")
                .contains("727101********03")
                .contains("Tolitoli");
    }

    @Test
    void severalPagesShowTheSameBlock() throws Exception {
        Path signed = sign(SamplePdfs.plain(3, true), "kiri-atas@all");

        requireSound(signed);
        for (int page = 1; page <= 3; page++) {
            assertThat(text(signed, "-f", "" + page, "-l", "" + page)).contains("Siti Rahmawati");
        }
    }

    @Test
    void aFurtherPageWouldChangeWhatAnEarlierSignatureCovers() throws Exception {
        byte[] signed = Files.readAllBytes(sign(SamplePdfs.plain(3, true), "kiri-atas"));

        Problem problem = catchThrowableOfType(SignerException.class, () -> sign(signed, "kanan-atas@all"))
                .problem();

        assertThat(problem)
                .isInstanceOfSatisfying(
                        PdfUnusable.class, p -> assertThat(p.reason()).isEqualTo(Reason.ONE_BLOCK_ONLY));
        assertThat(pdfsig(sign(signed, "kanan-atas@last")).split("Signature is Valid\\.", -1))
                .hasSize(3);
    }

    @Test
    void aFieldThatIsThereIsFilledWhereItStands() throws Exception {
        byte[] form;
        PDRectangle place = new PDRectangle(100, 400, 220, 70);
        try (PDDocument document = Loader.loadPDF(SamplePdfs.form(true))) {
            document.getSignatureFields().getLast().getWidgets().getFirst().setRectangle(place);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            form = out.toByteArray();
        }
        Path file = Files.write(folder.resolve("formulir.pdf"), form);

        Path signed = sign(request(file, "kanan-bawah").field("kpa").build());

        requireSound(signed);
        // Poppler counts from the upper edge of a page of 792 points.
        int top = 792 - 400 - 70;
        assertThat(text(signed, "-x", "100", "-y", "" + top, "-W", "220", "-H", "70"))
                .contains("Siti Rahmawati");
    }

    @Test
    void aDynamicXfaFormWouldHideTheBlock() throws Exception {
        assertThat(catchThrowableOfType(SignerException.class, () -> sign(SamplePdfs.dynamicXfa(), "kanan-bawah"))
                        .problem())
                .isInstanceOfSatisfying(
                        PdfUnusable.class, p -> assertThat(p.reason()).isEqualTo(Reason.XFA_DYNAMIC));
    }

    private void requireSound(Path signed) throws Exception {
        assertThat(pdfsig(signed)).contains("Signature is Valid.").contains("Total document signed");
        ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());
        assertThat(qpdf.exit()).as(qpdf.output()).isZero();
    }

    private String pdfsig(Path pdf) throws Exception {
        return Officials.judge("pdfsig").run(folder, "-nocert", pdf.toString()).output();
    }

    /** What Poppler reads off the pages, annotations included. */
    private String text(Path pdf, String... options) throws Exception {
        Path flat = folder.resolve("flat.pdf");
        Officials.judge("qpdf").run(folder, "--decrypt", "--flatten-annotations=all", pdf.toString(), flat.toString());
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-layout", flat.toString(), "-"));
        return Officials.judge("pdftotext")
                .run(folder, arguments.toArray(String[]::new))
                .output();
    }

    private Path sign(byte[] pdf, String placement) throws Exception {
        Path file = Files.write(Files.createTempFile(folder, "asli", ".pdf"), pdf);
        return sign(request(file, placement).build());
    }

    private static PdfSigningRequest.Builder request(Path pdf, String placement) throws Exception {
        Template template = Template.usual().at(Placement.parse(placement));
        return new PdfSigningRequest.Builder(CheckedFile.of(pdf), Officials.context())
                .visible(VisibleSignature.of(template));
    }

    private Path sign(PdfSigningRequest request) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            new PdfSigner(SigningMethod.basic(), RENDERER).sign(request, key, out);
        }
        return Files.write(Files.createTempFile(folder, "signed", ".pdf"), out.toByteArray());
    }
}
