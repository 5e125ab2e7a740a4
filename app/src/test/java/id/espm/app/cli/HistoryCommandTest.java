package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.history.Events;
import id.espm.app.history.History;
import id.espm.signer.SignerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HistoryCommandTest {
    @TempDir
    Path home;

    private Program program;

    @BeforeEach
    void prepare() {
        program = new Program(home);
    }

    private void fill() throws SignerException {
        try (History history = History.open(program.settings().resolve("history"))) {
            history.record(Events.signed(Events.TIME, "00123A", "00124A"));
            history.record(Events.failed(Events.TIME.plusDays(1), "FILE_IN_USE", "00125A"));
            history.record(Events.sent(Events.TIME.plusDays(2), "kirim-17", "00123A"));
        }
    }

    private JsonNode entries(Object... args) {
        Program.Result result = program.run("history", "--json", List.of(args));
        assertThat(result.exit()).as(result.err()).isZero();
        return Documents.read("history", result.out()).path("entries");
    }

    @Test
    void whereNothingWasSignedItSaysSoAndMakesNothing() {
        Program.Result shown = program.run("history");
        Program.Result verified = program.run("history", "verify");

        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("Belum ada yang tercatat");
        assertThat(verified.exit()).isZero();
        assertThat(entries()).isEmpty();
        assertThat(program.settings().resolve("history")).doesNotExist();
    }

    @Nested
    class Listing {
        @BeforeEach
        void prepare() throws SignerException {
            fill();
        }

        @Test
        void showsTheNewestFirstWithWhatCameOut() {
            Program.Result result = program.run("history");

            assertThat(result.exit()).isZero();
            List<String> lines = result.out().lines().toList();
            assertThat(lines).hasSize(7);
            assertThat(lines.get(0)).startsWith("Waktu").contains("Peristiwa", "Nomor", "Pejabat");
            assertThat(lines.get(1)).contains("24 November 2026", "terkirim", "00123A", "SPM", "527010", "Siti");
            assertThat(lines.get(2)).contains("kirim-17");
            assertThat(lines.get(4)).contains("FILE_IN_USE", "00125A");
            assertThat(lines.get(5)).contains("ditandatangani", "00123A, 00124A", "(PPSPM)");
            assertThat(lines.get(6)).endsWith("00123A.asice");
            assertThat(program.run("history", "--lang", "en").out()).contains("Official", "signed");
        }

        @Test
        void tellsEverythingInJson() {
            JsonNode signed = entries().get(2);

            assertThat(signed.path("seq").asInt()).isEqualTo(1);
            assertThat(signed.path("time").asString()).isEqualTo("2026-11-22T09:30:00.123+08:00");
            assertThat(signed.at("/signer/nik").asString()).isEqualTo("720101********01");
            assertThat(signed.at("/documents/0/kind").asString()).isEqualTo("adk");
            assertThat(entries().get(1).path("previous")).isEqualTo(signed.path("hash"));
        }

        @ParameterizedTest
        @CsvSource({
            "--nomor,00123a,2",
            "--satker,527010,3",
            "--satker,527011,0",
            "--since,2026-11-23,2",
            "--until,2026-11-23,2",
            "--until,2026-11-22T09:30:00.123+08:00,1",
            "--limit,1,1"
        })
        void showsOnlyWhatIsAskedFor(String option, String value, int expected) {
            assertThat(entries(option, value)).hasSize(expected);
        }

        @Test
        void saysThatThereAreMore() {
            assertThat(program.run("history", "--limit", "2").err()).contains("2 entri terbaru");
            assertThat(program.run("history", "--limit", "3").err()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"--since,kemarin", "--until,2026-13-01", "--limit,0", "--satker,52701"})
        void aWrongValueIsAWrongCall(String option, String value) {
            assertThat(program.run("history", option, value).exit()).isEqualTo(2);
        }
    }

    @Nested
    class Verifying {
        @BeforeEach
        void prepare() throws SignerException {
            fill();
        }

        private JsonNode verified(int exit, Object... args) {
            Program.Result result = program.run("history", "verify", "--json", List.of(args));
            assertThat(result.exit()).as(result.all()).isEqualTo(exit);
            return Documents.read("history-verify", result.out());
        }

        @Test
        void saysHowManyEntriesHoldFromWhenToWhen() {
            Program.Result result = program.run("history", "verify");

            assertThat(result.exit()).isZero();
            assertThat(result.out()).contains("3 entri", "22 November 2026", "24 November 2026");
            assertThat(verified(0).path("holds").asBoolean()).isTrue();
        }

        @Test
        void namesTheFirstEntryThatDoesNotHold() throws Exception {
            Path file = home.resolve("riwayat.jsonl");
            assertThat(program.run("history", "export", file).exit()).isZero();
            assertThat(verified(0, file).path("entries").asInt()).isEqualTo(3);

            Files.writeString(file, Files.readString(file).replace("FILE_IN_USE", "PDF_DAMAGED"));

            JsonNode broken = verified(1, file).path("broken");
            assertThat(broken.path("seq").asInt()).isEqualTo(2);
            assertThat(broken.path("flaw").asString()).isEqualTo("CHANGED");
            assertThat(program.run("history", "verify", file).out()).contains("TIDAK utuh", "mulai entri 2", "diubah");
        }

        @Test
        void aLostDatabaseIsNeverMadeAnew() throws Exception {
            Path database = program.settings().resolve("history").resolve("history.db");
            Files.delete(database);

            assertThat(verified(1).at("/broken/flaw").asString()).isEqualTo("CUT_OFF");
            Program.Result shown = program.run("history");
            assertThat(shown.exit()).isEqualTo(5);
            assertThat(shown.err()).contains("history.db is missing");
            assertThat(database).doesNotExist();
        }

        @Test
        void whatIsNoHistoryIsTold() throws Exception {
            Path other = Files.writeString(home.resolve("surat.txt"), "bukan riwayat\n");

            assertThat(verified(1, other).at("/broken/flaw").asString()).isEqualTo("UNREADABLE");
            assertThat(program.run("history", "verify", home.resolve("none")).exit())
                    .isEqualTo(5);
        }
    }

    @Test
    void anExportIsNotOverwrittenWithoutForce() throws Exception {
        fill();
        Path file = Files.writeString(home.resolve("ada.jsonl"), "ada");

        assertThat(program.run("history", "export", file).exit()).isEqualTo(5);
        assertThat(file).hasContent("ada");
        assertThat(program.run("history", "export", file, "--force").exit()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(4);
    }
}
