package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.signer.CheckedFile;
import id.espm.signer.Finding;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not to be signed by a further official is refused, and then nothing is written and the bundle is as it was. */
class CosignRefusedTest {
    @TempDir
    static Path shared;

    private static Lpj lpj;
    private static Path signed;
    private static Sha256 before;

    @TempDir
    Path out;

    @BeforeAll
    static void signAsTwoOfThree() throws Exception {
        lpj = new Lpj(Officials.ca(), shared);
        Path first = lpj.sign(Jabatan.BENDAHARA, shared.resolve("first"), SigningMethod.basic());
        signed = lpj.cosign(first, Jabatan.PPK, shared.resolve("second"), SigningMethod.basic())
                .bundle();
    }

    @BeforeEach
    void remember() throws IOException {
        before = Sha256.of(signed);
    }

    @AfterEach
    void nothingIsLeftAndTheBundleIsAsItWas() throws IOException {
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
        assertThat(Sha256.of(signed)).isEqualTo(before);
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(SignerException.class, call).problem();
    }

    private Problem refusal(Path bundle, Jabatan jabatan) {
        return problem(() -> lpj.cosign(bundle, jabatan, out, SigningMethod.basic()));
    }

    @Nested
    class TheOfficial {
        @Test
        void whoSignedBeforeDoesNotSignAgain() {
            assertThat(refusal(signed, Jabatan.BENDAHARA))
                    .isEqualTo(new Problem.AlreadySigned(signed, "Pejabat BENDAHARA"));
        }

        @Test
        void norInAnotherPosition() {
            assertThat(problem(() -> {
                        try (SigningKey key = lpj.open(Jabatan.PPK)) {
                            Lpj.cosign(
                                    signed, Jabatan.KPA, key, lpj.options(out).build());
                        }
                    }))
                    .isEqualTo(new Problem.AlreadySigned(signed, "Pejabat PPK"));
        }

        @Test
        void norByARenewedCertificateOfTheSameNik() {
            assertThat(problem(() -> {
                        String nik = "727101170875%04d".formatted(Jabatan.BENDAHARA.ordinal());
                        try (SigningKey key = Officials.open(lpj.issue(Jabatan.KPA, nik), shared)) {
                            Lpj.cosign(
                                    signed, Jabatan.KPA, key, lpj.options(out).build());
                        }
                    }))
                    .isEqualTo(new Problem.AlreadySigned(signed, "Pejabat KPA"));
        }

        @Test
        void whosePositionDoesNotSignThisJenis() {
            assertThat(refusal(signed, Jabatan.PPSPM)).isInstanceOfSatisfying(Problem.JabatanMayNotSign.class, p -> {
                assertThat(p.jenis()).isEqualTo(Jenis.LPJ);
                assertThat(p.allowed()).containsExactlyInAnyOrder(Jabatan.BENDAHARA, Jabatan.PPK, Jabatan.KPA);
            });
        }

        @Test
        void ofAnotherSatker() {
            CosignRequest request =
                    new CosignRequest(signed, Jabatan.KPA, Optional.of(new Satker("411222")), "Tolitoli");

            assertThat(problem(() -> Lpj.cosigner().check(request)))
                    .isEqualTo(new Problem.SatkerDiffers(signed, "527010", new Satker("411222")));
        }

        @Test
        void whoseCertificateIsNotValidWhenHeSigns() {
            assertThat(problem(() -> {
                        try (SigningKey key = lpj.open(Jabatan.KPA)) {
                            SigningOptions late = new SigningOptions.Builder(
                                            out, "Persetujuan LPJ", Officials.NOW.plusYears(30))
                                    .build();
                            Lpj.cosign(signed, Jabatan.KPA, key, late);
                        }
                    }))
                    .isInstanceOf(Problem.CertificateExpired.class);
        }
    }

    @Nested
    class TheBundle {
        @TempDir
        Path folder;

        private Problem afterTampering(Map<String, byte[]> entries) throws IOException {
            return refusal(Files.write(folder.resolve("tampered.asice"), RewrittenBundle.zip(entries)), Jabatan.KPA);
        }

        private Map<String, byte[]> entries() throws IOException {
            return new LinkedHashMap<>(RewrittenBundle.read(signed));
        }

        @Test
        void oneByteChangedInAnyPart() throws Exception {
            Random random = new Random(527010);
            for (String name : entries().keySet()) {
                for (int i = 0; i < 3; i++) {
                    Map<String, byte[]> tampered = entries();
                    byte[] changed = tampered.get(name).clone();
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                    tampered.put(name, changed);

                    assertThat(afterTampering(tampered))
                            .as(name)
                            .isInstanceOfAny(Problem.BundleUnusable.class, Problem.SignedFileUnusable.class);
                }
            }
        }

        @Test
        void aPartThatIsMissing() throws Exception {
            for (String name : entries().keySet()) {
                Map<String, byte[]> tampered = entries();
                tampered.remove(name);

                assertThat(afterTampering(tampered))
                        .as(name)
                        .isInstanceOfAny(Problem.BundleUnusable.class, Problem.SignedFileUnusable.class);
            }
        }

