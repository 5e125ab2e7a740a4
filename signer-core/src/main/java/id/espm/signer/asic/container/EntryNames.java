package id.espm.signer.asic.container;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names inside a bundle: NFC, safe on Windows, unique without regard to case. */
public final class EntryNames {
    private static final int MAX_BYTES = 150;
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}]");
    private static final Pattern MISLEADING = Pattern.compile("[\\\\\\p{Cntrl}]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /**
     * An entry name for a file, unlike any given before by this object.
     *
     * @param folder   ends with a slash
     * @param fileName as the official had it
     * @param suffix   added at the end, such as {@code .p7m}
     */
    public String add(String folder, String fileName, String suffix) {
        String safe = safe(fileName);
        for (int i = 1; ; i++) {
            String candidate = folder + (i == 1 ? safe : numbered(safe, i)) + suffix;
            if (taken.add(key(candidate))) {
                return candidate;
            }
        }
    }

    /** A file name that every system takes. */
    static String safe(String fileName) {
        String name = UNSAFE.matcher(Normalizer.normalize(fileName, Normalizer.Form.NFC))
                .replaceAll("_");
        name = name.replaceAll("[. ]+$", "").replaceAll("^ +", "");
        if (name.isEmpty() || RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        return shortened(name);
    }

    /** Whether every system takes an entry name as it is: relative, plain, without a way out. */
    static boolean isAcceptable(String entry) {
        if (entry.isEmpty() || !Normalizer.isNormalized(entry, Normalizer.Form.NFC)) {
            return false;
        }
        for (String segment : entry.split("/", -1)) {
            if (segment.isEmpty()
                    || segment.equals(".")
                    || segment.equals("..")
                    || UNSAFE.matcher(segment).find()
                    || RESERVED.matcher(segment).matches()
                    || segment.endsWith(".")
                    || segment.endsWith(" ")) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether an entry name means the same to every reader that takes it at all: relative, without a way out, without what is a
     * separator to some. A directory's ends with a slash.
     */
    static boolean isHarmless(String entry) {
        String path = entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry;
        return staysInside(entry)
                && !MISLEADING.matcher(path).find()
                && Arrays.stream(path.split("/", -1)).noneMatch(segment -> segment.isEmpty() || segment.equals("."));
    }

    /** Whether unpacking an entry would write nothing outside of the target folder, on whatever system. */
    static boolean staysInside(String entry) {
        String path = entry.replace('\\', '/');
        return !path.startsWith("/")
                && !DRIVE.matcher(path).find()
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(segment -> segment.strip().equals(".."));
    }

    /** Whether every system can hold a file of this name. */
    static boolean isPortable(String entry) {
        return isAcceptable(Normalizer.normalize(
                entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry, Normalizer.Form.NFC));
    }

    /** The same for names that some system takes for one: by case, by Unicode's forms, by points and blanks at the end. */
    static String key(String entry) {
        String folded = entry.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC).replaceAll("[. ]+(?=/|$)", "");
    }

    /** An entry name that can be shown. */
    public static String printable(String entry) {
        return entry.replaceAll("\\p{Cntrl}", "?");
    }

    private static String shortened(String name) {
        String extension = extension(name);
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem + extension) > MAX_BYTES && !stem.isEmpty()) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + extension;
    }

    private static String numbered(String name, int number) {
        String extension = extension(name);
        return name.substring(0, name.length() - extension.length()) + "-" + number + extension;
    }

    /** The last ending with its dot, where it is short enough to be one. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
