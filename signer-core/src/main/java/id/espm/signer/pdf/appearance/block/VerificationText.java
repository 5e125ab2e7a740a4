package id.espm.signer.pdf.appearance.block;

import java.time.format.DateTimeFormatter;

/**
 * What the QR code says. No address is published at which these signatures could be looked up, so it holds no link: it is the
 * text that anybody can compare with the signature itself.
 */
public final class VerificationText {
    private VerificationText() {}

    /** Signer, serial number of the certificate, time and place, one per line. */
    public static String of(BlockContent content) {
        return String.join(
                "\n",
                "Tanda tangan elektronik",
                "Oleh: " + content.nama(),
                "Seri: " + content.serialHex(),
                "Waktu: " + content.context().claimedTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "Tempat: " + content.context().place());
    }
}
