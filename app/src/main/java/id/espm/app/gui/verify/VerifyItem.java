package id.espm.app.gui.verify;

import id.espm.app.gui.page.PageFile;
import id.espm.app.verification.Judged;
import id.espm.signer.FileRegion;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PageViewer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be looked at: a file, or a document inside a bundle.
 *
 * @param file     the file
 * @param document the document inside, if it is one
 */
public record VerifyItem(VerifiedFile file, Optional<FileReport> document) {

    /** A file as a whole. */
    static VerifyItem of(VerifiedFile file) {
        return new VerifyItem(file, Optional.empty());
    }

    String name() {
        return document.map(FileReport::name).orElseGet(file::name);
    }

    /** Without the folder in the bundle. */
    String shortName() {
        return name().substring(name().lastIndexOf('/') + 1);
    }

    /** What was found; nothing where the file could not be read. */
    Optional<FileReport> report() {
        return document.or(
                () -> file.judged() instanceof Judged.Read read ? Optional.of(read.report()) : Optional.empty());
    }

    /** The documents inside. */
    List<VerifyItem> inside() {
        return document.isPresent()
                ? List.of()
                : report().stream()
                        .flatMap(report -> report.documents().stream())
                        .map(each -> new VerifyItem(file, Optional.of(each)))
                        .toList();
    }

    /** Its pages, where it has any. */
    Optional<PageFile> pages() {
        Path path = file.judged().file();
        if (document.isPresent()) {
            String entry = document.get().name();
            return entry.toLowerCase(Locale.ROOT).endsWith(".pdf")
                    ? Optional.of(() -> {
                        Container container = Container.open(path, Strictness.STRICT);
                        return new PageFile.Opened(container.region(entry), container);
                    })
                    : Optional.empty();
        }
        return file.pdf() ? Optional.of(() -> new PageFile.Opened(FileRegion.whole(path), () -> {})) : Optional.empty();
    }

    /** The pages that look different since they were signed, 0 being the first. */
    List<Integer> changedPages() {
        return report().stream()
                .flatMap(report -> report.signatures().stream())
                .flatMap(signature -> signature.modifications().stream())
                .filter(change -> change.startsWith(PageViewer.DIFFERENT))
                .flatMap(change -> Stream.of(
                        change.substring(PageViewer.DIFFERENT.length()).split(", ")))
                .map(page -> Integer.parseInt(page) - 1)
                .distinct()
                .sorted()
                .toList();
    }
}
