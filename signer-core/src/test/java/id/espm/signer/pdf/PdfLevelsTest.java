package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.timestamp.TimestampSource;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"SHA256,RSA_PSS_2048", "SHA384,EC_P384", "SHA384,RSA_3072", "SHA512,EC_P256", "SHA512,RSA_PSS_2048"})
    void everyHashWorksWithEveryKindOfKey(DigestAlgorithm digest, KeyAlgorithm algorithm) throws Exception {
        Path signed = sign(pdf(), pki.method(SignatureLevel.B_LTA).with(digest), algorithm, digest + "-" + algorithm);

        JudgedSignature judged = pki.dss().judge(signed).signatures().getFirst();

        assertThat(judged.passed()).as(judged.toString()).isTrue();
        assertThat(judged.format()).isEqualTo("PAdES-BASELINE-LTA");
        assertThat(verify(signed).verdict()).isEqualTo(Verdict.valid());
    }

    @Test
    void aTimestampThatIsLargerThanExpectedGetsItsRoom() throws Exception {
        TimestampSource underrated = new TimestampSource() {
            @Override
            public byte[] stamp(DigestAlgorithm algorithm, byte[] imprint) throws SignerException {
                return pki.timestamps().stamp(algorithm, imprint);
            }

            @Override
            public int expectedTokenSize() {
                return 10;
            }
        };
        Path signed = sign(pdf(), SigningMethod.timestamped(underrated), KeyAlgorithm.RSA_2048, "larger");

        assertThat(verify(signed).signatures()).singleElement().satisfies(own -> {
            assertThat(own.verdict()).isEqualTo(Verdict.valid());
            assertThat(own.level()).contains(SignatureLevel.B_T);
        });
    }

    @Test
    void nothingIsLeftBehindInTheTemporaryFolder() throws Exception {
        Set<Path> before = temporary();
        sign(pdf(), pki.method(SignatureLevel.B_LTA), KeyAlgorithm.RSA_2048, "clean");
        try (LivePki other = LivePki.start()) {
            SigningMethod untrusted = SigningMethod.longTerm(pki.timestamps(), other.augmenter());
            assertThatExceptionOfType(SignerException.class)
                    .isThrownBy(() -> sign(pdf(), untrusted, KeyAlgorithm.RSA_2048, "refused"));
        }

        assertThat(temporary()).isEqualTo(before);
    }

    /** Ours alone: other processes may sign beside this one. */
    private static Set<Path> temporary() throws IOException {
        String prefix = "espm-signer-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .collect(Collectors.toSet());
        }
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
