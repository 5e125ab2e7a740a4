package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.CuttingLine;
import id.espm.app.espm.submit.ReceiptFiles;
import id.espm.sandbox.espm.EspmLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What comes between a bundle and eSPM, and that the next call brings it there. */
@ExtendWith(Practice.Extension.class)
class OutboxTroubleTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Parcels parcels;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        parcels = new Parcels(practice, home.resolve("kerja"));
    }

    private List<Object> account(URI address) {
        return RealEspm.options(practice, address, home);
    }

    private static JsonNode first(Program.Result result) {
        return Documents.read("submit", result.out()).at("/submissions/0");
    }

    /** Runs into the trouble in both languages. */
    private void trouble(String code, int exit, Object... call) {
        Program.Result indonesian = program.run(call, "--json");
        Program.Result english = program.run(call, "--lang", "en");

        assertThat(indonesian.exit()).as(indonesian.all()).isEqualTo(exit);
        assertThat(first(indonesian).at("/error/code").asString()).isEqualTo(code);
        assertThat(indonesian.err())
                .contains(first(indonesian).at("/error/message").asString());
        assertThat(english.exit()).isEqualTo(exit);
        assertThat(indonesian.err() + english.err()).doesNotContainPattern("\\{[0-9]");
    }

    private void isSentNow(RealEspm espm, Object... call) {
        Program.Result mended = program.run(call, "--json");
        assertThat(mended.exit()).as(mended.err()).isZero();
        assertThat(first(mended).path("status").asString()).isEqualTo("SENT");
        assertThat(espm.server().kppn().inbox()).hasSize(1);
        JsonNode entries = Documents.read(
                        "history", program.run("history", "--json").out())
                .path("entries");
        assertThat(entries).hasSize(1);
    }

    @Test
    void aFullDiskOfTheSettings() throws Exception {
        Path bundle = parcels.rpd("RPD-1", 1000);
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"));
                SmallDisk disk = SmallDisk.at(program.settings(), "4m")) {
            Object[] call = {"submit", bundle, account(espm.address())};
            disk.fill();
            trouble("OUTBOX_DISK_FULL", 5, call);
            disk.empty();
            isSentNow(espm, call);
        }
    }

    @Test
    void settingsThatCannotBeWrittenTo() throws Exception {
        Path bundle = parcels.rpd("RPD-1", 1000);
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"));
                SmallDisk disk = SmallDisk.at(program.settings(), "4m")) {
            Object[] call = {"submit", bundle, account(espm.address())};
            disk.change("ro");
            trouble("OUTBOX_READ_ONLY", 5, call);
            disk.change("rw");
            isSentNow(espm, call);
        }
    }

    @Test
    void aFolderThatTakesNoReceipt() throws Exception {
        Path made = parcels.rpd("RPD-1", 1000);
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"));
                SmallDisk disk = SmallDisk.at(home.resolve("bundel"), "4m")) {
            Path bundle = Files.copy(made, home.resolve("bundel").resolve("rpd.asice"));
            Object[] call = {"submit", bundle, account(espm.address())};
            disk.change("ro");
            trouble("SENT_NOT_KEPT_RECEIPT", 5, call);
            assertThat(program.run("history").out()).contains("Belum ada");
            disk.change("rw");
            isSentNow(espm, call);
            assertThat(ReceiptFiles.beside(bundle).receipt()).isNotEmptyFile();
        }
    }

    @Test
    void aDamagedOutboxIsLeftAsItIs() throws Exception {
        Path bundle = parcels.rpd("RPD-1", 1000);
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"))) {
            Object[] call = {"submit", bundle, account(espm.address())};
            isSentNow(espm, call);
            Path file = program.settings().resolve("outbox.db");
            byte[] damaged = "bukan basis data, tetapi cukup panjang untuk itu"
                    .repeat(200)
                    .getBytes();
            Files.write(file, damaged);
            Files.deleteIfExists(file.resolveSibling("outbox.db-wal"));

            trouble("OUTBOX_DAMAGED", 5, call);
            assertThat(file).hasBinaryContent(damaged);
            assertThat(program.run("status", "--offline").exit()).isEqualTo(5);

            Files.move(file, home.resolve("outbox-rusak.db"));
            isSentNow(espm, call);
        }
    }

    @Test
    void maintenanceAndAFullDayAreForLater() throws Exception {
        Path rpd = parcels.rpd("RPD-1", 1000);
        Path spm = parcels.spm();
        EspmLimits none = EspmLimits.builder().dailySpm(0).build();
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"), none, Clock.systemUTC())) {
            espm.server().startMaintenance(Duration.ofHours(1));
            trouble("MAINTENANCE", 4, "submit", rpd, account(espm.address()));
            espm.server().endMaintenance();
            isSentNow(espm, "submit", rpd, account(espm.address()));
            trouble("DAILY_LIMIT", 4, "submit", spm, account(espm.address()));
        }
    }

    @Test
    void aWrongCodeAndOneThatIsTooOld() throws Exception {
        Path bundle = parcels.spm();
        PassingClock clock = new PassingClock();
        EspmLimits limits = EspmLimits.builder().build();
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"), limits, clock)) {
            Object[] call = {"submit", bundle, account(espm.address())};
            program.run(call);
            String old = espm.mailedCode();
            String wrong = old.equals("000000") ? "000001" : "000000";
            trouble("TOKEN_WRONG", 4, call, "--token", wrong);
            clock.pass(Duration.ofMinutes(20));
            assertThat(first(program.run(call, "--token", old, "--json"))
                            .at("/error/code")
                            .asString())
                    .as("a new one is on its way")
                    .isEqualTo("TOKEN_MISSING");
            isSentNow(espm, "submit", bundle, account(espm.address()), "--token", espm.mailedCode());
        }
    }

    @Test
    void aSessionThatEndsOnTheWayIsFollowedByAnother() throws Exception {
        Path bundle = parcels.rpd("RPD-1", 4 << 20);
        PassingClock clock = new PassingClock();
        EspmLimits limits = EspmLimits.builder().build();
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"), limits, clock);
                CuttingLine line = new CuttingLine(espm.address().getPort())) {
            int[] chunks = {0};
            line.onRequest(request -> {
                if (request.startsWith("PATCH") && ++chunks[0] == 2) {
                    clock.pass(Duration.ofHours(9));
                }
            });

            Program.Result result = program.run("submit", bundle, account(line.address()));

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).contains("Sesi eSPM sudah berakhir; masuk lagi.");
            assertThat(espm.server().kppn().inbox()).hasSize(1);
            // The second piece is all that was left; it was refused, and is sent again, but none before it.
            assertThat(line.bytesThere()).isLessThan(Files.size(bundle) + (3 << 20) + 200_000);
        }
    }
}
