package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a second run makes of what a first one did. */
@ExtendWith(Practice.Extension.class)
class BatchResumeTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Batch batch;
    private Path out;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        batch = new Batch(practice, home.resolve("paket"));
        out = home.resolve("out");
    }

    private Program.Result run(Object... more) {
        List<Object> call = new ArrayList<>(List.of("batch", batch.inbox(), Batch.details(), practice.key("PPSPM")));
        call.addAll(List.of("--out", out));
        call.addAll(Arrays.asList(more));
        return program.run(call.toArray());
    }

    private static List<String> statuses(JsonNode document) {
        return document.path("packages")
                .valueStream()
                .map(paket -> paket.path("status").asString())
                .toList();
    }

    @Test
    void whatIsSignedIsNotSignedAgain() throws Exception {
        batch.spm(1, 2);
        JsonNode first = Documents.read("sign", run("--json").out());
        Map<String, String> bundles = Batch.contents(out);
        batch.spm(3);

        Program.Result second = run("--json");

        assertThat(second.exit()).as(second.err()).isZero();
        JsonNode document = Documents.read("sign", second.out());
        assertThat(statuses(document)).containsExactly("skipped", "skipped", "signed");
        assertThat(document.at("/packages/0/bundle")).isEqualTo(first.at("/packages/0/bundle"));
        assertThat(Batch.contents(out)).hasSize(3).containsAllEntriesOf(bundles);
    }

    @Test
    void nobodyIsAskedForAPassphraseWhereAllIsSigned() throws Exception {
        batch.spm(1);
        run();

        Program.Result second = program.run(
                "batch",
                batch.inbox(),
                Batch.details(),
                "--out",
                out,
                "--p12",
                practice.official("PPSPM").p12());

        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out()).contains("Sudah ditandatangani");
    }

    @Test
    void aBundleThatWasTakenAwayIsNotMadeTwice() throws Exception {
        batch.spm(1);
        run();
        Path bundle = Batch.files(out).getFirst();
        Files.move(bundle, home.resolve("terkirim.asice"));

        assertThat(run().exit()).isZero();
        assertThat(Batch.files(out)).isEmpty();
    }

    @Test
    void againSignsAnewAndTellsOfTheFirst() throws Exception {
        batch.spm(1);
        run();

        Program.Result second = run("--again");

        assertThat(second.exit()).isZero();
        assertThat(second.err()).contains("pernah ditandatangani di komputer ini");
        assertThat(Batch.files(out)).hasSize(2);
    }

    @Test
    void changedInputsAreAnotherPackage() throws Exception {
        Path paket = batch.spm(1);
        run();
        Files.writeString(paket.resolve("00001A.zip"), "ADK yang diperbaiki");

        assertThat(statuses(Documents.read("sign", run("--json").out()))).containsExactly("signed");
        assertThat(Batch.files(out)).hasSize(2);
    }

    @Test
    void anotherFolderForResultsIsAnotherRun() throws Exception {
        batch.spm(1);
        run();
        out = home.resolve("lain");

        assertThat(run().exit()).isZero();
        assertThat(Batch.files(out)).hasSize(1);
    }

    @Nested
    class RetryFailed {
        @Test
        void takesOnlyWhatFailed() throws Exception {
            batch.spm(1);
            Path broken = batch.spm(2);
            Path pdf = broken.resolve("00002A-spm.pdf");
            byte[] intact = Files.readAllBytes(pdf);
            Files.write(pdf, Arrays.copyOf(intact, 8));
            assertThat(run().exit()).isEqualTo(1);
            Files.write(pdf, intact);
            batch.spm(3);

            JsonNode document =
                    Documents.read("sign", run("--retry-failed", "--json").out());

            assertThat(statuses(document)).containsExactly("signed");
            assertThat(document.at("/packages/0/source").asString()).endsWith("paket-00002A");
            assertThat(run("--retry-failed").exit()).isEqualTo(5);
        }
    }

    @Nested
    class Clocks {
        @Test
        void oneThatWasSetBackIsRefusedAndNothingIsSigned() throws Exception {
            batch.spm(1);
            run();
            batch.spm(2);
            program.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-3)));

            Program.Result refused = run("--json");

            assertThat(refused.exit()).isEqualTo(5);
            JsonNode document = Documents.read("sign", refused.out());
            assertThat(document.at("/packages/1/error/code").asString()).isEqualTo("CLOCK_SET_BACK");
            assertThat(Batch.files(out)).hasSize(1);

            assertThat(run("--accept-clock").exit()).isZero();
            assertThat(Batch.files(out)).hasSize(2);
        }

        @Test
        void aMinuteIsNoMatter() throws Exception {
            batch.spm(1);
            run();
            batch.spm(2);
            program.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-60)));

            assertThat(run().exit()).isZero();
        }
    }

    @Test
    void anSpmThatIsInTwoPackagesIsSignedInNeither() throws Exception {
        Path first = batch.spm(1);
        batch.spm(2);
        Path second = home.resolve("paket/salinan");
        Files.createDirectory(second);
        for (Path file : Batch.files(first)) {
            Files.copy(file, second.resolve(file.getFileName().toString()));
        }

        Program.Result result = run("--json");

        assertThat(result.exit()).isEqualTo(1);
        JsonNode document = Documents.read("sign", result.out());
        assertThat(statuses(document)).containsExactly("failed", "signed", "failed");
        assertThat(document.at("/packages/0/error/code").asString()).isEqualTo("NOMOR_ELSEWHERE");
        assertThat(document.at("/packages/0/error/message").asString())
                .contains("00001A")
                .contains(first.toString())
                .contains(second.toString());
    }

    @Test
    void whatLiesBesideThePackagesIsTold() throws Exception {
        batch.spm(1);
        Path loose = Files.writeString(batch.inbox().resolve("00009A.zip"), "ADK");

        assertThat(run().err()).contains(loose + " berada di samping paket");
    }

    @Test
    void packagesThatWantTheSameNameGetANumber() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            Path paket = Files.createDirectory(batch.inbox().resolve(name));
            Files.writeString(paket.resolve("rpd.dat"), "RPD " + name);
        }
        program.clock(Clock.fixed(Clock.systemUTC().instant(), Clock.systemUTC().getZone()));

        Program.Result result = program.run(
                "batch",
                batch.inbox(),
                List.of("--jenis", "RPD_HARIAN", "--satker", "527010", "--kppn", "082", "--tahun", "2026"),
                List.of("--jabatan", "PPK", "--lokasi", "Tolitoli", "--out", out),
                practice.key("PPK"));

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Batch.files(out).stream()
                        .map(file -> file.getFileName().toString().substring(34)))
                .containsExactlyInAnyOrder("rpd.asice", "rpd-2.asice", "rpd-3.asice");
    }

    @Test
    void aFolderThatIsNoneIsToldBeforeThePassphraseIsAskedFor() throws Exception {
        batch.spm(1);
        out = Files.writeString(home.resolve("berkas"), "x");

        Program.Result result = program.run(
                "batch",
                batch.inbox(),
                Batch.details(),
                "--out",
                out,
                "--p12",
                practice.official("PPSPM").p12(),
                "--json");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(Documents.read("sign", result.out())
                        .at("/packages/0/error/code")
                        .asString())
                .isEqualTo("OUTPUT_NOT_WRITABLE");
    }

    @Test
    void withoutAUsableHistoryNothingIsSigned() throws Exception {
        batch.spm(1);
        Path history = program.settings().resolve("history");
        Files.createDirectories(history);
        Files.writeString(history.resolve("history.db"), "bukan basis data, hanya tulisan yang cukup panjang");

        Program.Result result = run("--json");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(Documents.read("sign", result.out())
                        .at("/packages/0/error/code")
                        .asString())
                .isEqualTo("HISTORY_UNUSABLE");
        assertThat(out).doesNotExist();
    }

    @Test
    void eventsTellProgramsWhatHappens() throws Exception {
        batch.spm(1, 2);
        Files.createDirectory(batch.inbox().resolve("kosong"));
        Files.writeString(batch.inbox().resolve("kosong/00009A.pdf"), "bukan PDF");

        Program.Result alone = run("--json-events");

        List<JsonNode> events =
                alone.out().lines().map(line -> Documents.read("events", line)).toList();
        assertThat(events.getFirst().path("event").asString()).isEqualTo("begin");
        assertThat(events.getLast().path("event").asString()).isEqualTo("end");
        assertThat(events.stream().map(event -> event.path("event").asString()))
                .containsExactlyInAnyOrder("begin", "checked", "checked", "signed", "signed", "failed", "end");
        assertThat(events.getLast().at("/summary/signed").asInt()).isEqualTo(2);
        assertThat(events.getLast().at("/summary/failed").asInt()).isEqualTo(1);

        Program.Result beside = run("--json-events", "--json", "-q");

        assertThat(statuses(Documents.read("sign", beside.out()))).contains("skipped", "failed");
        assertThat(beside.err()).contains("{\"event\":\"begin\"");
    }
}
