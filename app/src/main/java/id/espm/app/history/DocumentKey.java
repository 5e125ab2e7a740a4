package id.espm.app.history;

import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import java.text.Normalizer;
import java.util.Locale;

/** A document as people know it; capital and small letters of its number are the same. */
public record DocumentKey(Jenis jenis, Satker satker, int tahun, String nomor) {
    /** A number in the form in which numbers are compared. */
    static String comparable(String nomor) {
        return Normalizer.normalize(nomor.strip(), Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    }
}
