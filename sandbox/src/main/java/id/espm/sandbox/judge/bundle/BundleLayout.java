package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of a signed bundle (ASiC-E with CAdES, ETSI EN 319 162-1): which may be there, and which must. */
final class BundleLayout {
    static final String MIMETYPE = "mimetype";
    static final String MIMETYPE_CONTENT = "application/vnd.etsi.asic-e+zip";
    static final String PAKET = "paket.json";

    private static final List<Pattern> KNOWN = List.of(
            Pattern.compile("mimetype|paket\\.json"),
            Pattern.compile("adk/[^/]+\\.p7m"),
            Pattern.compile("lampiran/[^/]+\\.pdf", Pattern.CASE_INSENSITIVE),
            Pattern.compile("META-INF/(ASiCManifest-(paket-\\d{2}|segel)\\.xml|signature-(paket-\\d{2}|segel)\\.p7s)"));
    private static final List<String> NEEDED = List.of(
            MIMETYPE,
            PAKET,
            "META-INF/ASiCManifest-paket-01.xml",
            "META-INF/signature-paket-01.p7s",
            "META-INF/ASiCManifest-segel.xml",
            "META-INF/signature-segel.p7s");
    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAME = 200;

    private BundleLayout() {}

    /** Refuses names that would hurt when written to a disk, and pairs of names that one disk cannot tell apart. */
    static void checkNames(Collection<String> names) throws UnsafeBundleException {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            checkName(name);
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new UnsafeBundleException(Reason.DUPLICATE_NAME, name);
            }
        }
    }

    /** Refuses what the layout does not know, and what it lacks. */
    static void checkLayout(Collection<String> names) throws UnsafeBundleException {
        for (String name : names) {
            if (KNOWN.stream().noneMatch(p -> p.matcher(name).matches())) {
                throw new UnsafeBundleException(Reason.UNKNOWN_ENTRY, name);
            }
        }
        for (String needed : NEEDED) {
            if (!names.contains(needed)) {
                throw new UnsafeBundleException(Reason.MISSING_ENTRY, needed);
            }
        }
        for (String name : names) {
            String partner = partner(name);
            if (!names.contains(partner)) {
                throw new UnsafeBundleException(Reason.MISSING_ENTRY, partner);
            }
        }
    }

    /** A manifest's signature or a signature's manifest; any other name itself. */
    private static String partner(String name) {
        if (name.startsWith("META-INF/ASiCManifest-")) {
            return name.replace("ASiCManifest-", "signature-").replace(".xml", ".p7s");
        }
        return name.startsWith("META-INF/signature-")
                ? name.replace("signature-", "ASiCManifest-").replace(".p7s", ".xml")
                : name;
    }

    private static void checkName(String name) throws UnsafeBundleException {
        boolean bad = name.isEmpty()
                || name.length() > MAX_NAME
                || name.startsWith("/")
                || name.endsWith("/")
                || !Normalizer.isNormalized(name, Normalizer.Form.NFC)
                || name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0);
        for (String part : name.split("/", -1)) {
            bad |= part.isBlank()
                    || part.endsWith(".")
                    || part.endsWith(" ")
                    || WINDOWS_DEVICE.matcher(part).matches();
        }
        if (bad) {
            throw new UnsafeBundleException(Reason.UNSAFE_NAME, name);
        }
    }
}