        @Test
        void aPartThatNoSealCovers() throws Exception {
            for (String name : List.of("catatan.txt", "lampiran/tambahan.pdf", "META-INF/ASiCManifest-paket-03.xml")) {
                Map<String, byte[]> tampered = entries();
                tampered.put(name, "tambahan".getBytes(StandardCharsets.UTF_8));

                assertThat(afterTampering(tampered))
                        .as(name)
                        .isInstanceOfSatisfying(
                                Problem.BundleUnusable.class,
                                p -> assertThat(p.finding().detail()).contains(name));
            }
        }

        @Test
        void aDocumentThatLacksAnOfficial() throws Exception {
            Map<String, byte[]> tampered = entries();
            Path first;
            try (Stream<Path> files = Files.list(shared.resolve("first"))) {
                first = files.findFirst().orElseThrow();
            }
            String p7m = tampered.keySet().stream()
                    .filter(name -> name.endsWith(".p7m"))
                    .findFirst()
                    .orElseThrow();
            tampered.put(p7m, RewrittenBundle.read(first).get(p7m));

            assertThat(afterTampering(tampered))
                    .isEqualTo(new Problem.BundleUnusable(
                            folder.resolve("tampered.asice"), new Finding(Finding.Kind.HASH_FAILURE, p7m)));
        }

        @Test
        void aBundleThatWasCutOff() throws Exception {
            byte[] whole = Files.readAllBytes(signed);
            for (int length = 0; length < whole.length; length += 1 + whole.length / 8) {
                Path cut = Files.write(folder.resolve("cut.asice"), Arrays.copyOf(whole, length));

                assertThat(refusal(cut, Jabatan.KPA)).isInstanceOf(Problem.BundleUnusable.class);
            }
        }

        @Test
        void whatIsNoBundleOrNotThere() throws Exception {
            Path text = Files.writeString(folder.resolve("surat.asice"), "bukan bundel");
            Path nowhere = folder.resolve("tidak-ada.asice");

            assertThat(refusal(text, Jabatan.KPA)).isInstanceOf(Problem.BundleUnusable.class);
            assertThat(refusal(nowhere, Jabatan.KPA)).isEqualTo(new Problem.FileUnreadable(nowhere));
        }

        @Test
        void aBundleThatChangesBetweenCheckAndSigning() throws Exception {
            Path copy = Files.copy(signed, folder.resolve("copy.asice"));
            PackageCosigner cosigner = Lpj.cosigner();
            CheckedBundle checked = cosigner.check(Lpj.request(copy, Jabatan.KPA));
            Path first;
            try (Stream<Path> files = Files.list(shared.resolve("first"))) {
                first = files.findFirst().orElseThrow();
            }
            Files.write(copy, Files.readAllBytes(first));

            assertThat(problem(() -> {
                        try (SigningKey key = lpj.open(Jabatan.KPA)) {
                            cosigner.sign(checked, key, lpj.options(out).build(), SigningListener.NONE);
                        }
                    }))
                    .isEqualTo(new Problem.FileChanged(copy));
        }

        @Test
        void issuersWhoAreUnknownOrCertificatesThatExpiredSinceAreNoHindrance() throws Exception {
            InstantSource later = InstantSource.fixed(Instant.now().plus(Duration.ofDays(3_650)));

            CheckedBundle checked = new PackageCosigner(Rules.builtIn(), later).check(Lpj.request(signed, Jabatan.KPA));

            assertThat(checked.file()).isEqualTo(CheckedFile.of(signed));
            assertThat(checked.before().missing()).containsExactly(Jabatan.KPA);
        }

        @Test
        void theNextOfficialMayBeCertifiedBySomebodyElse() throws Exception {
            Lpj others = new Lpj(CertificateAuthority.inMemory(InstantSource.system()), folder);

            CosignedBundle cosigned = others.cosign(signed, Jabatan.KPA, folder.resolve("both"), SigningMethod.basic());

            assertThat(cosigned.signatories().missing()).isEmpty();
        }
    }

    @Nested
    class TheResult {
        @Test
        void aPlaceThatIsNotInTheDocumentsNamesTheDocument() throws Exception {
            VisibleSignature nowhere =
                    new VisibleSignature(Template.usual().at(Placement.parse("#tidak-ada#")), Optional.empty());

            Problem refused = problem(() -> {
                try (SigningKey key = lpj.open(Jabatan.KPA)) {
                    SigningOptions options =
                            lpj.options(out).visible(Optional.of(nowhere)).build();
                    Lpj.cosign(signed, Jabatan.KPA, key, options);
                }
            });

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Problem.AnchorNotFound.class,
                            p -> assertThat(p.file()).isEqualTo(signed.resolve("lampiran/lpj-bendahara-laporan.pdf")));
        }

        @Test
        void theBundleItselfIsNeverOverwritten() throws Exception {
            SigningOptions sameName = new SigningOptions.Builder(signed.getParent(), "Persetujuan LPJ", timeOf(signed))
                    .overwrite(true)
                    .build();

            assertThat(problem(() -> {
                        try (SigningKey key = lpj.open(Jabatan.KPA)) {
                            Lpj.cosign(signed, Jabatan.KPA, key, sameName);
                        }
                    }))
                    .isEqualTo(new Problem.OutputExists(signed));
        }

        private static ZonedDateTime timeOf(Path bundle) {
            String[] parts = bundle.getFileName().toString().split("-");
            return LocalDateTime.parse(parts[2] + parts[3], DateTimeFormatter.ofPattern("yyyyMMddHHmmss"))
                    .atZone(Officials.NOW.getZone());
        }
    }
}
