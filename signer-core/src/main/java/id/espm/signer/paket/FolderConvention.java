package id.espm.signer.paket;

import id.espm.signer.Jenis;
import id.espm.signer.PackageQuestion;
import id.espm.signer.PackageQuestion.Doubt;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a folder together to documents: content says what a file is, its name where it belongs. A document is an ADK
 * with the PDFs of the same stem, or a folder of that name. What cannot be decided becomes a question, never a guess (ADR-0015).
 */
final class FolderConvention {
    private final Path folder;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Path> pdfs = new ArrayList<>();
    private final List<PackageQuestion> questions = new ArrayList<>();

    private FolderConvention(Path folder) {
        this.folder = folder;
    }

    /** @throws SignerException {@link Problem.PackageAmbiguous}, {@link Problem.FileUnfit}, {@link Problem.FileUnreadable} */
    static List<PackageDocument> read(Path folder, Jenis jenis) throws IOException, SignerException {
        FolderConvention convention = new FolderConvention(folder);
        List<PackageDocument> documents = jenis == Jenis.SURAT ? convention.letters() : convention.documents();
        if (!convention.questions.isEmpty()) {
            throw new SignerException(new Problem.PackageAmbiguous(folder, convention.questions));
        }
        return documents;
    }

    /** Letters have no ADK: each PDF is one. */
    private List<PackageDocument> letters() throws IOException, SignerException {
        List<PackageDocument> letters = new ArrayList<>();
        for (Path file : FolderFiles.in(folder)) {
            List<String> nomor = List.of(DocumentName.ofFile(file).written());
            switch (sorted(file)) {
                case PDF -> letters.add(new PackageDocument(nomor, Optional.empty(), List.of(file)));
                case ADK -> letters.add(new PackageDocument(nomor, Optional.of(file), List.of()));
                case ASKED -> {}
            }
        }
        for (Path sub : FolderFiles.subfolders(folder)) {
            askTooDeep(sub);
        }
        return letters;
    }

    private List<PackageDocument> documents() throws IOException, SignerException {
        for (Path file : FolderFiles.in(folder)) {
            switch (sorted(file)) {
                case PDF -> pdfs.add(file);
                case ADK -> addAdk(DocumentName.ofFile(file), file);
                case ASKED -> {}
            }
        }
        for (Path sub : FolderFiles.subfolders(folder)) {
            readSubfolder(sub);
        }
        pdfs.forEach(this::place);
        return drafts.values().stream().map(Draft::document).toList();
    }

    private void readSubfolder(Path sub) throws IOException, SignerException {
        DocumentName name = DocumentName.ofFolder(sub);
        for (Path file : FolderFiles.in(sub)) {
            switch (sorted(file)) {
                case PDF -> draft(name).lampiran.add(file);
                case ADK -> addAdk(name, file);
                case ASKED -> {}
            }
        }
        for (Path deeper : FolderFiles.subfolders(sub)) {
            askTooDeep(deeper);
        }
    }

    /** What is to be done with a file. */
    private enum Sorted {
        PDF,
        ADK,
        ASKED
    }

    private Sorted sorted(Path file) throws SignerException {
        FileKind kind = FileKind.fit(file);
        boolean calledPdf =
                file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        if (kind == FileKind.PDF) {
            return Sorted.PDF;
        }
        if (calledPdf) {
            ask(file, Doubt.NOT_A_PDF, List.of());
            return Sorted.ASKED;
        }
        if (kind == FileKind.FOREIGN || DocumentName.isUnfinished(file)) {
            ask(file, Doubt.NOT_AN_ADK, List.of());
            return Sorted.ASKED;
        }
        return Sorted.ADK;
    }

    private void addAdk(DocumentName name, Path file) {
        Draft draft = draft(name);
        if (draft.adk == null) {
            draft.adk = file;
        } else {
            ask(file, Doubt.SECOND_ADK, List.of(draft.name.written()));
        }
    }

    /**
     * To the document with the longest name that the PDF's name begins with; else to the one that it mentions; else to the only
     * document, where there is just one.
     */
    private void place(Path pdf) {
        DocumentName name = DocumentName.ofFile(pdf);
        List<Draft> fitting = longest(drafts.values().stream()
                .filter(draft -> name.beginsWith(draft.name))
                .toList());
        if (fitting.isEmpty()) {
            fitting = longest(drafts.values().stream()
                    .filter(draft -> name.mentions(draft.name))
                    .toList());
        }
        if (fitting.isEmpty() && drafts.size() == 1) {
            fitting = List.copyOf(drafts.values());
        }
        if (fitting.size() == 1) {
            fitting.getFirst().lampiran.add(pdf);
        } else {
            List<Draft> choices = fitting.isEmpty() ? List.copyOf(drafts.values()) : fitting;
            ask(
                    pdf,
                    fitting.isEmpty() ? Doubt.BELONGS_NOWHERE : Doubt.BELONGS_TO_SEVERAL,
                    choices.stream().map(draft -> draft.name.written()).toList());
        }
    }

    /** {@code 1-2} rather than {@code 1} for {@code 1-2-spm}. */
    private static List<Draft> longest(List<Draft> fitting) {
        int length = fitting.stream()
                .mapToInt(draft -> draft.name.written().length())
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(draft -> draft.name.written().length() == length)
                .toList();
    }

    private void askTooDeep(Path sub) throws IOException {
        for (Path file : FolderFiles.below(sub)) {
            ask(file, Doubt.TOO_DEEP, List.of());
        }
    }

    private void ask(Path file, Doubt doubt, List<String> choices) {
        questions.add(new PackageQuestion(folder.relativize(file).toString(), doubt, choices));
    }

    private Draft draft(DocumentName name) {
        return drafts.computeIfAbsent(name.key(), key -> new Draft(name));
    }

    /** A document while its files are being found. */
    private static final class Draft {
        private final DocumentName name;
        private final List<Path> lampiran = new ArrayList<>();
        private @Nullable Path adk;

        Draft(DocumentName name) {
            this.name = name;
        }

        PackageDocument document() {
            return new PackageDocument(List.of(name.written()), Optional.ofNullable(adk), lampiran);
        }
    }
}
