package id.espm.signer.pdf.appearance.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the block can show of a signature, in the order in which it stands. */
public enum BlockLine {
    /** "Ditandatangani secara elektronik oleh". */
    JUDUL,
    NAMA,
    JABATAN,
    /** With its middle digits masked. */
    NIK,
    SATKER,
    /** Date and time with the zone's abbreviation. */
    WAKTU,
    TEMPAT,
    ALASAN;

    /** As a template names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The line of that name. */
    public static Optional<BlockLine> of(String key) {
        return Arrays.stream(values()).filter(l -> l.key().equals(key)).findFirst();
    }
}
