package id.espm.app.gui.paket;

import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.paket.PackageDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One document on the board.
 *
 * @param name     by which files find it
 * @param document its files
 * @param size     of all of them, in bytes
 * @param spm      what its ADK holds, as far as it could be read
 * @param flaws    what is wrong with it, or should be known; none where it is complete
 */
public record Slot(String name, PackageDocument document, long size, List<AdkSpm> spm, Set<Flaw> flaws) {
    public Slot {
        spm = List.copyOf(spm);
        flaws = Set.copyOf(flaws);
    }

    /** What is to be known of a slot, the gravest first. */
    public enum Flaw {
        UNREADABLE,
        CHANGED,
        DUPLICATE,
        ADK_MISSING,
        PDF_MISSING,
        ADK_NOT_ALLOWED,
        PDF_NOT_ALLOWED,
        /** A PDF in it holds a signature already. */
        SIGNED_INSIDE,
        /** The same SPM was signed before on this machine. */
        SIGNED_BEFORE;

        /** Whether the package cannot be signed because of it. */
        public boolean stops() {
            return this != SIGNED_INSIDE && this != SIGNED_BEFORE;
        }
    }

    /** Whether nothing is wrong with it. */
    public boolean isComplete() {
        return flaws.stream().noneMatch(Flaw::stops);
    }

    /** All its files, the ADK first. */
    public Stream<Path> files() {
        return files(document);
    }

    static Stream<Path> files(PackageDocument document) {
        return Stream.concat(document.adk().stream(), document.lampiran().stream());
    }
}
