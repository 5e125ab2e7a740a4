package id.espm.signer.pdf.appearance.font;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a letter among the fonts of the system. The search is bounded in depth, files and their size, and its answers are
 * kept. Safe for threads.
 */
final class SystemFonts {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFonts.class);
    private static final int MAX_DEPTH = 6;
    private static final int MAX_FILES = 5000;
    private static final int MAX_OPENED = 80;
    private static final long MAX_SIZE = 64L << 20;
    private static final int MAX_REMEMBERED = 10_000;
    /** Fonts that are known to hold many scripts are opened first. */
    private static final List<String> LIKELY = List.of(
            "fallback",
            "arialuni",
            "unicode",
            "noto",
            "dejavu",
            "freesans",
            "msyh",
            "simsun",
            "yugoth",
            "msgothic",
            "malgun",
            "gulim",
            "nirmala",
            "tahoma",
            "seguisym",
            "segoeui",
            "leelawui",
            "ebrima",
            "arial");

    private static final List<String> SLANTED = List.of("italic", "oblique", "bold", "black", "light", "thin", "mono");

    private final List<Path> folders;
    private final Map<Integer, Optional<FontProgram>> found = new ConcurrentHashMap<>();
    private List<Path> files = List.of();
    private boolean listed;

    SystemFonts(List<Path> folders) {
        this.folders = folders;
    }

    /** In the folders of this system. */
    static SystemFonts ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home", "."));
        List<Path> folders = new ArrayList<>(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".fonts"),
                home.resolve(".local/share/fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("/Library/Fonts"),
                home.resolve("Library/Fonts")));
        Optional.ofNullable(System.getenv("WINDIR")).ifPresent(d -> folders.add(Path.of(d, "Fonts")));
        Optional.ofNullable(System.getenv("LOCALAPPDATA"))
                .ifPresent(d -> folders.add(Path.of(d, "Microsoft", "Windows", "Fonts")));
        return new SystemFonts(folders);
    }

    /** A font that draws the character. */
    Optional<FontProgram> covering(int codePoint) {
        Optional<FontProgram> known = found.get(codePoint);
        if (known != null) {
            return known;
        }
        Optional<FontProgram> answer = search(codePoint);
        if (found.size() < MAX_REMEMBERED) {
            found.put(codePoint, answer);
        }
        return answer;
    }

    private Optional<FontProgram> search(int codePoint) {
        for (Path file : files()) {
            FontProgram program = new FontProgram.Installed(file);
            try (TrueTypeFont font = program.open()) {
                if (font.getTableMap().containsKey("glyf")
                        && font.getUnicodeCmapLookup().getGlyphId(codePoint) > 0) {
                    return Optional.of(program);
                }
            } catch (IOException | RuntimeException e) {
                // Fonts of a system are of all kinds, broken ones too: the next one may do.
                LOG.debug("Font of the system passed over: {}", file, e);
            }
        }
        return Optional.empty();
    }

    private synchronized List<Path> files() {
        if (!listed) {
            listed = true;
            List<Path> all = new ArrayList<>();
            for (Path folder : folders) {
                all.addAll(list(folder));
            }
            files = all.stream()
                    .sorted(Comparator.comparingInt(SystemFonts::unlikeliness).thenComparing(Path::toString))
                    .limit(MAX_OPENED)
                    .toList();
        }
        return files;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH, new FileVisitOption[0])) {
            return walk.limit(MAX_FILES).filter(SystemFonts::usable).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.debug("Folder of fonts passed over: {}", folder, e);
            return List.of();
        }
    }

    private static boolean usable(Path file) {
        String name = name(file);
        try {
            return Set.of("ttf", "ttc").contains(name.substring(name.lastIndexOf('.') + 1))
                    && Files.isRegularFile(file)
                    && Files.size(file) <= MAX_SIZE;
        } catch (IOException e) {
            return false;
        }
    }

    private static int unlikeliness(Path file) {
        String name = name(file);
        int likely = LIKELY.size();
        for (int i = 0; i < LIKELY.size(); i++) {
            if (name.contains(LIKELY.get(i))) {
                likely = i;
                break;
            }
        }
        return likely + (SLANTED.stream().anyMatch(name::contains) ? 2 * LIKELY.size() : 0);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
