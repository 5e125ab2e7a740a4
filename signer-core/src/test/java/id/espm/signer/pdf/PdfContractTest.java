package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignatureParts;
import id.espm.signer.Verdict;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a signed PDF is held to: programs that are not ours agree that it holds, and that it does not once any part changed. */
class PdfContractTest {
    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Path original;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
        original = folder.resolve("asli.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(original.toFile());
        }
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesAcceptASignedPdf(SignatureLevel level) throws Exception {
        Path signed = sign(level);

        ForeignTool.Result qpdf = Officials.judge("qpdf").run(folder, "--check", signed.toString());

        assertThat(pki.dss().judge(signed).signatures().getFirst()).satisfies(judged -> {
            assertThat(judged.passed()).as(judged.toString()).isTrue();
            assertThat(judged.format())
                    .isEqualTo("PAdES-BASELINE-" + level.label().substring(2));
        });
        assertThat(pdfsig(signed)).contains("Signature is Valid.");
        // The revisions of a long-term level are edits to it, rightly.
        assertThat(mutool(signed))
                .contains(
                        level.atLeast(SignatureLevel.B_LT)
                                ? "The signature is valid but there have been edits since signing."
                                : "The document is unchanged since signing.");
        assertThat(openssl(signed)).isTrue();
        assertThat(qpdf.exit()).as(qpdf.output()).isZero();
        assertThat(Files.readAllBytes(signed)).startsWith(Files.readAllBytes(original));
        assertThat(verify(signed).signatures()).singleElement().satisfies(own -> {
            assertThat(own.verdict()).as(own.modifications().toString()).isEqualTo(Verdict.valid());
            assertThat(own.level()).contains(level);
            assertThat(own.provenTime().isPresent()).isEqualTo(level.atLeast(SignatureLevel.B_T));
        });
    }

    /** Every part that all of them look at: revocation data and timestamps, which some pass over, have tests of their own. */
    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesRefuseASignedPdfOfWhichAnyPartChanged(SignatureLevel level) throws Exception {
        byte[] signed = Files.readAllBytes(sign(level));
        for (Map.Entry<String, byte[]> part : tampered(signed).entrySet()) {
            Path file = Files.write(folder.resolve("changed.pdf"), part.getValue());
            Judgement dss = pki.dss().judge(file);
            FileReport own = verify(file);

            assertThat(accepted(dss)).as("%s: %s", part.getKey(), dss).isFalse();
            assertThat(pdfsig(file)).as(part.getKey()).doesNotContain("Signature is Valid.");
            assertThat(mutool(file)).as(part.getKey()).doesNotContain("unchanged since", "signature is valid");
            assertThat(openssl(file)).as(part.getKey()).isFalse();
            assertThat(own.verdict().isValid()).as("%s: %s", part.getKey(), own).isFalse();
        }
    }

    /**
     * DSS finds the true certificate in the document's security store where the one in the signature was changed, and the
     * signature holds then; what is left is no baseline signature any more.
     */
    private static boolean accepted(Judgement dss) {
        return dss.overall() == Judgement.Overall.VALID
                && dss.signatures().getFirst().format().startsWith("PAdES-BASELINE");
    }

    /** The whole file, once for each part in which one bit was changed. */
    private static Map<String, byte[]> tampered(byte[] signed) throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        changed.put("page of the original", SignatureParts.tamper(signed, ascii("/Type /Page\n")));
        changed.put("place in the signature dictionary", SignatureParts.tamper(signed, ascii("(Tolitoli)")));
        changed.put("time in the signature dictionary", SignatureParts.tamper(signed, ascii("+08'00'")));
        byte[] cms = cms(signed);
        int contents = SignatureParts.indexOf(signed, hex(cms));
        for (Map.Entry<String, byte[]> part : SignatureParts.of(cms).entrySet()) {
            byte[] copy = signed.clone();
            byte[] other = hex(SignatureParts.tamper(cms, part.getValue()));
            System.arraycopy(other, 0, copy, contents, other.length);
            changed.put(part.getKey(), copy);
        }
        return changed;
    }

    private static byte[] hex(byte[] bytes) {
        return ascii(HexFormat.of().formatHex(bytes));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] cms(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().getFirst().getContents(pdf);
        }
    }

    /** The CMS as OpenSSL sees it, over the bytes that the range covers. */
    private static boolean openssl(Path pdf) throws Exception {
        byte[] bytes = Files.readAllBytes(pdf);
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        byte[] cms;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int[] range = document.getSignatureDictionaries().getFirst().getByteRange();
            covered.write(bytes, range[0], range[1]);
            covered.write(bytes, range[2], range[3]);
            cms = document.getSignatureDictionaries().getFirst().getContents(bytes);
        }
        Path signature = Files.write(folder.resolve("pdf.p7s"), cms);
        Path content = Files.write(folder.resolve("pdf.covered"), covered.toByteArray());
        return Officials.openssl(signature, pki.anchorsPem(folder), Optional.of(content), folder.resolve("pdf.out"))
                        .exit()
                == 0;
    }

    private static String pdfsig(Path pdf) throws Exception {
        return Officials.judge("pdfsig").run(folder, "-nocert", pdf.toString()).output();
    }

    private static String mutool(Path pdf) throws Exception {
        return Officials.judge("mutool")
                .run(folder, "sign", "-v", pdf.toString())
                .output();
    }

    private static FileReport verify(Path pdf) throws Exception {
        return new PdfFileVerifier(pki.trusting()).verify(pdf.toString(), FileRegion.whole(pdf));
    }

    private static Path sign(SignatureLevel level) throws Exception {
        Path signed = folder.resolve(level.name() + ".pdf");
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.RSA_2048), folder);
                OutputStream out = Files.newOutputStream(signed)) {
            new PdfSigner(pki.method(level))
                    .sign(PdfSigningRequest.of(CheckedFile.of(original), Officials.context()), key, out);
        }
        return signed;
    }
}
