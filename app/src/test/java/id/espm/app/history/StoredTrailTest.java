package id.espm.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.app.history.audit.ChainReport;
import id.espm.app.history.audit.ChainReport.ChainBreak;
import id.espm.app.history.audit.ChainReport.Flaw;
import id.espm.app.history.audit.ExportForm;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTrailTest {
    private static final int ENTRIES = 5;

    @TempDir
    Path dir;

    private Path folder;
    private StoredTrail trail;

    @BeforeEach
    void fill() throws SignerException {
        folder = dir.resolve("history");
        trail = new StoredTrail(folder);
        try (History history = History.open(folder)) {
            for (int i = 1; i <= ENTRIES; i++) {
                history.signed(Events.id("p" + i), Events.signed(Events.TIME.plusMinutes(i), "0000" + i));
            }
        }
    }

    private static ChainReport broken(long seq, Flaw flaw, ChainReport found) {
        return new ChainReport(seq - 1, found.from(), found.to(), Optional.of(new ChainBreak(seq, flaw)));
    }

    private static ChainReport whole() {
        return new ChainReport(
                ENTRIES,
                Optional.of(Events.TIME.plusMinutes(1)),
                Optional.of(Events.TIME.plusMinutes(ENTRIES)),
                Optional.empty());
    }

    @Test
    void aTrailThatNobodyTouchedHolds() throws Exception {
        assertThat(trail.verify()).isEqualTo(whole());
    }

    @Test
    void whereThereIsNoHistoryNothingIsMadeAndNothingIsBroken() throws Exception {
        StoredTrail none = new StoredTrail(dir.resolve("none"));

        assertThat(none.verify()).isEqualTo(new ChainReport(0, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(dir.resolve("none")).doesNotExist();
    }

    @Nested
    class AChangedDatabase {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE audit SET entry = CAST('{}' AS BLOB)",
                    "DELETE FROM audit WHERE seq = 5",
                    "UPDATE audit_nomor SET nomor = 'X'",
                    "DELETE FROM audit_nomor",
                    "INSERT INTO audit SELECT 7, entry, previous, hash, at, kind, jenis, satker, tahun FROM audit WHERE seq = 5",
                    "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 5"
                })
        void refusesToBeChanged(String sql) {
            assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        }

        @Test
        void isFoundInTheBytesOfAnEntry() throws Exception {
            byte[] entry = query("SELECT entry FROM audit WHERE seq = 3");
            for (int i = 0; i < entry.length; i += 13) {
                byte[] changed = entry.clone();
                changed[i] ^= 1;
                Path copy = copyWith("UPDATE audit SET entry = x'" + hex(changed) + "' WHERE seq = 3", "byte" + i);

                ChainReport found = new StoredTrail(copy).verify();

                assertThat(found.broken().map(ChainBreak::seq)).as("byte %d", i).contains(3L);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hash = '" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" + "'",
                    "previous = '" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" + "'",
                    "at = at + 1",
                    "kind = 'FAILED'",
                    "jenis = 'GAJI'",
                    "jenis = NULL",
                    "satker = '999999'",
                    "tahun = 2025"
                })
        void isFoundInEveryColumn(String change) throws Exception {
            Path copy = copyWith("UPDATE audit SET " + change + " WHERE seq = 3", "column");

            ChainReport found = new StoredTrail(copy).verify();

            assertThat(found)
                    .isEqualTo(broken(3, change.startsWith("hash") ? Flaw.CHANGED : Flaw.INDEX_DIFFERS, found));
        }

        @Test
        void isFoundInTheNumbersThatAreSearchedBy() throws Exception {
            ChainReport other = verifyWith("UPDATE audit_nomor SET nomor = 'X' WHERE seq = 3", "other");
            ChainReport more = verifyWith("INSERT INTO audit_nomor VALUES ('X', 3)", "more");

            assertThat(other).isEqualTo(broken(3, Flaw.INDEX_DIFFERS, other));
            assertThat(more).isEqualTo(broken(ENTRIES + 1, Flaw.INDEX_DIFFERS, more));
        }

        @Test
        void isFoundWhereAnEntryWasTakenOutSwappedOrCutOff() throws Exception {
            ChainReport out = verifyWith("DELETE FROM audit WHERE seq = 3", "out");
            ChainReport swapped = verifyWith(
                    "UPDATE audit SET seq = 99 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4;"
                            + " UPDATE audit SET seq = 4 WHERE seq = 99",
                    "swapped");
            ChainReport cut = verifyWith("DELETE FROM audit WHERE seq = 5", "cut");
            ChainReport emptied = verifyWith("DELETE FROM audit", "emptied");

            assertThat(out).isEqualTo(broken(3, Flaw.OUT_OF_ORDER, out));
            assertThat(swapped).isEqualTo(broken(3, Flaw.CHANGED, swapped));
            assertThat(cut).isEqualTo(broken(5, Flaw.CUT_OFF, cut));
            assertThat(emptied).isEqualTo(broken(1, Flaw.CUT_OFF, emptied));
        }

        @Test
        void isFoundByTheHeadWhereTheWholeEndWasMadeAnew() throws Exception {
            Path copy = copyWith("DELETE FROM audit WHERE seq = 5; DELETE FROM audit_nomor WHERE seq = 5", "anew");
            Path head = copy.resolve("history.head");
            byte[] kept = Files.readAllBytes(head);
            HeadFile file = HeadFile.open(head);
            file.write(id.espm.app.history.audit.Head.EMPTY);
            file.close();
            try (History history = History.open(copy)) {
                history.record(Events.sent(Events.TIME.plusMinutes(5), "x", "00005"));
            }
            Files.write(head, kept);

            ChainReport found = new StoredTrail(copy).verify();

            assertThat(found).isEqualTo(broken(5, Flaw.HEAD_DIFFERS, found));
            assertThatThrownBy(() -> History.open(copy).close()).hasMessageContaining("HistoryUnusable");
        }

        @Test
        void isNoCrashWhichLeavesTheHeadBehind() throws Exception {
            Path head = folder.resolve("history.head");
            byte[] kept = Files.readAllBytes(head);
            try (History history = History.open(folder)) {
                history.record(Events.sent(Events.TIME.plusMinutes(6), "x", "00005"));
            }
            Files.write(head, kept);

            assertThat(trail.verify().entries()).isEqualTo(6);
            assertThat(trail.verify().broken()).isEmpty();
            History.open(folder).close();
        }
    }

    @Nested
    class AnExport {
        private Path file;

        @BeforeEach
        void export() throws Exception {
            file = dir.resolve("riwayat.jsonl");
            assertThat(trail.export(file, false)).isEqualTo(ENTRIES);
        }

        @Test
        void holdsAndNamesTheSameAsTheDatabase() throws Exception {
            assertThat(ExportForm.verify(file)).isEqualTo(whole());
            assertThat(Files.readAllLines(file)).hasSize(ENTRIES + 1);
        }

        @Test
        void isNotOverwrittenUnlessAsked() throws Exception {
            byte[] before = Files.readAllBytes(file);

            assertThatThrownBy(() -> trail.export(file, false)).hasMessageContaining("OutputExists");
            assertThat(file).hasBinaryContent(before);
            assertThat(trail.export(file, true)).isEqualTo(ENTRIES);
            try (var files = Files.list(dir)) {
                assertThat(files).containsExactlyInAnyOrder(folder, file);
            }
        }

        @Test
        void isBrokenByAChangeToAnyByte() throws Exception {
            byte[] bytes = Files.readAllBytes(file);
            Path changed = dir.resolve("changed.jsonl");
            for (int i = 0; i < bytes.length; i += 3) {
                byte[] copy = bytes.clone();
                copy[i] ^= 1;
                Files.write(changed, copy);

                assertThat(ExportForm.verify(changed).broken())
                        .as("byte %d of %s", i, file)
                        .isPresent();
            }
        }

        @Test
        void namesTheFirstLineThatDoesNotHold() throws Exception {
            List<String> lines = Files.readAllLines(file);

            assertThat(verify(without(lines, 2))).contains(new ChainBreak(3, Flaw.OUT_OF_ORDER));
            assertThat(verify(swapped(lines))).contains(new ChainBreak(3, Flaw.OUT_OF_ORDER));
            assertThat(verify(without(lines, 4))).contains(new ChainBreak(5, Flaw.CUT_OFF));
            assertThat(verify(without(lines, 5))).contains(new ChainBreak(6, Flaw.HEAD_MISSING));
            assertThat(verify(lines.subList(0, 0))).contains(new ChainBreak(1, Flaw.HEAD_MISSING));
            List<String> words = new ArrayList<>(lines);
            words.set(1, lines.get(1).replace("Tolitoli", "Palu"));
            assertThat(verify(words)).contains(new ChainBreak(2, Flaw.CHANGED));
            words.set(1, "bukan entri");
            assertThat(verify(words)).contains(new ChainBreak(2, Flaw.UNREADABLE));
            List<String> more = new ArrayList<>(lines);
            more.add(lines.getLast());
            assertThat(verify(more)).contains(new ChainBreak(6, Flaw.UNREADABLE));
        }

        private Optional<ChainBreak> verify(List<String> lines) throws IOException {
            return ExportForm.verify(Files.write(dir.resolve("lines.jsonl"), lines))
                    .broken();
        }

        private static List<String> without(List<String> lines, int index) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(index);
            return fewer;
        }

        private static List<String> swapped(List<String> lines) {
            List<String> other = new ArrayList<>(lines);
            java.util.Collections.swap(other, 2, 3);
            return other;
        }

        @Test
        void isCheckedByTheProgramThatTheDocumentationShows() throws Exception {
            Assumptions.assumeTrue(python("-c", "pass", "") == 0, "python3 is not there");
            String page = Files.readString(Path.of("..", "docs", "audit.md"));
            int begin = page.indexOf("```python\n") + "```python\n".length();
            Path script = Files.writeString(dir.resolve("check.py"), page.substring(begin, page.indexOf("```", begin)));

            assertThat(python(script.toString(), file.toString())).isZero();
            for (String change : List.of("Tolitoli", "00004", "seq\":2")) {
                Path changed = Files.writeString(
                        dir.resolve("changed.jsonl"), Files.readString(file).replaceFirst(change, "x"));
                assertThat(python(script.toString(), changed.toString()))
                        .as(change)
                        .isNotZero();
            }
            List<String> lines = Files.readAllLines(file);
            Path cut = Files.write(dir.resolve("cut.jsonl"), without(lines, 4));
            assertThat(python(script.toString(), cut.toString())).isNotZero();
        }

        private int python(String... args) throws Exception {
            List<String> command = new ArrayList<>(List.of("python3"));
            command.addAll(List.of(args));
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(dir.resolve("python.txt").toFile())
                        .start();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                return process.exitValue();
            } catch (IOException e) {
                return -1;
            }
        }
    }

    private ChainReport verifyWith(String sql, String name) throws Exception {
        return new StoredTrail(copyWith(sql, name)).verify();
    }

    /** A copy, changed by somebody who took the triggers away first. */
    private Path copyWith(String sql, String name) throws Exception {
        Path copy = Files.createDirectories(dir.resolve("copies").resolve(name));
        for (String file : List.of("history.db", "history.head")) {
            Files.copy(folder.resolve(file), copy.resolve(file));
        }
        execute(
                copy,
                "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept; DROP TRIGGER audit_goes_on;"
                        + " DROP TRIGGER audit_nomor_stays; DROP TRIGGER audit_nomor_is_kept; " + sql);
        return copy;
    }

    private void execute(String sql) throws SQLException {
        execute(folder, sql);
    }

    private static void execute(Path folder, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private byte[] query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getBytes(1);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
