package id.espm.sandbox.samples;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jspecify.annotations.Nullable;

/**
 * An ADK as SAS wrote it, as far as public readers show it: a ZIP with PKWARE's traditional encryption and one password
 * for all, holding dBASE tables.
 */
public final class Adk {
    /** The password of every practice ADK; published on purpose, and not that of SAS. */
    public static final String PASSWORD = "latihan-espm";

    private final List<Table> tables = new ArrayList<>();

    Adk() {}

    /**
     * Starts a table.
     *
     * @param name name of the member, as {@code d_spmind.dbf}
     */
    Table table(String name) {
        Table table = new Table(name);
        tables.add(table);
        return table;
    }

    void write(Path file) throws IOException {
        write(file, EncryptionMethod.ZIP_STANDARD);
    }

    void write(Path file, EncryptionMethod encryption) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), PASSWORD.toCharArray())) {
            for (Table table : tables) {
                ZipParameters member = new ZipParameters();
                member.setFileNameInZip(table.name);
                member.setEncryptFiles(encryption != EncryptionMethod.NONE);
                member.setEncryptionMethod(encryption);
                zip.putNextEntry(member);
                zip.write(table.toBytes());
                zip.closeEntry();
            }
        }
    }

    /** A dBASE table under construction: first its columns, then its rows. */
    static final class Table {
        private final String name;
        private final List<DBFField> columns = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();

        private Table(String name) {
            this.name = name;
        }

        Table text(String column, int length) {
            columns.add(new DBFField(column, DBFDataType.CHARACTER, length));
            return this;
        }

        /** Whole rupiah. */
        Table amount(String column) {
            columns.add(new DBFField(column, DBFDataType.NUMERIC, 18, 0));
            return this;
        }

        Table date(String column) {
            columns.add(new DBFField(column, DBFDataType.DATE));
            return this;
        }

        /** A row in the order of the columns: text, numbers, dates; an empty Optional leaves the field blank. */
        Table row(Object... values) {
            @Nullable Object[] row = new @Nullable Object[values.length];
            for (int i = 0; i < values.length; i++) {
                row[i] = cell(values[i]);
            }
            rows.add(row);
            return this;
        }

        private static @Nullable Object cell(Object value) {
            if (value instanceof LocalDate date) {
                // The writer reads a date's day in the machine's own zone.
                return Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant());
            }
            return value instanceof Optional<?> blank ? blank.orElse(null) : value;
        }

        byte[] toBytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DBFWriter writer = new DBFWriter(out, StandardCharsets.ISO_8859_1)) {
                writer.setFields(columns.toArray(DBFField[]::new));
                rows.forEach(writer::addRecord);
            }
            return out.toByteArray();
        }
    }
}
