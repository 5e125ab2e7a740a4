package id.espm.signer.paket;

import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a folder together to documents by their names: an ADK (any file that is not a PDF) and the PDFs of the
 * same stem, or a folder of that name. What cannot be decided is refused, never guessed.
 */
final class FolderConvention {
    /** What file managers leave behind. */
    private static final Set<String> IGNORED = Set.of("thumbs.db", "desktop.ini", ".ds_store", "paket.json");

    private final Path folder;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Path> unplaced = new ArrayList<>();

    private FolderConvention(Path folder) {
        this.folder = folder;
    }

    /** @throws SignerException {@link Problem.PackageAmbiguous} */
    static List<PackageDocument> read(Path folder, Jenis jenis) throws IOException, SignerException {
        FolderConvention convention = new FolderConvention(folder);
        return jenis == Jenis.SURAT ? convention.letters() : convention.documents();
    }

    /** Letters have no ADK: each PDF is one. */
    private List<PackageDocument> letters() throws IOException {
        List<PackageDocument> letters = new ArrayList<>();
        for (Path file : files(folder)) {
            if (isPdf(file)) {
                letters.add(new PackageDocument(List.of(stem(file)), Optional.empty(), List.of(file)));
            } else {
                letters.add(new PackageDocument(List.of(stem(file)), Optional.of(file), List.of()));
            }
        }
        return letters;
    }

    private List<PackageDocument> documents() throws IOException, SignerException {
        List<Path> files = files(folder);
        for (Path file : files) {
            if (!isPdf(file)) {
                addAdk(stem(file), file);
            }
        }
        for (Path sub : subfolders()) {
            for (Path file : files(sub)) {
                if (isPdf(file)) {
                    draft(sub.getFileName().toString()).lampiran.add(file);
                } else {
                    addAdk(sub.getFileName().toString(), file);
                }
            }
        }
        for (Path file : files) {
            if (isPdf(file)) {
                place(file);
            }
        }
        if (!unplaced.isEmpty()) {
            List<Problem.PackageAmbiguous.Question> questions = unplaced.stream()
                    .map(p -> new Problem.PackageAmbiguous.Question(
                            folder.relativize(p).toString(), Problem.PackageAmbiguous.Doubt.BELONGS_NOWHERE, List.of()))
                    .toList();
            throw new SignerException(new Problem.PackageAmbiguous(folder, questions));
        }
        return drafts.values().stream().map(Draft::document).toList();
    }

    private void addAdk(String nomor, Path file) {
        Draft draft = draft(nomor);
        if (draft.adk == null) {
            draft.adk = file;
        } else {
            unplaced.add(file);
        }
    }

    /** The document with the longest name that the PDF's name begins with; the only document, where there is just one. */
    private void place(Path pdf) {
        String name = stem(pdf).toLowerCase(Locale.ROOT);
        Optional<Draft> best = drafts.values().stream()
                .filter(d -> belongs(name, d.nomor.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(d -> d.nomor.length()));
        if (best.isEmpty() && drafts.size() == 1) {
            best = drafts.values().stream().findFirst();
        }
        best.ifPresentOrElse(d -> d.lampiran.add(pdf), () -> unplaced.add(pdf));
    }

    /** {@code 00123A-spm} belongs to {@code 00123A}, {@code 00123AB} does not. */
    private static boolean belongs(String name, String nomor) {
        return name.startsWith(nomor)
                && (name.length() == nomor.length() || !Character.isLetterOrDigit(name.charAt(nomor.length())));
    }

    private Draft draft(String nomor) {
        return drafts.computeIfAbsent(nomor.toLowerCase(Locale.ROOT), key -> new Draft(nomor));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile)
                    .filter(FolderConvention::counts)
                    .sorted()
                    .toList();
        }
    }

    private List<Path> subfolders() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isDirectory)
                    .filter(FolderConvention::counts)
                    .sorted()
                    .toList();
        }
    }

    private static boolean counts(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.startsWith("~$") && !IGNORED.contains(name);
    }

    private static boolean isPdf(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A document while its files are being found. */
    private static final class Draft {
        private final String nomor;
        private final List<Path> lampiran = new ArrayList<>();
        private @Nullable Path adk;

        Draft(String nomor) {
            this.nomor = nomor;
        }

        PackageDocument document() {
            return new PackageDocument(List.of(nomor), Optional.ofNullable(adk), lampiran);
        }
    }
}
