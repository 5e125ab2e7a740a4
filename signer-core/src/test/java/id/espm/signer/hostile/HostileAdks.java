package id.espm.signer.hostile;

import id.espm.sandbox.samples.DraftAdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ADKs with one defect each; not encrypted, so that the defect is reached. */
final class HostileAdks {
    static final String TABLE = "d_spmind.dbf";
    private static final int UNCOMPRESSED = 24;
    private static final int LOCAL_OFFSET = 42;
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    private HostileAdks() {}

    /** A table with one SPM. */
    static byte[] table() {
        return new DraftAdk().spm("00123A", DATE, 13_320_000, 1_500_000).tableBytes();
    }

    static byte[] table(int rows) {
        DraftAdk adk = new DraftAdk();
        for (int i = 0; i < rows; i++) {
            adk.spm("%05dA".formatted(i), DATE, 1_000, 0);
        }
        return adk.tableBytes();
    }

    /** A table of which some bytes say something else. */
    static byte[] table(Consumer<ByteBuffer> change) {
        byte[] table = table();
        change.accept(little(table));
        return table;
    }

    /** A ZIP of one table. */
    static byte[] zip(byte[] table) {
        return zip(TABLE, table, 1);
    }

    /** A ZIP with the same content under several names. */
    static byte[] zip(String name, byte[] content, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? name : i + "/" + name));
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What inflates to a thousand times its size. */
    static byte[] bomb(int inflated) {
        byte[] table = Arrays.copyOf(table(), inflated);
        return zip(table);
    }

    /** The same, and its directory calls it small. */
    static byte[] hiddenBomb(int inflated) {
        return directory(bomb(inflated), entry -> entry.putInt(UNCOMPRESSED, 100));
    }

    static byte[] memberBeyondTheFile() {
        return directory(zip(table()), entry -> entry.putInt(LOCAL_OFFSET, 0x7fffffff));
    }

    /** The first entry of the directory, changed. */
    static byte[] directory(byte[] zip, Consumer<ByteBuffer> change) {
        ByteBuffer end = end(zip);
        int at = end.getInt(16);
        change.accept(little(zip).slice(at, zip.length - at).order(ByteOrder.LITTLE_ENDIAN));
        return zip;
    }

    /** The record at the end of a ZIP, changed. */
    static byte[] end(byte[] zip, Consumer<ByteBuffer> change) {
        change.accept(end(zip));
        return zip;
    }

    private static ByteBuffer end(byte[] zip) {
        return little(zip).slice(zip.length - 22, 22).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
