package id.espm.signer.paket;

import id.espm.signer.Jenis;
import id.espm.signer.PackageQuestion.Doubt;
import id.espm.signer.paket.OfferedFile.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts files together to documents: content says what a file is, its name where it belongs, and what somebody said goes before
 * both. A document is an ADK with the PDFs of the same stem, or a folder of that name. What cannot be decided becomes a question,
 * never a guess (ADR-0015).
 */
public final class FileSorting {
    private final Map<Path, FileKind> kinds;
    private final Map<String, List<String>> nomor;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Path> pdfs = new ArrayList<>();
    private final List<OpenQuestion> questions = new ArrayList<>();

    private FileSorting(Map<Path, FileKind> kinds, Map<String, List<String>> nomor) {
        this.kinds = kinds;
        this.nomor = nomor;
    }

    /**
     * A file of which it is not clear what it is or where it belongs.
     *
     * @param file    the file
     * @param doubt   what is not clear
     * @param choices the documents to which it could belong, by their names; empty where that is not the doubt
     */
    public record OpenQuestion(Path file, Doubt doubt, List<String> choices) {
        public OpenQuestion {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What came of it.
     *
     * @param documents by their names, in the order in which their first files came
     * @param questions what is left to be answered; these files are in no document
     */
    public record Sorted(Map<String, PackageDocument> documents, List<OpenQuestion> questions) {
        public Sorted {
            documents = new LinkedHashMap<>(documents);
            questions = List.copyOf(questions);
        }

        /** The documents alone. */
        public List<PackageDocument> list() {
            return List.copyOf(documents.values());
        }
    }

    /**
     * Sorts files.
     *
     * @param kinds what each of them is, by its content
     * @param nomor the numbers of documents that are not simply their names
     * @param jenis letters have no ADK: each PDF is one
     */
    public static Sorted sort(
            List<OfferedFile> files, Map<Path, FileKind> kinds, Map<String, List<String>> nomor, Jenis jenis) {
        FileSorting sorting = new FileSorting(kinds, nomor);
        files.forEach(file -> sorting.take(file, jenis == Jenis.SURAT));
        sorting.pdfs.forEach(sorting::place);
        return sorting.sorted();
    }

    private Sorted sorted() {
        Map<String, PackageDocument> documents = new LinkedHashMap<>();
        drafts.values().forEach(draft -> documents.put(draft.name.written(), document(draft)));
        return new Sorted(documents, questions);
    }

    private PackageDocument document(Draft draft) {
        List<String> numbers = nomor.getOrDefault(draft.name.written(), List.of(draft.name.written()));
        return new PackageDocument(numbers, Optional.ofNullable(draft.adk), draft.lampiran);
    }

    private void take(OfferedFile file, boolean letters) {
        if (file.place().isPresent()) {
            put(file.path(), file.place().get());
        } else if (file.deep() || (letters && file.group().isPresent())) {
            ask(file.path(), Doubt.TOO_DEEP, List.of());
        } else {
            sort(file, letters);
        }
    }

    private void put(Path file, Place place) {
        switch (place) {
            case Place.Adk adk -> addAdk(DocumentName.said(adk.document()), file);
            case Place.Lampiran lampiran ->
                draft(DocumentName.said(lampiran.document())).lampiran.add(file);
            case Place.LeftOut out -> {}
        }
    }

    private void sort(OfferedFile file, boolean letters) {
        FileKind kind = kinds.getOrDefault(file.path(), FileKind.DATA);
        DocumentName name = file.group().map(DocumentName::said).orElseGet(() -> DocumentName.ofFile(file.path()));
        boolean calledPdf =
                file.path().getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        if (kind == FileKind.PDF && (letters || file.group().isPresent())) {
            draft(name).lampiran.add(file.path());
        } else if (kind == FileKind.PDF) {
            pdfs.add(file.path());
        } else if (calledPdf) {
            ask(file.path(), Doubt.NOT_A_PDF, List.of());
        } else if (kind == FileKind.FOREIGN || DocumentName.isUnfinished(file.path())) {
            ask(file.path(), Doubt.NOT_AN_ADK, List.of());
        } else {
            addAdk(name, file.path());
        }
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

    private void ask(Path file, Doubt doubt, List<String> choices) {
        questions.add(new OpenQuestion(file, doubt, choices));
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
    }
}
