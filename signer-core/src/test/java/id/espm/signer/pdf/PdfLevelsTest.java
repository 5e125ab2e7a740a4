package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfLevelsTest {
    @TempDir
    static Path folder;

    private static LivePki pki;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void theJudgesFindTheLevelThatWasAskedFor(SignatureLevel level) throws Exception {
        Path original = pdf();
        Path signed = sign(original, pki.method(level), KeyAlgorithm.RSA_2048, level.name());

        JudgedSignature judged = pki.dss().judge(signed).signatures().getFirst();
        String pdfsig = Officials.judge("pdfsig")
                .run(folder, "-nocert", signed.toString())
                .output();
        ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());

        assertThat(judged.passed()).as(judged.toString()).isTrue();
        assertThat(judged.format()).isEqualTo("PAdES-BASELINE-" + level.label().substring(2));
        assertThat(pdfsig).contains("Signature is Valid.");
        assertThat(qpdf.exit()).as(qpdf.output()).isZero();
        assertThat(Files.readAllBytes(signed)).startsWith(Files.readAllBytes(original));
        assertThat(verify(signed).signatures()).singleElement().satisfies(own -> {
            assertThat(own.verdict()).as(own.modifications().toString()).isEqualTo(Verdict.valid());
            assertThat(own.level()).contains(level);
            assertThat(own.provenTime().isPresent()).isEqualTo(level.atLeast(SignatureLevel.B_T));
        });
    }

    private static FileReport verify(Path pdf) throws Exception {
        return new PdfFileVerifier(pki.trusting()).verify(pdf.toString(), FileRegion.whole(pdf));
    }

    private static Path sign(Path pdf, SigningMethod method, KeyAlgorithm algorithm, String name) throws Exception {
        Path signed = folder.resolve(name + ".pdf");
        try (SigningKey key = Officials.open(pki.issue("Siti", algorithm), folder);
                OutputStream out = Files.newOutputStream(signed)) {
            new PdfSigner(method).sign(PdfSigningRequest.of(CheckedFile.of(pdf), Officials.context()), key, out);
        }
        return signed;
    }

    private static Path pdf() throws Exception {
        Path file = folder.resolve("asli.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        return file;
    }
}
