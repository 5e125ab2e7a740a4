package id.espm.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.app.database.Database;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.ChainReport;
import id.espm.app.history.audit.ExportForm;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryUnderStressTest {
    @TempDir
    Path dir;

    private Path folder;
    private Path file;

    @BeforeEach
    void prepare() {
        folder = dir.resolve("history");
        file = folder.resolve("history.db");
    }

    /** @param detail a part of what the history says is wrong with it */
    private static void assertUnusable(String detail, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.problem())
                                .isInstanceOfSatisfying(
                                        Problem.HistoryUnusable.class,
                                        unusable ->
                                                assertThat(unusable.detail()).containsIgnoringCase(detail)));
    }

    private ChainReport verified() throws Exception {
        ChainReport report = new StoredTrail(folder).verify();
        assertThat(report.broken()).isEmpty();
        return report;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void fill(int count) throws SignerException {
        try (History history = History.open(folder)) {
            for (int i = 0; i < count; i++) {
                history.record(Events.signed(Events.TIME, "n" + i));
            }
        }
    }

    @Nested
    class Several {
        @Test
        void threadsWriteAtOnce() throws Exception {
            try (History history = History.open(folder);
                    ExecutorService workers = Executors.newFixedThreadPool(6)) {
                List<Callable<Boolean>> packages = new ArrayList<>();
                for (int i = 0; i < 120; i++) {
                    String name = "p" + i;
                    packages.add(() -> {
                        history.intend(Events.id(name), Events.OUTPUT.resolve(name));
                        history.signed(Events.id(name), Events.signed(Events.TIME, name));
                        return history.known(Events.id(name)) instanceof Known.Signed;
                    });
                }
                for (Future<Boolean> done : workers.invokeAll(packages)) {
                    assertThat(done.get()).isTrue();
                }
            }
            assertThat(verified().entries()).isEqualTo(120);
        }

        @Test
        void processesWriteAtOnceFromTheVeryBeginning() throws Exception {
            Process other = HistoryWriter.start(folder, "other", 150);
            Process third = HistoryWriter.start(folder, "third", 150);
            for (Process process : List.of(other, third)) {
                process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
            }

            assertThat(verified().entries()).isEqualTo(300);
            History.open(folder).close();
        }

        @Test
        void anInterruptedThreadStillWrites() throws Exception {
            try (History history = History.open(folder)) {
                Thread.currentThread().interrupt();
                history.record(Events.sent(Events.TIME, "1", "a"));
                assertThat(Thread.interrupted()).isTrue();
                history.record(Events.sent(Events.TIME, "2", "a"));
            }

            assertThat(HeadFile.read(folder.resolve("history.head"))
                            .orElseThrow()
                            .seq())
                    .isEqualTo(2);
        }
    }

    @Nested
    class Killed {
        @Test
        void atAnyMomentLosesNothingThatWasAnsweredFor() throws Exception {
            for (int round = 0; round < 4; round++) {
                String name = "r" + round + "-";
                Process process = HistoryWriter.start(folder, name, 1_000_000);
                List<String> answered = new ArrayList<>();
                try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                    for (int i = 0; i < 20 + 37 * round; i++) {
                        answered.add(out.readLine());
                    }
                    process.toHandle().destroyForcibly();
                    out.lines().filter(line -> line.matches(name + "[0-9]+")).forEach(answered::add);
                }
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertEveryoneIsOnRecord(answered, name);
            }
        }

        /** The last name may have lost its end with the process; the entry after the last answer may be there. */
        private void assertEveryoneIsOnRecord(List<String> answered, String name) throws Exception {
            verified();
            try (History history = History.open(folder)) {
                for (String one : answered.subList(0, answered.size() - 1)) {
                    assertThat(history.known(Events.id(one))).as(one).isInstanceOf(Known.Signed.class);
                }
                int next = answered.size();
                assertThat(history.known(Events.id(name + (next + 1)))).isEqualTo(new Known.None());
                List<AuditEntry> entries = history.entries(EntryFilter.builder().build());
                assertThat(entries.stream().map(entry -> entry.event().subject().nomor()))
                        .doesNotHaveDuplicates();
            }
            verified();
        }
    }

    @Nested
    class Unusable {
        @Test
        void whereAnotherProgramHoldsItTooLong() throws Exception {
            fill(1);
            try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = holder.createStatement();
                    History history = new History(
                            file,
                            Database.open(file, History.FORM, 200),
                            HeadFile.open(folder.resolve("history.head")))) {
                statement.execute("BEGIN IMMEDIATE");

                assertUnusable("locked", () -> history.record(Events.sent(Events.TIME, "1", "a")));
                assertThat(history.entries(EntryFilter.builder().build())).hasSize(1);
                statement.execute("COMMIT");
                history.record(Events.sent(Events.TIME, "1", "a"));
            }
            assertThat(verified().entries()).isEqualTo(2);
        }

        @Test
        void whereTheDiskIsFullAndGoesOnOnceThereIsRoom() throws Exception {
            fill(1);
            Database database = Database.open(file, History.FORM);
            try (History history = new History(file, database, HeadFile.open(folder.resolve("history.head")))) {
                database.execute("PRAGMA max_page_count=1");
                long written = 0;
                SignerException full = null;
                while (full == null) {
                    try {
                        history.signed(Events.id("p" + written), Events.signed(Events.TIME, "p" + written));
                        written++;
                    } catch (SignerException e) {
                        full = e;
                    }
                }
                assertThat(((Problem.HistoryUnusable) full.problem()).detail()).contains("full");
                assertThat(history.known(Events.id("p" + written)))
                        .as("journal and trail are changed together or not at all")
                        .isEqualTo(new Known.None());
                assertThat(verified().entries()).isEqualTo(1 + written);

                database.execute("PRAGMA max_page_count=1000000");
                history.signed(Events.id("p" + written), Events.signed(Events.TIME, "p" + written));
                assertThat(verified().entries()).isEqualTo(2 + written);
            }
        }

        @Test
        void whereTheFileIsDamaged() throws Exception {
            fill(200);
            byte[] bytes = Files.readAllBytes(file);
            byte[] torn = bytes.clone();
            java.util.Arrays.fill(torn, 4096, torn.length, (byte) 0x5a);
            for (byte[] damaged :
                    List.of("not a database at all".repeat(400).getBytes(StandardCharsets.US_ASCII), torn)) {
                Files.write(file, damaged);

                assertUnusable("", () -> History.open(folder).close());
                assertUnusable("", () -> new StoredTrail(folder).verify());
                assertThat(file).hasBinaryContent(damaged);
            }
        }

        @Test
        void whereOneOfTheTwoFilesIsLostOrEmptied() throws Exception {
            fill(3);
            Path head = folder.resolve("history.head");
            byte[] kept = Files.readAllBytes(head);

            Files.write(head, new byte[0]);
            assertUnusable("history.head is damaged", () -> History.open(folder).close());
            Files.delete(head);
            assertUnusable("history.head is missing", () -> History.open(folder).close());
            assertThat(head).doesNotExist();

            Files.write(head, kept);
            Files.write(file, new byte[0]);
            assertUnusable("missing", () -> History.open(folder).close());
            Files.delete(file);
            assertUnusable("history.db is missing", () -> History.open(folder).close());
        }

        @Test
        void whereANewerVersionMadeItOrAnotherProgram() throws Exception {
            fill(1);
            execute("PRAGMA user_version=2");
            assertUnusable("newer version", () -> History.open(folder).close());
            execute("PRAGMA user_version=1; PRAGMA application_id=1");
            assertUnusable("something else", () -> History.open(folder).close());
            execute("PRAGMA user_version=0");
            assertUnusable("something else", () -> History.open(folder).close());
        }

        @Test
        void whereTheFolderCannotBeMade() throws Exception {
            Path notAFolder = Files.writeString(dir.resolve("file"), "x");

            assertUnusable("", () -> History.open(notAFolder.resolve("history")).close());
            assertUnusable("", () -> History.open(notAFolder).close());
            assertThat(notAFolder).hasContent("x");
        }

        @Test
        void whereTheFolderMayNotBeWritten() throws Exception {
            fill(1);
            Path closed = Files.createDirectory(dir.resolve("closed"));
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
            Assumptions.assumeFalse(Files.isWritable(closed), "root may write everywhere");

            assertUnusable("", () -> History.open(closed.resolve("history")).close());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
            assertUnusable("", () -> {
                try (History history = History.open(folder)) {
                    history.record(Events.sent(Events.TIME, "1", "a"));
                }
            });
        }
    }

    /** In a JVM of its own with little memory: an entry is forgotten once the next is reached. */
    @Test
    void aHundredThousandEntriesAreCheckedInBoundedMemory() throws Exception {
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HundredThousand.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(checker.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("100000 100000");
    }

    /** Writes many entries in few transactions, and checks them in the database and in a file. */
    static final class HundredThousand {
        private HundredThousand() {}

        public static void main(String... args) throws Exception {
            Path folder = Path.of(args[0], "history");
            History.open(folder).close();
            try (Database database = Database.open(folder.resolve("history.db"), History.FORM)) {
                AuditTrail trail = new AuditTrail(database);
                for (int block = 0; block < 100; block++) {
                    int first = block * 1000;
                    database.transaction(() -> {
                        for (int i = first; i < first + 1000; i++) {
                            trail.append(Events.signed(Events.TIME.plusSeconds(i), "n" + i));
                        }
                        return true;
                    });
                }
            }
            Path export = Path.of(args[0], "export.jsonl");
            new StoredTrail(folder).export(export, false);
            System.out.println(entries(new StoredTrail(folder).verify()) + " " + entries(ExportForm.verify(export)));
        }

        private static String entries(ChainReport report) throws IOException {
            return report.broken().isPresent() ? report.toString() : Long.toString(report.entries());
        }
    }
}
