package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.samples.DraftPrint;
import id.espm.signer.pdf.text.TextLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTextTest {
    /** Stands at the foot of whatever the sandbox prints. */
    private static final String FOOT = "DOKUMEN LATIHAN – BUKAN DOKUMEN KEUANGAN NEGARA";

    @TempDir
    Path folder;

    private Path print(List<String> lines) throws IOException {
        Path pdf = folder.resolve("print.pdf");
        DraftPrint.write(pdf, lines);
        return pdf;
    }

    @Test
    void linesStandInTheOrderInWhichTheyAreSeen() throws IOException {
        assertThat(PdfText.of(print(List.of("Nomor: 00123A", "Rp1.234.567"))))
                .hasValueSatisfying(
                        text -> assertThat(text.lines()).containsExactly("Nomor: 00123A", "Rp1.234.567", FOOT));
    }

    @Test
    void onlyTheFirstPagesAreRead() throws IOException {
        Path pdf = print(IntStream.range(0, 600).mapToObj(i -> "baris-" + i).toList());

        assertThat(PdfText.of(pdf))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("baris-499").doesNotContain("baris-500"));
    }

    @Test
    void moreLettersThanMayBeAreNone() throws IOException {
        Path pdf = print(Collections.nCopies(40, "1234567890"));

        assertThat(PdfText.of(pdf, new TextLimits(10, 400 + FOOT.length(), Duration.ofSeconds(9))))
                .isPresent();
        assertThat(PdfText.of(pdf, new TextLimits(10, 399 + FOOT.length(), Duration.ofSeconds(9))))
                .isEmpty();
    }

    @Test
    void timeThatIsOverEndsIt() throws IOException {
        Path pdf = print(List.of("Nomor: 00123A"));

        assertThat(PdfText.of(pdf, new TextLimits(10, 400, Duration.ZERO))).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> PdfText.of(folder.resolve("no.pdf"))).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "%PDF-1.7", "%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj trailer <</Root 1 0 R>>"})
    void whatIsDamagedHasNone(String content) throws IOException {
        assertThat(PdfText.of(Files.writeString(folder.resolve("x.pdf"), content)))
                .isEmpty();
    }

    @Test
    void whereverItIsCutThereIsAnAnswer() throws IOException {
        byte[] whole = Files.readAllBytes(print(List.of("Nomor: 00123A")));
        for (int length = 0; length < whole.length; length += 997) {
            Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, length));

            assertThat(PdfText.of(cut).orElse("Nomor: 00123A")).startsWith("Nomor: 00123A");
        }
    }

    @Nested
    class Encrypted {
        private Path encrypted(String userPassword) throws IOException {
            Path pdf = folder.resolve("encrypted.pdf");
            try (PDDocument document =
                    Loader.loadPDF(print(List.of("Nomor: 00123A")).toFile())) {
                StandardProtectionPolicy policy =
                        new StandardProtectionPolicy("pemilik", userPassword, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                document.protect(policy);
                document.save(pdf.toFile());
            }
            return pdf;
        }

        @Test
        void withAPasswordItHasNone() throws IOException {
            assertThat(PdfText.of(encrypted("rahasia"))).isEmpty();
        }

        @Test
        void thatOpensWithoutOneIsRead() throws IOException {
            assertThat(PdfText.of(encrypted("")))
                    .hasValueSatisfying(text -> assertThat(text).startsWith("Nomor: 00123A"));
        }
    }

    @Nested
    class MadeByHand {
        @Test
        void aPageWithoutTextHasNone() throws IOException {
            assertThat(PdfText.of(page("", "0 0 m 9 9 l S".getBytes(StandardCharsets.US_ASCII))))
                    .isEmpty();
        }

        @Test
        void aPageThatInflatesWithoutEndHasNone() throws IOException {
            assertThat(PdfText.of(page("/Filter/FlateDecode", deflate(new byte[64 << 20]))))
                    .isEmpty();
        }

        @Test
        void aPageThatIsDeflatedTwiceHasNone() throws IOException {
            byte[] bomb = deflate(deflate(new byte[64 << 20]));

            assertThat(PdfText.of(page("/Filter[/FlateDecode/FlateDecode]", bomb)))
                    .isEmpty();
        }

        @Test
        void formsThatDrawThemselvesComeToAnEnd() throws IOException {
            byte[] content = "/F Do /F Do /F Do".getBytes(StandardCharsets.US_ASCII);

            assertThat(PdfText.of(page("/Type/XObject/Subtype/Form/Resources<</XObject<</F 4 0 R>>>>", content)))
                    .isEmpty();
        }

        /** One page, whose content may be its own resource. */
        private Path page(String entries, byte[] content) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(out, "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
            write(out, "2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R");
            write(out, "/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>>>>> endobj\n");
            write(out, "4 0 obj <<%s/Length %d>> stream\n".formatted(entries, content.length));
            out.write(content);
            write(out, "\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF\n");
            return Files.write(folder.resolve("hostile.pdf"), out.toByteArray());
        }

        private static void write(ByteArrayOutputStream out, String text) {
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static byte[] deflate(byte[] plain) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
                deflater.write(plain);
            }
            return out.toByteArray();
        }
    }
}
