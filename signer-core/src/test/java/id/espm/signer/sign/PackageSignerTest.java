package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.signer.Jabatan;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageSignerTest {
    private final PackageSigner signer = new PackageSigner(Rules.builtIn());

    @TempDir
    Path folder;

    private Path packages;

    @BeforeEach
    void makeSamples() throws IOException {
        packages = Packages.samples(folder);
    }

    @ParameterizedTest
    @EnumSource(id.espm.signer.Jenis.class)
    void aPackageOfEachJenisIsSigned(id.espm.signer.Jenis jenis) throws Exception {
        SignedPackage signed = Packages.sign(packages.resolve(jenis.name()), folder);

        assertThat(signed.bundle()).isRegularFile();
        assertThat(signed.request().contents().jenis()).isEqualTo(jenis);
        assertThat(files(folder.resolve("bundles"))).containsExactly(signed.bundle());
    }

    /** Deflated, they would look like a bomb to whoever reads the bundle, and so to the reading back. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 16, 1 << 20, 12 << 20})
    void anAdkOfNothingButZerosIsSigned(int size) throws Exception {
        Path source = packages.resolve("RPD_HARIAN");
        Path adk = PackageFolder.read(source, PackageDetails.none(), PackageDetails.none())
                .dokumen()
                .getFirst()
                .adk()
                .orElseThrow();
        Files.write(adk, new byte[size]);

        SignedPackage signed = Packages.sign(source, folder);

        assertThat(Files.size(signed.bundle())).isGreaterThan(size);
    }

    @Test
    void aSixthSpmIsRefusedAndNothingIsWritten() throws Exception {
        assertThat(problem(() -> Packages.sign(packages.resolve("SPM-6"), folder)))
                .isInstanceOfSatisfying(
                        Problem.TooManySpm.class, p -> assertThat(p.nomor()).hasSize(6));
        assertThat(folder.resolve("bundles")).doesNotExist();
    }

    @Test
    void anOfficialWhoMayNotSignIsRefusedBeforeAnythingIsRead() throws Exception {
        PackageDetails asPpk = new PackageDetails(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Jabatan.PPK),
                Optional.empty());
        SigningPackage source = PackageFolder.read(packages.resolve("SPM"), asPpk, PackageDetails.none());

        assertThat(problem(() -> signer.check(source))).isInstanceOf(Problem.JabatanMayNotSign.class);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Path adk = read("SPM").dokumen().getFirst().adk().orElseThrow();
        Files.delete(adk);

        assertThat(problem(() -> signer.check(read("SPM")))).isEqualTo(new Problem.FileUnreadable(adk));
    }

    @Test
    void aDamagedPdfIsNamed() throws Exception {
        Path pdf = read("SPM").dokumen().getFirst().lampiran().getFirst();
        Files.writeString(pdf, "%PDF-1.7 rusak");

        assertThat(problem(() -> signer.check(read("SPM"))))
                .isEqualTo(new PdfUnusable(pdf, PdfUnusable.Reason.DAMAGED));
    }

    @Test
    void aPdfThatCanBeRepairedIsNamedAndSigned() throws Exception {
        Path pdf = read("SPM").dokumen().getFirst().lampiran().getFirst();
        byte[] bytes = Files.readAllBytes(pdf);
        int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        Files.write(pdf, Arrays.copyOf(bytes, end));

        CheckedPackage checked = signer.check(read("SPM"));

        assertThat(checked.damaged()).containsExactly(pdf);
        assertThat(sign(checked, Officials.ppspm(), false).bundle()).isRegularFile();
    }

    @Test
    void anAttachmentThatIsNoPdfIsNamed() throws Exception {
        SigningPackage source = read("SPM");
        PackageDocument first = source.dokumen().getFirst();
        Path text = Files.writeString(folder.resolve("catatan.txt"), "x");
        SigningPackage changed = new SigningPackage(
                source.source(),
                source.details(),
                List.of(new PackageDocument(first.nomor(), first.adk(), List.of(text))));

        assertThat(misfit(() -> signer.check(changed))).isEqualTo(Misfit.LAMPIRAN_NOT_PDF);
    }

    @Test
    void theSameFileTwiceIsRefused() throws Exception {
        SigningPackage source = read("SPM");
        PackageDocument first = source.dokumen().getFirst();
        Path pdf = first.lampiran().getFirst();
        SigningPackage changed = new SigningPackage(
                source.source(),
                source.details(),
                List.of(new PackageDocument(first.nomor(), first.adk(), List.of(pdf, pdf))));

        assertThat(misfit(() -> signer.check(changed))).isEqualTo(Misfit.DUPLICATE);
    }

    @Test
    void aFileThatChangesBetweenCheckAndSigningIsRefusedAndNothingIsLeft() throws Exception {
        for (boolean adk : new boolean[] {true, false}) {
            CheckedPackage checked = signer.check(read("SPM"));
            PackageDocument first = checked.source().dokumen().getFirst();
            Path file = adk ? first.adk().orElseThrow() : first.lampiran().getFirst();
            byte[] before = Files.readAllBytes(file);
            byte[] after = before.clone();
            after[after.length - 30] ^= 1;
            Files.write(file, after);

            Problem problem = problem(() -> sign(checked, Officials.ppspm(), false));

            assertThat(problem).isInstanceOfAny(Problem.FileChanged.class, PdfUnusable.class);
            assertThat(files(folder.resolve("bundles"))).isEmpty();
            Files.write(file, before);
        }
    }

    @Test
    void anExistingBundleIsReplacedOnlyOnDemand() throws Exception {
        CheckedPackage checked = signer.check(read("SPM"));
        Path bundle = sign(checked, Officials.ppspm(), false).bundle();
        Files.writeString(bundle, "milik orang lain");

        assertThat(problem(() -> sign(checked, Officials.ppspm(), false))).isEqualTo(new Problem.OutputExists(bundle));
        assertThat(bundle).hasContent("milik orang lain");

        sign(checked, Officials.ppspm(), true);
        assertThat(Files.size(bundle)).isGreaterThan(10_000);
        assertThat(files(folder.resolve("bundles"))).containsExactly(bundle);
    }

    @Test
    void anExpiredCertificateDoesNotSign() throws Exception {
        Instant now = Instant.now();
        IssuedKey expired = Officials.ca()
                .issue(Officials.profile("Kedaluwarsa")
                        .validity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)))
                        .build());

        assertThat(problem(() -> sign(signer.check(read("SPM")), expired, false)))
                .isInstanceOf(Problem.CertificateExpired.class);
        assertThat(folder.resolve("bundles")).doesNotExist();
    }

    @Test
    void theListenerHearsOfEachDocument() throws Exception {
        List<String> heard = new ArrayList<>();
        CheckedPackage checked = signer.check(read("KONTRAK"));
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            signer.sign(checked, key, options(false), (document, done, total) -> heard.add(done + "/" + total));
        }

        int total = checked.request().contents().dokumen().size();
        assertThat(heard).hasSize(total).first().isEqualTo("1/" + total);
    }

    private SigningPackage read(String name) throws SignerException {
        return PackageFolder.read(packages.resolve(name), PackageDetails.none(), PackageDetails.none());
    }

    private SignedPackage sign(CheckedPackage checked, IssuedKey issued, boolean overwrite)
            throws IOException, SignerException {
        try (SigningKey key = Officials.open(issued, folder)) {
            return signer.sign(checked, key, options(overwrite), SigningListener.NONE);
        }
    }

    private SigningOptions options(boolean overwrite) {
        return new SigningOptions.Builder(folder.resolve("bundles"), "Persetujuan", Officials.NOW)
                .overwrite(overwrite)
                .build();
    }

    private static Misfit misfit(ThrowingCallable call) {
        return ((CompositionWrong) problem(call)).misfit();
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(SignerException.class, call).problem();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.toList();
        }
    }
}
