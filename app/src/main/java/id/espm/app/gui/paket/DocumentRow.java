package id.espm.app.gui.paket;

import id.espm.signer.paket.PackageDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** One document of the package as the table shows it. */
public final class DocumentRow {
    private final PackageDocument document;
    private final long size;
    private final ReadOnlyIntegerWrapper signed = new ReadOnlyIntegerWrapper();

    /** @param size of all its files, in bytes */
    DocumentRow(PackageDocument document, long size) {
        this.document = document;
        this.size = size;
    }

    public String nomor() {
        return String.join(", ", document.nomor());
    }

    int numbers() {
        return document.nomor().size();
    }

    /** The name of the ADK, or an empty text. */
    public String adk() {
        return document.adk().map(DocumentRow::name).orElse("");
    }

    /** The names of the attachments. */
    public List<String> lampiran() {
        return document.lampiran().stream().map(DocumentRow::name).toList();
    }

    /** Of all its files, in bytes. */
    public long size() {
        return size;
    }

    /** How many files it has. */
    public int files() {
        return document.lampiran().size() + (document.adk().isPresent() ? 1 : 0);
    }

    /** How many of them are signed in the signing that goes on, or has just ended. */
    public ReadOnlyIntegerProperty signedProperty() {
        return signed.getReadOnlyProperty();
    }

    void setSigned(int files) {
        signed.set(Math.clamp(files, 0, files()));
    }

    static Stream<Path> files(PackageDocument document) {
        return Stream.concat(document.adk().stream(), document.lampiran().stream());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
