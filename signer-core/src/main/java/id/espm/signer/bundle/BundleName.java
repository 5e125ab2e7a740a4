package id.espm.signer.bundle;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The file name of a bundle: {@code <JENIS>-<satker>-<yyyyMMdd-HHmmss>-<first nomor>.asice}. */
public final class BundleName {
    /** The ending of an ASiC-E container (ETSI EN 319 162-1, A.1). */
    public static final String EXTENSION = ".asice";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private static final int MAX_LENGTH = 100;

    private BundleName() {}

    /**
     * The name of a bundle, in letters, digits, point, hyphen and underscore only, so that it passes every system on its way.
     *
     * @param signedAt in the signer's zone
     */
    public static String of(ContentsList contents, ZonedDateTime signedAt) {
        return of(contents, signedAt, 1);
    }

    /**
     * The name of one of several bundles that would have the same, since they were signed in the same second.
     *
     * @param number from 1, which alone does not show
     */
    public static String of(ContentsList contents, ZonedDateTime signedAt, int number) {
        String nomor = contents.nomor().isEmpty() ? "" : "-" + contents.nomor().getFirst();
        String name = contents.jenis() + "-" + contents.satker() + "-" + TIME.format(signedAt) + nomor;
        String plain = name.replaceAll("[^0-9A-Za-z._-]", "_");
        String several = number == 1 ? "" : "-" + number;
        return plain.substring(0, Math.min(plain.length(), MAX_LENGTH - several.length())) + several + EXTENSION;
    }
}
