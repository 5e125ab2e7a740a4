package id.espm.signer.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.signer.Jenis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contents list of a bundle, its {@code paket.json}: made once, never changed by a later official. What it says of each
 * document holds for the ORIGINAL bytes: an ADK is what its {@code .p7m} holds, a PDF's original is its first {@code size}
 * bytes.
 *
 * @param version always {@link #VERSION}
 * @param jenis   the kind of Dokumen Elektronik
 * @param satker  the work unit's code
 * @param kppn    the treasury office's code; null for what is never submitted
 * @param tahun   the budget year
 * @param nomor   the number of each SPM (or contract, …) in the package
 * @param dokumen each file
 */
@JsonPropertyOrder({"version", "jenis", "satker", "kppn", "tahun", "nomor", "dokumen"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentsList(
        int version,
        Jenis jenis,
        String satker,
        @Nullable String kppn,
        int tahun,
        List<String> nomor,
        List<Document> dokumen) {
    /** The only version there is. */
    public static final int VERSION = 1;

    /** The entry in which it stands. */
    public static final String ENTRY = "paket.json";

    /** Keeps copies of the lists. */
    public ContentsList {
        nomor = List.copyOf(nomor);
        dokumen = List.copyOf(dokumen);
    }

    /**
     * One file of the package.
     *
     * @param role      {@code adk} or {@code lampiran}
     * @param name      its file name as the official had it
     * @param entry     where its signed form stands in the bundle
     * @param mediaType of the original
     * @param size      of the original, in bytes
     * @param sha256    of the original, 64 lower-case hexadecimal digits
     * @param nomor     the numbers to which it belongs
     */
    @JsonPropertyOrder({"role", "name", "entry", "mediaType", "size", "sha256", "nomor"})
    public record Document(
            String role, String name, String entry, String mediaType, long size, String sha256, List<String> nomor) {
        /** The role of an ADK. */
        public static final String ADK = "adk";
        /** The role of a PDF attachment. */
        public static final String LAMPIRAN = "lampiran";

        /** Keeps a copy of the numbers. */
        public Document {
            nomor = List.copyOf(nomor);
        }

        /** Whether this is an ADK. */
        @JsonIgnore
        public boolean isAdk() {
            return role.equals(ADK);
        }
    }
}
