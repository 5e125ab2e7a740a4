package id.espm.signer.adk.contents;

import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFReader;
import id.espm.signer.AdkGap;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code d_spmind} of an ADK SPM: a row for each SPM. Its columns are known from public readers alone, so one that is
 * not there is a gap.
 */
final class SpmTable {
    static final String NAME = "d_spmind.dbf";
    private static final List<String> NEEDED = List.of("thang", "kdsatker", "nospm", "totnilmak", "totnilmap");
    private static final String RUPIAH = "IDR";
    /** Numbers of SPM have six letters. */
    private static final int MAX_TEXT = 40;

    private final Map<String, Integer> columns;
    private final @Nullable Object[] row;

    private SpmTable(Map<String, Integer> columns, @Nullable Object[] row) {
        this.columns = columns;
        this.row = row;
    }

    /** @throws Unreadable {@link AdkGap#FORM_UNKNOWN}, {@link AdkGap#DAMAGED}, {@link AdkGap#TOO_MUCH} */
    static List<AdkSpm> read(byte[] table, AdkLimits limits) throws Unreadable {
        TableHeader header = TableHeader.check(table, limits);
        try (DBFReader reader = new DBFReader(new ByteArrayInputStream(table), StandardCharsets.ISO_8859_1)) {
            Map<String, Integer> columns = new HashMap<>();
            for (int i = 0; i < reader.getFieldCount(); i++) {
                columns.putIfAbsent(reader.getField(i).getName().strip().toLowerCase(Locale.ROOT), i);
            }
            if (!columns.keySet().containsAll(NEEDED)) {
                throw new Unreadable(AdkGap.FORM_UNKNOWN, "columns " + columns.keySet());
            }
            List<AdkSpm> found = new ArrayList<>();
            for (int i = 0; i < header.records(); i++) {
                @Nullable Object[] row = reader.nextRecord();
                if (row == null) {
                    break;
                }
                found.add(new SpmTable(columns, row).spm());
            }
            return found;
        } catch (DBFException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new Unreadable(AdkGap.DAMAGED, e);
        }
    }

    private AdkSpm spm() throws Unreadable {
        String satker = text("kdsatker");
        String nomor = text("nospm");
        if (satker.isEmpty() || nomor.isEmpty()) {
            throw new Unreadable(AdkGap.DAMAGED, "an SPM without satker or number");
        }
        AdkSpm.Key key = new AdkSpm.Key(tahun(), satker, nomor);
        Optional<String> valas =
                Optional.of(text("kdvalas").toUpperCase(Locale.ROOT)).filter(code -> !code.isEmpty());
        return new AdkSpm(
                key, date("tgspm"), amount("totnilmak"), amount("totnilmap"), valas.filter(v -> !v.equals(RUPIAH)));
    }

    private int tahun() throws Unreadable {
        String text = cell("thang") instanceof Number number ? Integer.toString(number.intValue()) : text("thang");
        if (!text.matches("[0-9]{4}")) {
            throw new Unreadable(AdkGap.DAMAGED, "an SPM without a year");
        }
        return Integer.parseInt(text);
    }

    /** What foreign bytes mean is not known, and what does not print is no text. */
    private String text(String column) throws Unreadable {
        Object cell = cell(column);
        String text = cell == null ? "" : cell.toString().strip();
        if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw new Unreadable(AdkGap.DAMAGED, "no code or number in " + column);
        }
        return text;
    }

    private Optional<LocalDate> date(String column) {
        // The reader takes a date as midnight in the machine's own zone.
        return cell(column) instanceof Date date
                ? Optional.of(LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()))
                : Optional.empty();
    }

    /** A blank number is none to add. */
    private BigDecimal amount(String column) throws Unreadable {
        Object cell = cell(column);
        if (cell == null) {
            return BigDecimal.ZERO;
        }
        if (cell instanceof BigDecimal exact) {
            return exact;
        }
        if (cell instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new Unreadable(AdkGap.FORM_UNKNOWN, column + " is no number");
    }

    private @Nullable Object cell(String column) {
        Integer at = columns.get(column);
        return at == null ? null : row[at];
    }
}
