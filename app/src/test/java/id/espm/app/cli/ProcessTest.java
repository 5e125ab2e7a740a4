package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.espm.app.Practice;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Practice.Extension.class)
class ProcessTest {
    /** The set of signals that a process ignores, as Linux tells it. */
    private static final String IGNORED = "SigIgn:";

    private static final int SIGINT = 1;

    private static final int LARGE = 640 << 20;

    @TempDir
    Path home;

    @Test
    void thePassphraseAppearsNowhere(Practice practice) throws Exception {
        String passphrase =
                Files.readString(practice.official("PPSPM").passphraseFile()).strip();
        Path out = home.resolve("out");
        String[][] calls = {
            {"sign", "--package", practice.paket("SPM").toString(), "--out", out.toString(), "--json", "-v"},
            {"sign", "--package", practice.paket("SPM-6").toString(), "--out", out.toString(), "-v"},
            {"cert", practice.official("PPSPM").p12().toString(), "-v"},
            {"cert", practice.official("PPK").p12().toString(), "-v"}
        };
        StringBuilder printed = new StringBuilder();
        for (String[] call : calls) {
            boolean signs = call[0].equals("sign");
            List<String> args = new ArrayList<>(List.of(call));
            args.addAll(List.of("--passphrase-stdin"));
            if (signs) {
                args.addAll(List.of("--p12", practice.official("PPSPM").p12().toString()));
            }
            Process process = ForkedProgram.start(home, args.toArray(String[]::new));
            try (var stdin = process.outputWriter()) {
                stdin.write(passphrase);
            }
            printed.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            printed.append(Files.readString(home.resolve("stderr.txt")));
        }

        assertThat(printed).doesNotContain(passphrase);
        assertThat(home.resolve("espm-signer/logs/espm-signer.log")).content().contains("1 signed");
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(passphrase));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void theVersionIsToldAtOnceAsTheCommandLineWouldTellIt(String option) throws Exception {
        Process process = ForkedProgram.start(home, option);
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(told).isEqualTo(new Program(home).run(option).out());
    }

    @Test
    void theLogNamesNoDocumentAndNoPerson(Practice practice) throws Exception {
        Process process = ForkedProgram.start(
                home,
                "sign",
                "--package",
                practice.paket("SPM").toString(),
                "--out",
                home.resolve("out").toString(),
                "--p12",
                practice.official("PPSPM").p12().toString(),
                "--passphrase-file",
                practice.official("PPSPM").passphraseFile().toString());

        assertThat(process.waitFor()).isZero();
        assertThat(home.resolve("espm-signer/logs/espm-signer.log"))
                .content()
                .isNotBlank()
                .doesNotContain(
                        "00123A",
                        "Siti",
                        "9999990101700001",
                        "PPSPM.p12",
                        practice.paket("SPM").toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stoppedInTheMidstItLeavesNoHalfFileAndSaysSo(Practice practice) throws Exception {
        Path paket = Files.createDirectory(home.resolve("besar"));
        makeLarge(paket.resolve("besar.bin"));
        Path out = Files.createDirectory(home.resolve("out"));
        Process process = ForkedProgram.start(
                home,
                "sign",
                "--package",
                paket.toString(),
                "--jenis",
                "RPD_HARIAN",
                "--jabatan",
                "PPK",
                "--satker",
                "527010",
                "--kppn",
                "082",
                "--tahun",
                "2026",
                "--lokasi",
                "Tolitoli",
                "--out",
                out.toString(),
                "--p12",
                practice.official("PPK").p12().toString(),
                "--passphrase-file",
                practice.official("PPK").passphraseFile().toString());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !isEmpty(out));

        boolean interrupts = hearsInterrupts();
        new ProcessBuilder("kill", interrupts ? "-INT" : "-TERM", String.valueOf(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(home.resolve("stderr.txt")))
                .isEqualTo(interrupts ? 130 : 143);
        assertThat(out).isEmptyDirectory();
        assertThat(home.resolve("stderr.txt")).content().contains("setengah jadi");
    }

    /** What a shell starts in the background ignores SIGINT, and so does all that it starts in turn. */
    private static boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(IGNORED))
                .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
                .noneMatch(signals -> signals.testBit(SIGINT));
    }

    /** Nothing that could be compressed, so that there is time to stop it. */
    private static void makeLarge(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        new Random(1).nextBytes(megabyte);
        for (int i = 0; i < LARGE >> 20; i++) {
            Files.write(file, megabyte, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
