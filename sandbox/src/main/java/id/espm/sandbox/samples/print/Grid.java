package id.espm.sandbox.samples.print;

import java.io.IOException;
import java.util.List;

/**
 * A ruled table with a shaded head.
 *
 * @param columns from left to right
 * @param rowHeight points
 */
public record Grid(List<Column> columns, float rowHeight) {
    private static final float PADDING = 4;

    public Grid {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a table.
     *
     * @param title its head
     * @param width points
     * @param number whether its cells stand at the right
     */
    public record Column(String title, float width, boolean number) {
        public static Column text(String title, float width) {
            return new Column(title, width, false);
        }

        public static Column number(String title, float width) {
            return new Column(title, width, true);
        }
    }

    public float width() {
        float sum = 0;
        for (Column column : columns) {
            sum += column.width();
        }
        return sum;
    }

    /** Draws head and rows from that corner on; answers the y of its lower edge. */
    public float draw(Sheet sheet, float x, float y, List<List<String>> rows) throws IOException {
        sheet.shade(x, y, width(), rowHeight);
        row(sheet, x, y, columns.stream().map(Column::title).toList());
        float top = y + rowHeight;
        for (List<String> cells : rows) {
            row(sheet, x, top, cells);
            top += rowHeight;
        }
        return top;
    }

    private void row(Sheet sheet, float x, float y, List<String> cells) throws IOException {
        TextStyle type = TextStyle.of(8);
        float foot = y + rowHeight - rowHeight / 2 + type.size() * 0.35f;
        float left = x;
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            sheet.box(left, y, column.width(), rowHeight);
            if (column.number()) {
                sheet.right(left + column.width() - PADDING, foot, type, cells.get(i));
            } else {
                sheet.left(left + PADDING, foot, type, cells.get(i));
            }
            left += column.width();
        }
    }
}
