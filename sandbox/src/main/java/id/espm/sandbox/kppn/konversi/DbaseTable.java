package id.espm.sandbox.kppn.konversi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first rows of a dBASE III table (public descriptions of the format: a header of 32 bytes, 32 bytes per column, rows of
 * fixed width).
 *
 * @param columns names
 * @param rows text of each cell, without the blanks around it; dates as day-month-year
 * @param said how many rows the table says it has, deleted ones included
 */
public record DbaseTable(List<String> columns, List<List<String>> rows, long said) {
    /** Rows that are read. */
    static final int MAX_ROWS = 200;

    private static final int HEADER = 32;
    private static final int COLUMN = 32;
    private static final int NAME = 11;
    private static final int MAX_COLUMNS = 128;
    private static final int MAX_CELL = 200;
    private static final byte END_OF_COLUMNS = 0x0d;
    private static final byte DELETED = '*';

    public DbaseTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A column: its name, type and width in bytes. */
    private record Column(String name, char type, int width) {}

    /**
     * Reads a table.
     *
     * @param bytes the table or as much of its beginning as there is room for
     * @throws BrokenTableException when it is none
     */
    static DbaseTable read(byte[] bytes) throws BrokenTableException {
        ByteBuffer table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(bytes.length > HEADER, "shorter than a header");
        long said = Integer.toUnsignedLong(table.getInt(4));
        int firstRow = table.getShort(8) & 0xffff;
        int width = table.getShort(10) & 0xffff;
        require(firstRow > HEADER && firstRow <= bytes.length, "no rows where the header says");
        List<Column> columns = columns(bytes, firstRow);
        int sum = columns.stream().mapToInt(Column::width).sum();
        require(!columns.isEmpty() && width == sum + 1, "columns that do not fill a row");
        List<List<String>> rows = new ArrayList<>();
        int at = firstRow;
        for (long row = 0; row < said && rows.size() < MAX_ROWS && at <= bytes.length - width; row++) {
            if (bytes[at] != DELETED) {
                rows.add(row(bytes, at + 1, columns));
            }
            at += width;
        }
        return new DbaseTable(columns.stream().map(Column::name).toList(), rows, said);
    }

    /** Whether the table says that it has more than is here. */
    public boolean cut() {
        return said > rows.size();
    }

    private static List<Column> columns(byte[] table, int firstRow) throws BrokenTableException {
        List<Column> columns = new ArrayList<>();
        for (int at = HEADER; at + COLUMN < firstRow && table[at] != END_OF_COLUMNS; at += COLUMN) {
            require(columns.size() < MAX_COLUMNS, "too many columns");
            String name = text(table, at, NAME);
            int end = name.indexOf('\0');
            columns.add(new Column(
                    (end < 0 ? name : name.substring(0, end)).strip(), (char) table[at + NAME], table[at + 16] & 0xff));
        }
        return columns;
    }

    private static List<String> row(byte[] bytes, int start, List<Column> columns) {
        List<String> cells = new ArrayList<>();
        int at = start;
        for (Column column : columns) {
            cells.add(cell(column.type(), text(bytes, at, column.width()).strip()));
            at += column.width();
        }
        return cells;
    }

    private static String cell(char type, String text) {
        if (type == 'D' && text.matches("[0-9]{8}")) {
            return "%s-%s-%s".formatted(text.substring(6), text.substring(4, 6), text.substring(0, 4));
        }
        String printable = text.replaceAll("\\p{Cntrl}", "\ufffd");
        return printable.length() > MAX_CELL ? printable.substring(0, MAX_CELL) + "\u2026" : printable;
    }

    /** Every byte is a letter here: what foreign bytes mean is not known. */
    private static String text(byte[] bytes, int at, int length) {
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    private static void require(boolean condition, String message) throws BrokenTableException {
        if (!condition) {
            throw new BrokenTableException(message);
        }
    }
}
