package id.espm.sandbox.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** An ADK SPM with whatever SPM a trial needs, in the columns that readers need; for cases that the samples do not show. */
public final class DraftAdk {
    private final Adk adk = new Adk();
    private final Adk.Table table;

    /** Without SPM, and the table in no folder. */
    public DraftAdk() {
        this("d_spmind.dbf");
    }

    /** @param member name of the table in the ZIP */
    public DraftAdk(String member) {
        table = adk.table(member)
                .text("THANG", 4)
                .text("KDSATKER", 6)
                .text("NOSPM", 6)
                .date("TGSPM")
                .amount("TOTNILMAK")
                .amount("TOTNILMAP")
                .text("KDVALAS", 3);
    }

    /** One more SPM of the practice satker, in rupiah. */
    public DraftAdk spm(String nomor, LocalDate tanggal, long gross, long potongan) {
        List<String> key = List.of(Integer.toString(tanggal.getYear()), Satker.LATIHAN.kode(), nomor);
        return row(key, Optional.of(tanggal), gross, potongan, "IDR");
    }

    /** One more SPM, with nothing taken for granted; the key is the year, the satker and the number. */
    public DraftAdk row(List<String> key, Optional<LocalDate> tanggal, long gross, long potongan, String valas) {
        Object date = tanggal.isPresent() ? tanggal.get() : Optional.empty();
        table.row(key.get(0), key.get(1), key.get(2), date, gross, potongan, valas);
        return this;
    }

    /** As SAS writes it, with the password of practice. */
    public void write(Path file) throws IOException {
        adk.write(file);
    }

    /** Encrypted in another way, or not at all. */
    public void write(Path file, EncryptionMethod encryption) throws IOException {
        adk.write(file, encryption);
    }

    /** The table by itself. */
    public byte[] tableBytes() {
        return table.toBytes();
    }
}
