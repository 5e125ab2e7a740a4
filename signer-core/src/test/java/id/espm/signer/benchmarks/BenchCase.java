package id.espm.signer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The files that are signed. A KB is 1,000 bytes, an MB 1,000,000. */
enum BenchCase {
    PDF_200K("pdf-200k", "200 KB PDF", Kind.PDF, 20, file -> Inputs.scan(file, 1, 200_000)),
    PDF_5M("pdf-5m", "5 MB PDF", Kind.PDF, 5, file -> Inputs.scan(file, 5, 5_000_000)),
    PDF_100M("pdf-100m", "100 MB PDF", Kind.PDF, 1, file -> Inputs.scan(file, 1, 100_000_000)),
    PDF_3000_PAGES("pdf-3000-pages", "2 MB PDF, 3,000 pages", Kind.PDF, 4, file -> Inputs.manyPages(file, 3_000)),
    ADK_300K("adk-300k", "300 KB ADK", Kind.ADK, 20, file -> Inputs.opaque(file, 300_000)),
    ADK_100M("adk-100m", "100 MB ADK", Kind.ADK, 1, file -> Inputs.opaque(file, 100_000_000));

    /** How a file is signed: a PDF by PAdES, an ADK by enveloping CAdES. */
    enum Kind {
        PDF,
        ADK
    }

    /** Writes the same bytes every time. */
    private interface Generator {
        void write(Path file) throws IOException;
    }

    private final String id;
    private final String title;
    private final Kind kind;
    private final int batch;
    private final Generator generator;

    BenchCase(String id, String title, Kind kind, int batch, Generator generator) {
        this.id = id;
        this.title = title;
        this.kind = kind;
        this.batch = batch;
        this.generator = generator;
    }

    static BenchCase named(String id) {
        return Arrays.stream(values())
                .filter(c -> c.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + id + " among "
                        + Arrays.stream(values()).map(c -> c.id).toList()));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** How many signings make one sample, so that a sample of a small file is long enough to be timed. */
    int batch() {
        return batch;
    }

    /** The file in that folder, made anew. */
    Path input(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(id + (kind == Kind.PDF ? ".pdf" : ".adk"));
        generator.write(file);
        return file;
    }
}
