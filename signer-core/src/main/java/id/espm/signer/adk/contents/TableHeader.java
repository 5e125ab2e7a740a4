package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The header of a dBASE III table or one of FoxPro, held against the bytes that are there, before a library believes it.
 *
 * @param records how many rows it says to have
 * @param header  its size, in bytes
 * @param record  the size of a row, in bytes
 */
record TableHeader(int records, int header, int record) {
    /** Where columns begin, and how long the description of each is. */
    private static final int UNIT = 32;

    private static final byte END_OF_COLUMNS = 0x0d;
    /** dBASE III without and with memo, FoxBASE, Visual FoxPro, FoxPro 2 with memo. */
    private static final Set<Integer> VERSIONS = Set.of(0x02, 0x03, 0x83, 0x30, 0x31, 0x32, 0xf5);

    /** Whether a file that begins like this is a table. */
    static boolean isTable(byte[] start) {
        if (start.length < UNIT || !VERSIONS.contains(start[0] & 0xff)) {
            return false;
        }
        TableHeader read = of(ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN));
        boolean date = start[2] >= 1 && start[2] <= 12 && start[3] >= 1 && start[3] <= 31;
        return date && read.header > UNIT && read.record > 1;
    }

    private static TableHeader of(ByteBuffer start) {
        return new TableHeader(start.getInt(4), start.getShort(8) & 0xffff, start.getShort(10) & 0xffff);
    }

    /**
     * The header of a table that holds together.
     *
     * @throws Unreadable {@link AdkGap#DAMAGED}, {@link AdkGap#TOO_MUCH}
     */
    static TableHeader check(byte[] table, AdkLimits limits) throws Unreadable {
        if (!isTable(table)) {
            throw new Unreadable(AdkGap.DAMAGED, "no table");
        }
        ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        TableHeader read = of(bytes);
        if (read.records < 0 || read.header + (long) read.records * read.record > table.length) {
            throw new Unreadable(AdkGap.DAMAGED, "fewer rows than it says");
        }
        int width = 1;
        int at = UNIT;
        int columns = 0;
        while (at + UNIT <= read.header && table[at] != END_OF_COLUMNS) {
            width += table[at + 16] & 0xff;
            at += UNIT;
            columns++;
        }
        if (read.records > limits.records() || columns > limits.columns()) {
            throw new Unreadable(AdkGap.TOO_MUCH, "a table of " + read.records + " rows, " + columns + " columns");
        }
        if (at >= table.length || table[at] != END_OF_COLUMNS || width != read.record) {
            throw new Unreadable(AdkGap.DAMAGED, "columns that do not make up the rows");
        }
        return read;
    }
}
