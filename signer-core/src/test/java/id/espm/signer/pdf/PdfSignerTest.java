package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSignerTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPdfWithXrefStreamOrTableIsSignedWhole(boolean objectStreams) throws Exception {
        Path pdf = pdf(2, objectStreams);

        Path signed = sign(pdf, KeyAlgorithm.RSA_2048);

        assertThat(Files.readAllBytes(signed)).startsWith(Files.readAllBytes(pdf));
        assertThat(verify(signed).verdict()).isEqualTo(Verdict.valid());
        assertThat(Officials.judge("pdfsig")
                        .run(folder, "-nocert", signed.toString())
                        .output())
                .contains("Signature is Valid.")
                .contains("Total document signed");
        ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());
        assertThat(qpdf.exit()).as(qpdf.output()).isZero();
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyKindOfKeySignsAPdf(KeyAlgorithm algorithm) throws Exception {
        Path signed = sign(pdf(1, true), algorithm);

        assertThat(verify(signed).verdict()).isEqualTo(Verdict.valid());
    }

    @Test
    void signingTwiceKeepsTheFirstSignatureIntact() throws Exception {
        Path once = sign(pdf(1, true), KeyAlgorithm.RSA_2048);
        Path twice = sign(once, KeyAlgorithm.EC_P256);

        FileReport report = verify(twice);
        String pdfsig = Officials.judge("pdfsig")
                .run(folder, "-nocert", twice.toString())
                .output();

        assertThat(report.signatures()).hasSize(2);
        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(pdfsig.split("Signature is Valid\\.", -1)).hasSize(3);
    }

    @Test
    void threeOfficialsSignOneAfterTheOther() throws Exception {
        Path signed = pdf(2, false);
        for (KeyAlgorithm algorithm :
                new KeyAlgorithm[] {KeyAlgorithm.RSA_2048, KeyAlgorithm.EC_P256, KeyAlgorithm.RSA_3072}) {
            signed = sign(signed, algorithm);
        }

        assertThat(DssJudge.withoutRevocation(Officials.ca().anchors())
                        .judge(signed)
                        .signatures())
                .hasSize(3)
                .allSatisfy(s -> assertThat(s.passed()).as("%s", s).isTrue());
        assertThat(Officials.judge("pdfsig")
                        .run(folder, "-nocert", signed.toString())
                        .output()
                        .split("Signature is Valid\\.", -1))
                .hasSize(4);
        assertThat(PdfCheck.check(signed).signatures()).isEqualTo(3);
    }

    @Test
    void noChangedByteThatTheSignatureCoversStaysUnseen() throws Exception {
        byte[] signed = Files.readAllBytes(sign(pdf(1, true), KeyAlgorithm.RSA_2048));
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        int gapStart = text.indexOf("/Contents <") + "/Contents ".length();
        int gapEnd = text.indexOf('>', gapStart);
        Random random = new Random(37);
        for (int i = 0; i < 150; i++) {
            byte[] changed = signed.clone();
            int position = random.nextInt(signed.length);
            changed[position] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("changed.pdf"), changed);

            boolean valid = verify(file).verdict().isValid();

            // In the gap stands the signature itself, whose digits may change their case and whose chain is judged by
            // trust.
            boolean covered = position < gapStart || position > gapEnd;
            assertThat(valid && covered).as("byte %d", position).isFalse();
        }
    }

    @Test
    void whatIsAddedBehindTheSignatureIsSeen() throws Exception {
        byte[] signed = Files.readAllBytes(sign(pdf(1, true), KeyAlgorithm.RSA_2048));
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        Arrays.fill(longer, signed.length, longer.length, (byte) '\n');
        Path file = Files.write(folder.resolve("longer.pdf"), longer);

        FileReport report = verify(file);

        assertThat(report.verdict().isValid()).isFalse();
        assertThat(report.signatures())
                .singleElement()
                .satisfies(s -> assertThat(s.coversWholeFile()).isFalse());
    }

    @Test
    void contentHiddenBehindTheSignatureValueIsSeen() throws Exception {
        byte[] signed = Files.readAllBytes(sign(pdf(1, true), KeyAlgorithm.RSA_2048));
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('>', text.indexOf("/Contents <"));
        byte[] changed = signed.clone();
        // Another digit, not another case of the same: 'A' and 'a' are one value.
        changed[end - 1] = (byte) (Character.digit(signed[end - 1], 16) == 0 ? '1' : '0');

        assertThat(verify(Files.write(folder.resolve("gap.pdf"), changed)).verdict())
                .isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void aPdfWithoutSignatureIsSaidToBeUnsigned() throws Exception {
        assertThat(verify(pdf(1, true)).signed()).isFalse();
    }

    @Test
    void aDamagedPdfIsRepairedByTheUpdateThatSignsIt() throws Exception {
        Path pdf = Files.write(folder.resolve("tanpa-xref.pdf"), SamplePdfs.withoutXref());

        Path signed = sign(pdf, KeyAlgorithm.RSA_2048);

        assertThat(PdfCheck.check(pdf).damaged()).isTrue();
        assertThat(PdfCheck.check(signed)).isEqualTo(new PdfCheck.Facts(2, 1, false));
        assertThat(verify(signed).verdict()).isEqualTo(Verdict.valid());
        ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());
        assertThat(qpdf.exit()).as(qpdf.output()).isZero();
    }

    @Test
    void hybridFilesAndSuchWithLeadingJunkAreSigned() throws Exception {
        for (byte[] pdf : List.of(SamplePdfs.hybrid(), SamplePdfs.withLeadingJunk(), SamplePdfs.updated())) {
            Path signed = sign(Files.write(folder.resolve("lain.pdf"), pdf), KeyAlgorithm.RSA_2048);

            assertThat(verify(signed).verdict()).isEqualTo(Verdict.valid());
            assertThat(Officials.judge("pdfsig")
                            .run(folder, "-nocert", signed.toString())
                            .output())
                    .contains("Signature is Valid.");
            ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());
            assertThat(qpdf.exit()).as(qpdf.output()).isZero();
        }
    }

    @Test
    void anInvisibleSignatureFitsADynamicXfaForm() throws Exception {
        Path pdf = Files.write(folder.resolve("xfa.pdf"), SamplePdfs.dynamicXfa());

        assertThat(verify(sign(pdf, KeyAlgorithm.RSA_2048)).verdict()).isEqualTo(Verdict.valid());
    }

    @Test
    void aFaultOfOurOwnDrawingIsNotCalledADamagedPdf() throws Exception {
        Path damaged = folder.resolve("rusak.pdf");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(pdf(1, false)), (int) Files.size(pdf(1, false)) - 20));
        PdfSigningRequest request = new PdfSigningRequest.Builder(CheckedFile.of(damaged), Officials.context())
                .visible(VisibleSignature.of(Template.usual()))
                .build();
        AppearanceRenderer faulty = null;

        assertThatNullPointerException()
                .isThrownBy(() -> new SignaturePlan.Planner(
                                faulty, CertificateIdentity.of(Officials.ppspm().certificate()), null)
                        .plan(request));
    }

    @Test
    void whatIsNoPdfIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("surat.pdf"), "bukan PDF");

        assertThat(problem(file)).isEqualTo(new PdfUnusable(file, Reason.NOT_A_PDF));
    }

    @Test
    void aPdfThatIsBrokenBeyondRepairIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("rusak.pdf"), "%PDF-1.7\n1 0 obj <</Type/Catalog");

        assertThat(problem(file)).isEqualTo(new PdfUnusable(file, Reason.DAMAGED));
    }

    @Test
    void aPdfWithoutPageIsRefused() throws Exception {
        Path file = folder.resolve("kosong.pdf");
        try (PDDocument document = new PDDocument()) {
            document.save(file.toFile());
        }

        assertThat(problem(file)).isEqualTo(new PdfUnusable(file, Reason.NO_PAGE));
    }

    @Test
    void aPdfThatChangedSinceItWasCheckedIsRefused() throws Exception {
        Path pdf = pdf(1, true);
        CheckedFile checked = new CheckedFile(pdf, Files.size(pdf), Sha256.of(new byte[] {1}));

        assertThat(catchThrowableOfType(SignerException.class, () -> sign(checked, KeyAlgorithm.RSA_2048))
                        .problem())
                .isEqualTo(new Problem.FileChanged(pdf));
    }

    private Problem problem(Path pdf) {
        return catchThrowableOfType(SignerException.class, () -> PdfCheck.check(pdf))
                .problem();
    }

    private static FileReport verify(Path pdf) throws IOException {
        return new PdfFileVerifier(Officials.trusting()).verify(pdf.toString(), FileRegion.whole(pdf));
    }

    private Path sign(Path pdf, KeyAlgorithm algorithm) throws Exception {
        byte[] signed = sign(CheckedFile.of(pdf), algorithm);
        return Files.write(folder.resolve("signed-" + pdf.getFileName()), signed);
    }

    private byte[] sign(CheckedFile pdf, KeyAlgorithm algorithm) throws Exception {
        var issued = algorithm == KeyAlgorithm.RSA_2048 ? Officials.ppspm() : Officials.issue("P", algorithm);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(issued, folder)) {
            new PdfSigner(SigningMethod.basic()).sign(PdfSigningRequest.of(pdf, Officials.context()), key, out);
        }
        return out.toByteArray();
    }

    private Path pdf(int pages, boolean objectStreams) throws IOException {
        Path file = folder.resolve("asli-" + pages + objectStreams + ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(
                    file.toFile(),
                    objectStreams ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        }
        return file;
    }
}
