package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.sandbox.samples.Satker;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sign} says of packages whose ADKs it can read. */
@ExtendWith(Practice.Extension.class)
class ReviewedSigningTest {
    @TempDir
    Path home;

    private Program program;
    private Path paket;
    private Path passwordFile;
    private LocalDate date;
    private List<String> key;

    @BeforeEach
    void copyAPackage(Practice practice) throws IOException {
        program = new Program(home);
        key = practice.key("PPSPM");
        paket = home.resolve("paket");
        copy(practice.paket("SPM"), paket);
        passwordFile = Files.writeString(home.resolve("adk-password"), Adk.PASSWORD + "\n");
        try (Secret password = Secret.copyOf(Adk.PASSWORD.toCharArray())) {
            date = AdkReader.withPassword(password)
                    .read(adk())
                    .spm()
                    .getFirst()
                    .tanggal()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private Path adk() {
        return paket.resolve("00123A.zip");
    }

    private Program.Result check(Object... more) {
        return program.run(
                "sign",
                "--package",
                paket,
                "--dry-run",
                "--lang",
                "id",
                "--adk-password-file",
                passwordFile,
                List.of(more));
    }

    @Test
    void whatAgreesIsSignedWithoutAWord() {
        Program.Result result = check();

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("ADK");
    }

    @Nested
    class AnotherAmount {
        private static final String DIFFERENCE =
                "SPM 00123A: jumlah bersih Rp11.820.500 dalam ADK, Rp11.820.000 dalam 00123A-spm.pdf";

        @BeforeEach
        void inTheAdk() throws IOException {
            new DraftAdk().spm("00123A", date, 13_320_500, 1_500_000).write(adk());
        }

        @Test
        void isRefusedAndTold() {
            Program.Result result = check();

            assertThat(result.exit()).isEqualTo(5);
            assertThat(result.all()).contains(DIFFERENCE, "--accept-differences");
        }

        @Test
        void isToldWhenItIsAccepted() {
            Program.Result result = check("--accept-differences");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).contains(DIFFERENCE);
        }

        @Test
        void isSignedWhenItIsAccepted() {
            Path out = home.resolve("out");

            Program.Result result = program.run(
                    "sign",
                    "--package",
                    paket,
                    key,
                    "--out",
                    out,
                    "--adk-password-file",
                    passwordFile,
                    "--accept-differences");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(out).isNotEmptyDirectory();
        }

        @Test
        void isOnRecordInIndonesianWhateverLanguageIsRead() throws Exception {
            Program.Result result = program.run(
                    "sign",
                    "--package",
                    paket,
                    key,
                    "--out",
                    home.resolve("out"),
                    "--lang",
                    "en",
                    "--adk-password-file",
                    passwordFile,
                    "--accept-differences");

            assertThat(result.exit()).as(result.err()).isZero();
            try (History history = History.open(program.settings().resolve("history"))) {
                assertThat(history.entries(EntryFilter.builder().build()))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.event().accepted()).containsExactly(DIFFERENCE));
            }
        }

        @Test
        void isNotSeenWithoutThePassword() {
            Program.Result result = program.run("sign", "--package", paket, "--dry-run", "--lang", "en");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).containsOnlyOnce("was not read");
        }
    }

    @Test
    void anotherDateIsTold() throws IOException {
        new DraftAdk().spm("00123A", date.minusDays(1), 13_320_000, 1_500_000).write(adk());

        Program.Result result = check();

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.all()).contains("SPM 00123A: tanggal");
    }

    @Test
    void anotherSatkerIsRefused() throws IOException {
        new DraftAdk()
                .row(List.of(Integer.toString(date.getYear()), "648790", "00123A"), Optional.of(date), 1_000, 0, "IDR")
                .write(adk());

        Program.Result result = check("--accept-differences");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.all()).contains("648790", Satker.LATIHAN.kode());
    }

    @Test
    void sixSpmInOneAdkAreNamedThoughThePackageSaysOne() throws IOException {
        DraftAdk six = new DraftAdk();
        List<String> nomor = List.of("00123A", "00141A", "00142A", "00143A", "00144A", "00145A");
        nomor.forEach(one -> six.spm(one, date, 1_000, 0));
        six.write(adk());

        Program.Result result = program.run(
                "sign",
                "--jenis",
                "SPM",
                "--satker",
                "527010",
                "--kppn",
                "082",
                "--jabatan",
                "PPSPM",
                "--lokasi",
                "Tolitoli",
                "--tahun",
                date.getYear(),
                "--nomor",
                "00123A",
                "--adk",
                adk(),
                "--lampiran",
                paket.resolve("00123A-spm.pdf"),
                "--dry-run",
                "--adk-password-file",
                passwordFile);

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.all()).contains(nomor);
    }

    @Nested
    class ThePassword {
        @Test
        void mayComeFromTheProfile() throws IOException {
            new DraftAdk().spm("00123A", date, 13_320_500, 1_500_000).write(adk());
            Files.createDirectories(program.settings());
            Files.writeString(program.settings().resolve("profile.json"), "{\"adkPasswordFile\": \"../adk-password\"}");

            assertThat(program.run("sign", "--package", paket, "--dry-run").exit())
                    .isEqualTo(5);
        }

        @Test
        void thatIsWrongIsToldAndTheAdkSignedAsItIs() throws IOException {
            Files.writeString(passwordFile, "salah");

            Program.Result result = program.run(
                    "sign", "--package", paket, "--dry-run", "--lang", "en", "--adk-password-file", passwordFile);

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).contains("00123A.zip was not read").doesNotContain("salah");
        }

        @Test
        void hasToBeOneLine() throws IOException {
            Files.writeString(passwordFile, "satu\ndua\n");

            assertThat(check().exit()).isEqualTo(2);
        }

        @Test
        void hasToBeThere() throws IOException {
            Files.delete(passwordFile);

            assertThat(check().exit()).isEqualTo(5);
        }
    }
}
