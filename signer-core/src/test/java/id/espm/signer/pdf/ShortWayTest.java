package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two ways into a PDF (ADR-0010) must write the same update; what the short way does not know it must leave alone. */
class ShortWayTest {
    private static final int MUTANTS = 1500;
    private static final String HOSTILE = "0123456789 <>[]/()RnfobjSize%\n\r-.#";

    @TempDir
    Path folder;

    static List<byte[]> ordinary() {
        return List.of(
                SamplePdfs.plain(1, true),
                SamplePdfs.plain(1, false),
                SamplePdfs.plain(40, true),
                SamplePdfs.form(true),
                SamplePdfs.form(false),
                SamplePdfs.updated());
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void bothWaysWriteTheSameUpdate(byte[] pdf) throws Exception {
        PdfSigningRequest request = request(pdf, Optional.empty());
        FileRegion file = FileRegion.whole(request.pdf().path());

        try (OpenedPdf shortWay = ShortWay.open(file);
                OpenedPdf longWay = LongWay.open(file, null)) {
            assertThat(update(shortWay, request)).isEqualTo(update(longWay, request));
        }
    }

    @Test
    void aFieldThatIsThereIsFilledInTheSameWay() throws Exception {
        PdfSigningRequest request = request(SamplePdfs.form(true), Optional.of("kpa"));
        FileRegion file = FileRegion.whole(request.pdf().path());

        try (OpenedPdf shortWay = ShortWay.open(file);
                OpenedPdf longWay = LongWay.open(file, null)) {
            String update = update(shortWay, request);

            assertThat(update)
                    .isEqualTo(update(longWay, request))
                    .contains("(kpa)")
                    .doesNotContain("(ppspm)");
        }
    }

    @Test
    void positionsCountFromTheHeader() throws Exception {
        PdfSigningRequest request = request(SamplePdfs.withLeadingJunk(), Optional.empty());

        try (OpenedPdf pdf = ShortWay.open(FileRegion.whole(request.pdf().path()))) {
            assertThat(pdf.tail().header()).isEqualTo("HTTP/1.1 200 OK\r\n\r\n".length());
            assertThat(pdf.pages().page(0).getKey()).isNotNull();
        }
    }

    @Test
    void whatIsEncryptedOrDamagedIsLeftToTheLongWay() throws Exception {
        byte[] cut = SamplePdfs.withoutXref();
        byte[] encrypted = SamplePdfs.encrypted(256, true, "", new AccessPermission());
        for (byte[] pdf : List.of(cut, encrypted)) {
            Path file = Files.write(folder.resolve("lain.pdf"), pdf);

            assertThat(catchUnusual(file)).isPresent();
        }
    }

    /** Damage anywhere is either irrelevant or noticed; never another exception, never an endless loop. */
    @ParameterizedTest
    @MethodSource("ordinary")
    void hostileBytesAreUnusualAndNothingElse(byte[] pdf) throws Exception {
        Random random = new Random(41);
        Path file = folder.resolve("mutan.pdf");
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = pdf.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                int position = random.nextInt(mutant.length);
                mutant[position] = (byte) HOSTILE.charAt(random.nextInt(HOSTILE.length()));
            }
            Files.write(file, mutant);

            assertThatCode(() -> catchUnusual(file)).as("mutant %d", i).doesNotThrowAnyException();
        }
    }

    private Optional<Unusual> catchUnusual(Path file) throws IOException {
        try (OpenedPdf pdf = ShortWay.open(FileRegion.whole(file))) {
            PdfCheck.requirePages(pdf, file);
            new SignatureUpdate(pdf, file).addField(List.of());
            pdf.requireSound();
            return Optional.empty();
        } catch (Unusual e) {
            return Optional.of(e);
        } catch (SignerException e) {
            return Optional.empty();
        }
    }

    private PdfSigningRequest request(byte[] pdf, Optional<String> field) throws Exception {
        Path file = Files.write(folder.resolve("asli.pdf"), pdf);
        return new PdfSigningRequest(
                CheckedFile.of(file), Officials.context(), field, Optional.empty(), Optional.empty());
    }

    private static String update(OpenedPdf pdf, PdfSigningRequest request) throws IOException {
        try {
            SignaturePlan plan = new SignaturePlan.Planner(
                            new AppearanceRenderer(FontLibrary.of(List.of())),
                            CertificateIdentity.of(Officials.ppspm().certificate()),
                            null)
                    .plan(pdf, request);
            byte[] bytes = plan.update()
                    .write(plan.key(), plan.dictionary(), 100, new byte[16])
                    .bytes();
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (SignerException e) {
            return fail(e);
        }
    }
}
