package id.espm.signer.review;

import id.espm.signer.adk.contents.AdkSpm;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The text of one PDF.
 *
 * @param pdf  the file
 * @param text what it says, with plain blanks
 */
record PrintText(Path pdf, String text) {
    private static final Pattern BLANKS = Pattern.compile("[\\h\\f]+");
    private static final Pattern TITLE = Pattern.compile("(?im)^[^\\w\\n]*SURAT PERINTAH MEMBAYAR(?![^\\n]{60})");
    private static final Pattern WORDS = Pattern.compile("SURAT\\s+PERINTAH\\s+MEMBAYAR", Pattern.CASE_INSENSITIVE);

    static PrintText of(Path pdf, String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return new PrintText(pdf, BLANKS.matcher(plain).replaceAll(" "));
    }

    /** Whether it is the print of an SPM, by its title; other papers name the SPM in passing. */
    boolean isSpm() {
        return TITLE.matcher(text).find();
    }

    /** Whether it looks as if it told this SPM at all. */
    boolean mentions(SpmNumber nomor) {
        return nomor.isIn(text) || WORDS.matcher(text).find();
    }

    boolean hasNumber(SpmNumber nomor) {
        return nomor.isIn(text);
    }

    /** An ADK that leaves the date blank says none to be found. */
    boolean hasDate(AdkSpm spm) {
        return spm.tanggal().map(date -> WrittenDate.isIn(text, date)).orElse(true);
    }

    boolean hasNet(AdkSpm spm) {
        return WrittenAmount.isIn(text, spm.net());
    }

    /** How many of number, date and amount it has. */
    int agreement(AdkSpm spm, SpmNumber nomor) {
        return (hasNumber(nomor) ? 1 : 0) + (hasDate(spm) ? 1 : 0) + (hasNet(spm) ? 1 : 0);
    }
}
