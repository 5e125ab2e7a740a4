package id.espm.app.text;

import id.espm.signer.Difference;
import id.espm.signer.PackageQuestion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is found in packages, in words: sizes, questions about files, differences between ADK and PDF. */
public final class PackageText {
    private static final long KILO = 1_000;

    private final Messages messages;

    public PackageText(Messages messages) {
        this.messages = messages;
    }

    /** A size as disks and mail programs tell it: decimal units, one digit after the comma from a megabyte on. */
    public String size(long bytes) {
        Locale locale = messages.locale();
        if (bytes < KILO) {
            return String.format(locale, "%d B", bytes);
        }
        if (bytes < KILO * KILO) {
            return String.format(locale, "%d KB", bytes / KILO);
        }
        return bytes < KILO * KILO * KILO
                ? String.format(locale, "%.1f MB", bytes / 1e6)
                : String.format(locale, "%.1f GB", bytes / 1e9);
    }

    /** Files with what is not clear of each. */
    public String questions(List<PackageQuestion> several) {
        return several.stream().map(this::question).collect(Collectors.joining("; "));
    }

    private String question(PackageQuestion question) {
        return messages.get("question." + question.doubt(), question.file(), String.join(", ", question.choices()));
    }

    /** Differences, one after the other. */
    public String differences(List<Difference> several) {
        return several.stream().map(this::difference).collect(Collectors.joining("; "));
    }

    /** Such as {@code SPM 00123A: jumlah Rp1.000 dalam ADK, Rp2.000 dalam spm.pdf}. */
    public String difference(Difference difference) {
        String where = difference
                .pdf()
                .map(pdf -> String.valueOf(pdf.getFileName()))
                .orElseGet(() -> messages.get("difference.description"));
        String aspect = messages.get("difference." + difference.aspect());
        return difference.found().isPresent()
                ? messages.get(
                        "difference.other",
                        difference.nomor(),
                        aspect,
                        difference.inAdk(),
                        difference.found().get(),
                        where)
                : messages.get("difference.missing", difference.nomor(), aspect, difference.inAdk(), where);
    }
}
