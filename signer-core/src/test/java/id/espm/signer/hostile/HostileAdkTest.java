package id.espm.signer.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.espm.signer.AdkGap;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkKind;
import id.espm.signer.adk.contents.AdkReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an ADK may try against its reader: each ends with a reason, and in little memory. */
class HostileAdkTest {
    private static final int MEGA = 1 << 20;

    @TempDir
    Path folder;

    private AdkContents read(byte[] adk) throws IOException {
        return AdkReader.withoutPassword().read(Files.write(folder.resolve("adk.zip"), adk));
    }

    static Stream<Arguments> zips() {
        return Stream.of(
                arguments("a bomb", HostileAdks.bomb(16 * MEGA), AdkGap.TOO_MUCH),
                arguments("a bomb within the size but not the ratio", HostileAdks.bomb(3 * MEGA), AdkGap.TOO_MUCH),
                arguments("a bomb that is called small", HostileAdks.hiddenBomb(16 * MEGA), AdkGap.TOO_MUCH),
                arguments("many tables", HostileAdks.zip(HostileAdks.TABLE, large(), 20), AdkGap.TOO_MUCH),
                arguments("a member beyond the file", HostileAdks.memberBeyondTheFile(), AdkGap.DAMAGED),
                arguments(
                        "another compression in the directory",
                        HostileAdks.directory(zip(), e -> e.putShort(10, (short) 97)),
                        null),
                arguments("another CRC", HostileAdks.directory(zip(), e -> e.putInt(16, 1)), AdkGap.DAMAGED));
    }

    private static byte[] zip() {
        return HostileAdks.zip(HostileAdks.table());
    }

    private static byte[] large() {
        return HostileAdks.table(4_900);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void aHostileMemberIsNotReadToItsEnd(String what, byte[] adk, AdkGap gap) throws IOException {
        AdkContents contents = read(adk);

        assertThat(contents.kind()).isEqualTo(AdkKind.SPM);
        assertThat(contents.gap().orElse(null)).as(what).isEqualTo(gap);
    }

    static Stream<Arguments> directories() {
        return Stream.of(
                arguments("too many members", HostileAdks.zip("x.dbf", new byte[1], 300), AdkGap.TOO_MUCH),
                arguments(
                        "many members said",
                        HostileAdks.end(zip(), e -> e.putShort(10, (short) 0xffff)),
                        AdkGap.TOO_MUCH),
                arguments(
                        "more members than are there",
                        HostileAdks.end(zip(), e -> e.putShort(10, (short) 9)),
                        AdkGap.DAMAGED),
                arguments("a huge directory", HostileAdks.end(zip(), e -> e.putInt(12, 0x7fffffff)), AdkGap.TOO_MUCH),
                arguments("a directory beyond the file", HostileAdks.end(zip(), e -> e.putInt(16, -1)), AdkGap.DAMAGED),
                arguments(
                        "a name beyond the directory",
                        HostileAdks.directory(zip(), e -> e.putShort(28, (short) 0xffff)),
                        AdkGap.DAMAGED),
                arguments("cut off", Arrays.copyOf(zip(), 200), AdkGap.DAMAGED),
                arguments("nothing but a beginning", "PK\3\4".getBytes(StandardCharsets.ISO_8859_1), AdkGap.DAMAGED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("directories")
    void aHostileDirectoryIsNotBegun(String what, byte[] adk, AdkGap gap) throws IOException {
        AdkContents contents = read(adk);

        assertThat(contents.gap()).as(what).contains(gap);
        assertThat(contents.spm()).isEmpty();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments(
                        "more rows than bytes", HostileAdks.table(t -> t.putInt(4, Integer.MAX_VALUE)), AdkGap.DAMAGED),
                arguments("rows below none", HostileAdks.table(t -> t.putInt(4, -5)), AdkGap.DAMAGED),
                arguments("no rows", HostileAdks.table(t -> t.putInt(4, 0)), AdkGap.DAMAGED),
                arguments(
                        "a header beyond the table",
                        HostileAdks.table(t -> t.putShort(8, (short) 0xffff)),
                        AdkGap.DAMAGED),
                arguments(
                        "a header within the header",
                        HostileAdks.table(t -> t.putShort(8, (short) 65)),
                        AdkGap.DAMAGED),
                arguments("rows of no length", HostileAdks.table(t -> t.putShort(10, (short) 0)), AdkGap.DAMAGED),
                arguments("rows of another length", HostileAdks.table(t -> t.putShort(10, (short) 40)), AdkGap.DAMAGED),
                arguments("a column of another length", HostileAdks.table(t -> t.put(48, (byte) 255)), AdkGap.DAMAGED),
                arguments(
                        "a column of another name", HostileAdks.table(t -> t.put(32, (byte) 'X')), AdkGap.FORM_UNKNOWN),
                arguments("a year of letters", HostileAdks.table(t -> t.put(row(t) + 1, (byte) 'X')), AdkGap.DAMAGED),
                arguments("no satker", HostileAdks.table(t -> blank(t, row(t) + 5, 6)), AdkGap.DAMAGED),
                arguments("a number with a bell", HostileAdks.table(t -> t.put(row(t) + 12, (byte) 7)), AdkGap.DAMAGED),
                arguments(
                        "an amount of letters", HostileAdks.table(t -> t.put(row(t) + 42, (byte) 'x')), AdkGap.DAMAGED),
                arguments("too many rows", HostileAdks.table(5_001), AdkGap.TOO_MUCH),
                arguments("no table at all", new byte[5_000], AdkGap.DAMAGED),
                arguments("nothing", new byte[0], AdkGap.DAMAGED));
    }

    /** Where the first row begins. */
    private static int row(ByteBuffer table) {
        return table.getShort(8);
    }

    private static void blank(ByteBuffer table, int at, int length) {
        for (int i = 0; i < length; i++) {
            table.put(at + i, (byte) ' ');
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTableThatDoesNotHoldTogetherIsRefused(String what, byte[] table, AdkGap gap) throws IOException {
        assertThat(read(HostileAdks.zip(table)).gap()).as(what).contains(gap);
    }

    @Test
    void theMostRowsThatMayBeAreRead() throws IOException {
        assertThat(read(HostileAdks.zip(large())).spm()).hasSize(4_900);
    }

    @Test
    void whereverItIsCutThereIsAReason() throws IOException {
        byte[] whole = zip();
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)).gap())
                    .as("cut at %d", length)
                    .isPresent();
        }
    }
}
