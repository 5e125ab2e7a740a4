package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEvent.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What comes between a batch and its end, and that a second run brings it there. */
@ExtendWith(Practice.Extension.class)
class BatchTroubleTest {
    private static final int PACKAGES = 3;

    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Batch batch;
    private Path out;
    private Map<String, String> inputs;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        batch = new Batch(practice, home.resolve("paket")).spm(1, PACKAGES);
        out = Files.createDirectory(home.resolve("out"));
        inputs = Batch.contents(batch.inbox());
    }

    private Program.Result run(List<?> key, Object... more) {
        List<Object> call = new ArrayList<>(List.of("batch", batch.inbox(), Batch.details(), key, "--jobs", "1"));
        call.addAll(List.of("--out", out));
        call.addAll(List.of(more));
        return program.run(call.toArray());
    }

    /** Somebody types the passphrase; what happens just before that happens between checks and signatures. */
    private List<?> typed(Runnable before) throws IOException {
        String passphrase = new String(practice.official("PPSPM").passphrase());
        program.answering(() -> {
            before.run();
            return passphrase;
        });
        return List.of("--p12", practice.official("PPSPM").p12());
    }

    private static List<String> codes(JsonNode document) {
        return document.path("packages")
                .valueStream()
                .map(paket -> paket.at("/error/code").asString(""))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Runs into the trouble in both languages. */
    private void trouble(List<?> key, int exit, String... codes) throws IOException {
        Program.Result indonesian = run(key, "--json");
        assertThat(indonesian.exit()).as(indonesian.err()).isEqualTo(exit);
        JsonNode document = Documents.read("sign", indonesian.out());
        assertThat(codes(document)).containsExactly(codes);
        String message = document.path("packages")
                .valueStream()
                .map(paket -> paket.at("/error/message").asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
        Program.Result english = run(key, "--lang", "en");
        assertThat(indonesian.err()).contains(message).doesNotContainPattern("\\{[0-9]");
        assertThat(english.exit()).isNotZero();
        assertThat(english.err()).isNotBlank().doesNotContain(message).doesNotContainPattern("\\{[0-9]");
        nothingIsHalfWritten();
    }

    private void nothingIsHalfWritten() throws IOException {
        assertThat(Batch.files(out)).allMatch(file -> file.toString().endsWith(".asice"));
    }

    /** After the trouble is over. */
    private void allIsSignedOnce(int packages) throws Exception {
        Program.Result mended = run(practice.key("PPSPM"));
        assertThat(mended.exit()).as(mended.err()).isZero();
        assertThat(Batch.contents(batch.inbox())).isEqualTo(inputs);
        nothingIsHalfWritten();
        assertThat(Batch.files(out)).hasSize(packages);
        assertThat(signedNomor()).containsExactlyInAnyOrderElementsOf(nomor(packages));
        assertThat(program.run("history", "verify").exit()).isZero();
    }

    private static List<String> nomor(int packages) {
        return IntStream.rangeClosed(1, packages).mapToObj("%05dA"::formatted).toList();
    }

    private List<String> signedNomor() throws Exception {
        try (History history = History.open(program.settings().resolve("history"))) {
            return history.entries(EntryFilter.builder().build()).stream()
                    .map(entry -> entry.event())
                    .filter(event -> event.kind() == Kind.SIGNED || event.kind() == Kind.FOUND_AGAIN)
                    .flatMap(event -> event.subject().nomor().stream())
                    .toList();
        }
    }

    @Nested
    class FullDisk {
        @Test
        void forResultsSkipsWhatHasNoRoom() throws Exception {
            long forOne = Files.size(batch.inbox().resolve("paket-00001A/00001A-spm.pdf")) + (1 << 17) + (1 << 13);
            try (SmallDisk disk = SmallDisk.at(out, String.valueOf(forOne))) {
                trouble(practice.key("PPSPM"), 1, "DISK_FULL", "DISK_FULL");
                assertThat(Batch.files(out)).hasSize(1);
                disk.change("size=16m");
                allIsSignedOnce(PACKAGES);
            }
        }

        @Test
        void forTheHistoryStopsBeforeAnythingIsSigned() throws Exception {
            try (SmallDisk disk = SmallDisk.at(program.settings(), "2m")) {
                disk.fill();
                trouble(practice.key("PPSPM"), 5, "HISTORY_UNUSABLE", "HISTORY_UNUSABLE", "HISTORY_UNUSABLE");
                assertThat(Batch.files(out)).isEmpty();
                disk.empty();
                allIsSignedOnce(PACKAGES);
            }
        }

        @Test
        void thatFillsUpUnderTheHistoryInTheMidstLosesNothing() throws Exception {
            try (SmallDisk disk = SmallDisk.at(program.settings(), "2m")) {
                Program.Result result = run(typed(disk::fill), "--json");
                assertThat(result.exit()).as(result.err()).isEqualTo(5);
                assertThat(codes(Documents.read("sign", result.out())))
                        .containsExactly("HISTORY_UNUSABLE", "HISTORY_UNUSABLE", "HISTORY_UNUSABLE");
                assertThat(Batch.files(out)).isEmpty();
                disk.empty();
                allIsSignedOnce(PACKAGES);
            }
        }

        @Test
        void forAHistoryInUseLosesNothing() throws Exception {
            try (SmallDisk disk = SmallDisk.at(program.settings(), "2m")) {
                assertThat(run(practice.key("PPSPM")).exit()).isZero();
                batch.spm(4);
                inputs = Batch.contents(batch.inbox());
                disk.fill();
                trouble(
                        practice.key("PPSPM"),
                        5,
                        "HISTORY_UNUSABLE",
                        "HISTORY_UNUSABLE",
                        "HISTORY_UNUSABLE",
                        "HISTORY_UNUSABLE");
                assertThat(Batch.files(out)).hasSize(PACKAGES);
                disk.empty();
                allIsSignedOnce(4);
            }
        }
    }

    @Nested
    class ReadOnly {
        @Test
        void resultsAreRefusedBeforeThePassphrase() throws Exception {
            try (SmallDisk disk = SmallDisk.at(out, "16m")) {
                disk.change("ro");
                trouble(
                        List.of("--p12", practice.official("PPSPM").p12()),
                        5,
                        "OUTPUT_NOT_WRITABLE",
                        "OUTPUT_NOT_WRITABLE",
                        "OUTPUT_NOT_WRITABLE");
                disk.change("rw");
                allIsSignedOnce(PACKAGES);
            }
        }

        @Test
        void aFileInPlaceOfTheFolderIsRefusedAlike() throws Exception {
            Files.delete(out);
            Files.writeString(out, "x");
            Program.Result refused = run(practice.key("PPSPM"), "--json");
            assertThat(refused.exit()).isEqualTo(5);
            assertThat(codes(Documents.read("sign", refused.out()))).containsOnly("OUTPUT_NOT_WRITABLE");
            assertThat(out).hasContent("x");
            Files.delete(out);
            allIsSignedOnce(PACKAGES);
        }
    }

    @Nested
    class Inputs {
        private Path adk() {
            return batch.inbox().resolve("paket-00002A/00002A.zip");
        }

        private void write(Path file, String text, StandardOpenOption... how) {
            try {
                Files.writeString(file, text, how);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void thatAnotherProgramHoldsAreSetAside() throws Exception {
            try (HoldingProcess other = HoldingProcess.of(adk())) {
                trouble(practice.key("PPSPM"), 1, "FILE_IN_USE");
            }
            allIsSignedOnce(PACKAGES);
        }

        @Test
        void thatChangeBetweenCheckAndSignatureAreNotSigned() throws Exception {
            String before = Files.readString(adk());
            trouble(typed(() -> write(adk(), "!", StandardOpenOption.APPEND)), 1, "FILE_CHANGED");
            write(adk(), before);
            allIsSignedOnce(PACKAGES);
        }

        @Test
        void thatAreTakenAwayInTheMidstAreSetAside() throws Exception {
            Path folder = adk().getParent();
            Path away = home.resolve("diambil");
            List<?> key = typed(() -> move(folder, away));
            Program.Result result = run(key, "--json");
            assertThat(result.exit()).as(result.err()).isEqualTo(1);
            assertThat(codes(Documents.read("sign", result.out())))
                    .singleElement()
                    .isIn("FILE_UNREADABLE", "FILE_CHANGED");
            nothingIsHalfWritten();
            move(away, folder);
            Program.Result english = run(typed(() -> move(folder, away)), "--lang", "en");
            assertThat(english.exit()).as(english.err()).isEqualTo(1);
            assertThat(english.err()).contains("00002A").doesNotContainPattern("\\{[0-9]");
            move(away, folder);
            allIsSignedOnce(PACKAGES);
        }

        private void move(Path from, Path to) {
            try {
                Files.move(from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class Clocks {
        @Test
        void thatAreSetBackInTheMidstStopTheRest() throws Exception {
            program.clock(new JumpingClock());
            Program.Result result = run(practice.key("PPSPM"), "--json");
            assertThat(result.exit()).as(result.err()).isEqualTo(1);
            assertThat(codes(Documents.read("sign", result.out()))).containsExactly("CLOCK_SET_BACK", "CLOCK_SET_BACK");
            assertThat(Batch.files(out)).hasSize(1);
            trouble(List.of("--p12", practice.official("PPSPM").p12()), 5, "CLOCK_SET_BACK", "CLOCK_SET_BACK");
            program.clock(Clock.systemUTC());
            allIsSignedOnce(PACKAGES);
        }

        /** Goes right until the first bundle is there, and three hours wrong from then on. */
        private final class JumpingClock extends Clock {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                try {
                    boolean signed = Batch.files(out).stream()
                            .anyMatch(file -> file.toString().endsWith(".asice"));
                    return Instant.now().minus(signed ? Duration.ofHours(3) : Duration.ZERO);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Nested
    class AnotherRun {
        @Test
        void inTheSameFolderIsRefusedUntilItEnds() throws Exception {
            assertThat(run(practice.key("PPSPM")).exit()).isZero();
            batch.spm(4);
            inputs = Batch.contents(batch.inbox());
            Path lock = Batch.files(program.settings().resolve("history")).stream()
                    .filter(file -> file.toString().endsWith(".lock")
                            && file.getFileName().toString().startsWith("run-"))
                    .findFirst()
                    .orElseThrow();
            try (HoldingProcess other = HoldingProcess.of(lock)) {
                trouble(
                        List.of("--p12", practice.official("PPSPM").p12()),
                        5,
                        "RUNNING_ALREADY",
                        "RUNNING_ALREADY",
                        "RUNNING_ALREADY",
                        "RUNNING_ALREADY");
            }
            allIsSignedOnce(4);
        }
    }
}
