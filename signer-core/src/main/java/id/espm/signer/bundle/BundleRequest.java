package id.espm.signer.bundle;

import id.espm.signer.CheckedFile;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.asic.container.EntryNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a bundle is to hold: the contents list and the file behind each of its documents.
 *
 * @param contents what will stand in {@code paket.json}
 * @param sources  the original of each document, by its entry
 */
public record BundleRequest(ContentsList contents, Map<String, CheckedFile> sources) {

    /**
     * Keeps the contents and the sources together; each document has its source.
     *
     * @throws IllegalArgumentException if a document has no source or another size or hash than it
     */
    public BundleRequest {
        sources = Map.copyOf(sources);
        for (ContentsList.Document document : contents.dokumen()) {
            CheckedFile source = sources.get(document.entry());
            if (source == null
                    || source.size() != document.size()
                    || !source.sha256().hex().equals(document.sha256())) {
                throw new IllegalArgumentException("no source for " + document.entry());
            }
        }
    }

    /** Collects documents and gives each its entry. */
    public static final class Builder {
        private final Jenis jenis;
        private final Satker satker;
        private final Optional<Kppn> kppn;
        private final int tahun;
        private final EntryNames names = new EntryNames();
        private final List<String> nomor = new ArrayList<>();
        private final List<ContentsList.Document> documents = new ArrayList<>();
        private final Map<String, CheckedFile> sources = new LinkedHashMap<>();

        /**
         * Begins with a package that holds nothing yet.
         *
         * @param kppn empty for what is never submitted
         */
        public Builder(Jenis jenis, Satker satker, Optional<Kppn> kppn, int tahun) {
            this.jenis = jenis;
            this.satker = satker;
            this.kppn = kppn;
            this.tahun = tahun;
        }

        /** Names the SPM (contracts, …) of one document before its files are added. */
        public Builder nomor(List<String> numbers) {
            nomor.addAll(numbers);
            return this;
        }

        /** Adds an ADK. */
        public Builder adk(CheckedFile file, List<String> numbers) {
            String name = file.path().getFileName().toString();
            return add(ContentsList.Document.ADK, names.add("adk/", name, ".p7m"), adkType(name), file, numbers);
        }

        /** Adds a PDF attachment. */
        public Builder lampiran(CheckedFile file, List<String> numbers) {
            String name = file.path().getFileName().toString();
            String stem = name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? name.substring(0, name.length() - 4) : name;
            String entry = names.add("lampiran/", stem, ".pdf");
            return add(ContentsList.Document.LAMPIRAN, entry, "application/pdf", file, numbers);
        }

        private Builder add(String role, String entry, String mediaType, CheckedFile file, List<String> numbers) {
            documents.add(new ContentsList.Document(
                    role,
                    file.path().getFileName().toString(),
                    entry,
                    mediaType,
                    file.size(),
                    file.sha256().hex(),
                    numbers));
            sources.put(entry, file);
            return this;
        }

        private static String adkType(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? "application/zip" : "application/octet-stream";
        }

        /** What was collected, in the order in which it was added. */
        public BundleRequest build() {
            ContentsList contents = new ContentsList(
                    ContentsList.VERSION,
                    jenis,
                    satker.kode(),
                    kppn.map(Kppn::kode).orElse(null),
                    tahun,
                    nomor,
                    documents);
            return new BundleRequest(contents, sources);
        }
    }
}
