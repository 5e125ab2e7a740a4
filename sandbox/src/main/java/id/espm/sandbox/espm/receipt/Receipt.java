package id.espm.sandbox.espm.receipt;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.sandbox.espm.store.Declaration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What eSPM states when it accepts a bundle; see {@code Receipt} in {@code docs/api/espm.yaml}.
 *
 * @param time when it was accepted, in UTC to the second
 */
@JsonPropertyOrder({"id", "sha256", "size", "time", "jenis", "satker", "kppn", "tahun", "nomor", "status"})
public record Receipt(
        String id,
        String sha256,
        long size,
        String time,
        String jenis,
        String satker,
        String kppn,
        int tahun,
        List<String> nomor,
        String status) {

    /** The receipt of a submission that is being accepted now. */
    public static Receipt of(String id, Declaration declaration, Instant now) {
        return new Receipt(
                id,
                declaration.sha256(),
                declaration.size(),
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                declaration.jenis(),
                declaration.satker(),
                declaration.kppn(),
                declaration.tahun(),
                declaration.nomor(),
                "SENT");
    }
}
