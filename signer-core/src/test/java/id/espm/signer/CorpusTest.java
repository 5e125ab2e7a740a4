package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfCheck;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Files by other projects: none may crash the core, and what others can read it must read. Runs where {@code -Despm.corpus} names them. */
@EnabledIfSystemProperty(
        named = "espm.corpus",
        matches = ".+",
        disabledReason = "no folder of files by other projects is given (-Despm.corpus)")
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("espm.corpus", ""));

    @TempDir
    Path folder;

    /** One line of an {@code index.tsv}. */
    private record Sample(Path file, String kind) {}

    @Test
    void ordinaryPdfsAreSignedAndHold() throws Exception {
        for (Sample sample : samples("pdf-normal")) {
            FileReport report = sign(sample.file());

            assertThat(report.verdict().isValid())
                    .as("%s: %s", sample.file(), report)
                    .isTrue();
        }
    }

    @Test
    void pdfsThatAreSignedAlreadyTakeAnotherSignature() throws Exception {
        for (Sample sample : samples("pdf-signed-valid")) {
            try {
                FileReport report = sign(sample.file());

                assertThat(report.signatures().getLast().verdict().isValid())
                        .as("%s: %s", sample.file(), report)
                        .isTrue();
            } catch (SignerException e) {
                assertThat(sample.kind())
                        .as("%s: %s", sample.file(), e.problem())
                        .contains("encrypted");
            }
        }
    }

    @Test
    void brokenAndEncryptedPdfsAreSignedOrRefusedInOrder() throws Exception {
        for (String kind : List.of("pdf-broken", "pdf-encrypted")) {
            for (Sample sample : samples(kind)) {
                try {
                    sign(sample.file());
                } catch (SignerException e) {
                    assertThat(e.problem()).as("%s", sample.file()).isInstanceOf(Problem.PdfUnusable.class);
                }
            }
        }
    }

    private FileReport sign(Path pdf) throws IOException, SignerException {
        Path signed = folder.resolve("signed.pdf");
        CheckedFile checked = CheckedFile.of(pdf);
        PdfCheck.check(pdf);
        try (SigningKey key = Officials.open(Officials.ppspm(), folder);
                OutputStream out = Files.newOutputStream(signed)) {
            new PdfSigner(SigningMethod.basic()).sign(PdfSigningRequest.of(checked, Officials.context()), key, out);
        }
        return new PdfFileVerifier(Officials.trusting())
                .verify(signed.toString(), FileRegion.whole(signed), checked.size());
    }

    private static List<Sample> samples(String kind) throws IOException {
        return Files.readAllLines(CORPUS.resolve(kind).resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Sample(CORPUS.resolve(kind).resolve(cells[0]), cells[1]))
                .toList();
    }
}
