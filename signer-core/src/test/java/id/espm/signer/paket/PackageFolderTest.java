package id.espm.signer.paket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.PackageQuestion;
import id.espm.signer.PackageQuestion.Doubt;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDescriptionInvalid;
import id.espm.signer.Problem.PackageDescriptionInvalid.Flaw;
import id.espm.signer.Problem.PackageDetailMissing;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import id.espm.signer.Unfitness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFolderTest {
    private static final String PDF = "%PDF-1.7\n%%EOF\n";

    private static final PackageDetails PROFILE = new PackageDetails(
            Optional.of(Jenis.SPM),
            Optional.of(new Satker("527010")),
            Optional.of(new Kppn("082")),
            Optional.of(2026),
            Optional.of(Jabatan.PPSPM),
            Optional.of("Tolitoli"));

    @TempDir
    Path folder;

    @Nested
    class ByDescription {
        @Test
        void saysEverything() throws Exception {
            describe("""
                    { "jenis": "KONTRAK", "satker": "111111", "kppn": "001", "tahun": 2025, "jabatan": "PPK",
                      "lokasi": "Palu",
                      "dokumen": [ { "nomor": ["K-1"], "adk": "a.zip", "lampiran": ["sub/b.pdf"] } ] }""");

            SigningPackage read = read();

            assertThat(read.jenis()).isEqualTo(Jenis.KONTRAK);
            assertThat(read.satker()).isEqualTo(new Satker("111111"));
            assertThat(read.kppn()).contains(new Kppn("001"));
            assertThat(read.tahun()).isEqualTo(2025);
            assertThat(read.jabatan()).isEqualTo(Jabatan.PPK);
            assertThat(read.lokasi()).isEqualTo("Palu");
            assertThat(read.dokumen())
                    .containsExactly(new PackageDocument(
                            List.of("K-1"),
                            Optional.of(folder.resolve("a.zip")),
                            List.of(folder.resolve("sub/b.pdf"))));
        }

        @Test
        void theCallGoesBeforeItAndItBeforeTheProfile() throws Exception {
            describe(
                    "{ \"lokasi\": \"Palu\", \"tahun\": 2025, \"dokumen\": [ { \"nomor\": [\"1\"], \"adk\": \"a.zip\" } ] }");
            PackageDetails said = new PackageDetails(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(2024),
                    Optional.empty(),
                    Optional.empty());

            SigningPackage read = PackageFolder.read(folder, said, PROFILE);

            assertThat(read.tahun()).isEqualTo(2024);
            assertThat(read.lokasi()).isEqualTo("Palu");
            assertThat(read.jabatan()).isEqualTo(Jabatan.PPSPM);
        }

        @Test
        void anUnknownKeyIsNamed() throws Exception {
            describe("{ \"jenis\": \"SPM\", \"stker\": \"527010\" }");
            assertThat(flaw()).isEqualTo(invalid(Flaw.UNKNOWN_KEY, "stker"));

            describe("{ \"dokumen\": [ { \"nomor\": [\"1\"], \"lampirn\": [] } ] }");
            assertThat(flaw()).isEqualTo(invalid(Flaw.UNKNOWN_KEY, "dokumen[0].lampirn"));
        }

        @Test
        void aWrongValueIsNamed() throws Exception {
            for (String key : List.of("jenis", "satker", "kppn", "jabatan")) {
                describe("{ \"" + key + "\": \"salah\" }");
                assertThat(flaw()).isEqualTo(invalid(Flaw.WRONG_VALUE, key));
            }
            describe("{ \"tahun\": \"2026\" }");
            assertThat(flaw()).isEqualTo(invalid(Flaw.WRONG_VALUE, "tahun"));
            describe("{ \"dokumen\": [ { \"adk\": \"a.zip\" } ] }");
            assertThat(flaw()).isEqualTo(invalid(Flaw.MISSING_KEY, "dokumen[0].nomor"));
        }

        @Test
        void aFileOutsideTheFolderIsRefused() throws Exception {
            for (String path : List.of("../lain.zip", "/etc/passwd", "sub/../../lain.zip")) {
                describe("{ \"dokumen\": [ { \"nomor\": [\"1\"], \"adk\": \"" + path + "\" } ] }");
                assertThat(flaw()).isEqualTo(invalid(Flaw.PATH_OUTSIDE, path));
            }
        }

        @Test
        void whatIsNoJsonIsSaidWithItsPosition() throws Exception {
            describe("{ \"jenis\": \"SPM\",\n  oops }");

            assertThat(flaw()).isInstanceOfSatisfying(PackageDescriptionInvalid.class, p -> {
                assertThat(p.flaw()).isEqualTo(Flaw.NOT_JSON);
                assertThat(p.key()).startsWith("2:");
            });
        }

        @Test
        void aKeyThatStandsTwiceIsRefused() throws Exception {
            describe("{ \"satker\": \"527010\", \"satker\": \"111111\" }");

            assertThat(flaw()).isInstanceOf(PackageDescriptionInvalid.class);
        }

        private Problem flaw() {
            return problem(PROFILE);
        }

        private Problem invalid(Flaw flaw, String key) {
            return new PackageDescriptionInvalid(folder.resolve("paket.json"), flaw, key);
        }

        private void describe(String json) throws IOException {
            Files.writeString(folder.resolve("paket.json"), json);
        }
    }

    @Nested
    class ByNames {
        @Test
        void anAdkFindsThePdfsOfItsStemAndOfItsFolder() throws Exception {
            Path adk = touch("00123A.zip");
            Path spm = touch("00123A-spm.PDF");
            Path second = touch("00124A/adk.zip");
            Path receipt = touch("00124A/kuitansi #1.pdf");
            touch("Thumbs.db");
            touch(".tersembunyi");

            assertThat(read().dokumen())
                    .containsExactly(
                            new PackageDocument(List.of("00123A"), Optional.of(adk), List.of(spm)),
                            new PackageDocument(List.of("00124A"), Optional.of(second), List.of(receipt)));
        }

        @Test
        void theLongestStemWins() throws Exception {
            Path shortAdk = touch("1.zip");
            Path longAdk = touch("1-2.zip");
            Path pdf = touch("1-2-spm.pdf");
            Path other = touch("1 kuitansi.pdf");

            assertThat(read().dokumen())
                    .containsExactlyInAnyOrder(
                            new PackageDocument(List.of("1"), Optional.of(shortAdk), List.of(other)),
                            new PackageDocument(List.of("1-2"), Optional.of(longAdk), List.of(pdf)));
        }

        @Test
        void withOneAdkEveryPdfIsItsOwn() throws Exception {
            Path adk = touch("00123A.zip");
            Path pdf = touch("scan0001.pdf");

            assertThat(read().dokumen())
                    .containsExactly(new PackageDocument(List.of("00123A"), Optional.of(adk), List.of(pdf)));
        }

        @Test
        void whatCannotBePlacedIsNamedAndNeverGuessed() throws Exception {
            touch("00123A.zip");
            touch("00124A.zip");
            touch("00123AB.pdf");
            touch("scan.pdf");

            assertThat(problem(PROFILE))
                    .isEqualTo(
                            new Problem.PackageAmbiguous(folder, List.of(nowhere("00123AB.pdf"), nowhere("scan.pdf"))));
        }

        @Test
        void aSecondAdkInOneFolderIsNamed() throws Exception {
            touch("00124A/a.zip");
            touch("00124A/b.zip");

            assertThat(questions()).containsExactly(question("00124A/b.zip", Doubt.SECOND_ADK, "00124A"));
        }

        @Test
        void namesThatDifferInCaseAloneAreOneDocument() throws Exception {
            touch("00123a.zip");
            touch("00123A.dat");

            assertThat(questions()).containsExactly(question("00123a.zip", Doubt.SECOND_ADK, "00123A"));
        }

        @Test
        void aNumberMayStandAnywhereInThePdfsName() throws Exception {
            Path adk = touch("00123A.zip");
            Path other = touch("00124A.zip");
            Path pdf = touch("SPM_231_00123A_168572955888.pdf");

            assertThat(read().dokumen())
                    .containsExactly(
                            new PackageDocument(List.of("00123A"), Optional.of(adk), List.of(pdf)),
                            new PackageDocument(List.of("00124A"), Optional.of(other), List.of()));
        }

        @Test
        void aPdfThatNamesTwoDocumentsIsAskedFor() throws Exception {
            touch("00123A.zip");
            touch("00124A.zip");
            touch("kuitansi 00123A dan 00124A.pdf");

            assertThat(questions())
                    .containsExactly(
                            question("kuitansi 00123A dan 00124A.pdf", Doubt.BELONGS_TO_SEVERAL, "00123A", "00124A"));
        }

        @Test
        void namesAreComparedAsPeopleReadThem() throws Exception {
            String composed = "Daerah Caf\u00e9";
            String decomposed = "Daerah Cafe\u0301";
            Path adk = touch(composed + ".zip");
            Path other = touch("lain.zip");
            Path pdf = touch(decomposed + " #1 & lampiran.pdf");

            assertThat(read().dokumen())
                    .containsExactlyInAnyOrder(
                            new PackageDocument(List.of(composed), Optional.of(adk), List.of(pdf)),
                            new PackageDocument(List.of("lain"), Optional.of(other), List.of()));
        }

        @Test
        void aNameMayBeAsLongAsTheFileSystemAllows() throws Exception {
            String stem = "9".repeat(240);
            Path adk = touch(stem + ".zip");
            Path pdf = touch(stem + "-spm.pdf");

            assertThat(read().dokumen())
                    .containsExactly(new PackageDocument(List.of(stem), Optional.of(adk), List.of(pdf)));
        }

        @Test
        void whatLiesTooDeepIsNotPassedOver() throws Exception {
            touch("00123A/adk.zip");
            touch("00123A/lama/spm.pdf");

            assertThat(questions()).containsExactly(question("00123A/lama/spm.pdf", Doubt.TOO_DEEP));
        }
    }

    @Nested
    class ByContent {
        @Test
        void aPdfIsOneWhateverItIsCalled() throws Exception {
            Path adk = touch("00123A.zip");
            Path pdf = Files.writeString(folder.resolve("00123A-spm"), PDF);

            assertThat(read().dokumen())
                    .containsExactly(new PackageDocument(List.of("00123A"), Optional.of(adk), List.of(pdf)));
        }

        @Test
        void whatIsOnlyCalledPdfIsAskedFor() throws Exception {
            touch("00123A.zip");
            Files.writeString(folder.resolve("00123A-spm.pdf"), "bukan PDF");

            assertThat(questions()).containsExactly(question("00123A-spm.pdf", Doubt.NOT_A_PDF));
        }

        @Test
        void aPictureIsNoAdk() throws Exception {
            touch("00123A.zip");
            Files.write(folder.resolve("foto.dat"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});

            assertThat(questions()).containsExactly(question("foto.dat", Doubt.NOT_AN_ADK));
        }

        @Test
        void aCopyStillUnderWayIsNoAdk() throws Exception {
            touch("00123A.zip.crdownload");

            assertThat(questions()).containsExactly(question("00123A.zip.crdownload", Doubt.NOT_AN_ADK));
        }

        @Test
        void aPrivateKeyNeverGoesIntoAPackage() throws Exception {
            touch("00123A.zip");
            Path key =
                    Files.writeString(folder.resolve("catatan.txt"), "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n");

            assertThat(problem(PROFILE)).isEqualTo(new Problem.FileUnfit(key, Unfitness.PRIVATE_KEY));
        }

        @Test
        void anEmptyFileIsRefused() throws Exception {
            Path adk = Files.createFile(folder.resolve("00123A.zip"));

            assertThat(problem(PROFILE)).isEqualTo(new Problem.FileUnfit(adk, Unfitness.EMPTY));
        }
    }

    private List<PackageQuestion> questions() {
        return ((Problem.PackageAmbiguous) problem(PROFILE)).questions();
    }

    private static PackageQuestion question(String file, Doubt doubt, String... choices) {
        return new PackageQuestion(Path.of(file).toString(), doubt, List.of(choices));
    }

    private static PackageQuestion nowhere(String file) {
        return question(file, Doubt.BELONGS_NOWHERE, "00123A", "00124A");
    }

    @Test
    void whatNobodySaysIsNamed() throws Exception {
        touch("00123A.zip");
        assertThat(problem(PackageDetails.none())).isEqualTo(new PackageDetailMissing(folder, Detail.JENIS));

        PackageDetails jenisOnly = new PackageDetails(
                Optional.of(Jenis.SPM),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(problem(jenisOnly)).isEqualTo(new PackageDetailMissing(folder, Detail.SATKER));
    }

    private SigningPackage read() throws SignerException {
        return PackageFolder.read(folder, PackageDetails.none(), PROFILE);
    }

    private Problem problem(PackageDetails profile) {
        return catchThrowableOfType(
                        SignerException.class, () -> PackageFolder.read(folder, PackageDetails.none(), profile))
                .problem();
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? PDF : name);
    }
}
