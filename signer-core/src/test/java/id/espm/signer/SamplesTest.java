package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java samples that our pages show compile, and the README's signs. */
class SamplesTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    static List<Sample> samples() throws IOException {
        List<Sample> samples = new java.util.ArrayList<>(Sample.in(ROOT.resolve("README.md")));
        samples.addAll(Sample.in(ROOT.resolve("docs/library.md")));
        return samples;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleCompiles(Sample sample) {
        assertThat(sample.compile().errors()).isEmpty();
    }

    @Test
    void theSampleOfTheReadmeSignsAPdf() throws Exception {
        List<Sample> samples = Sample.in(ROOT.resolve("README.md"));
        Path pdf = folder.resolve("surat.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf.toFile());
        }
        Path p12 = folder.resolve("pejabat.p12");
        Pkcs12File.write(p12, Officials.ppspm(), Officials.PASSPHRASE.toCharArray(), Protection.AES_256);
        Path signed = folder.resolve("signed.pdf");

        assertThat(samples).hasSize(1);
        samples.getFirst().compile().run(pdf, p12, signed, Officials.PASSPHRASE.toCharArray());

        assertThat(new PdfFileVerifier(Officials.trusting())
                        .verify("signed.pdf", FileRegion.whole(signed))
                        .verdict())
                .isEqualTo(Verdict.valid());
        assertThat(Files.size(signed)).isGreaterThan(Files.size(pdf));
    }
}
