package id.espm.app.draft;

import id.espm.signer.SignerException;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.OfferedFile;
import id.espm.signer.pdf.PdfCheck;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of a draft, and what it was when it was taken in.
 *
 * @param offered    where it lies and belongs
 * @param kind       by its content
 * @param signatures how many signatures it held already
 * @param stamp      by which a change is noticed
 */
public record DraftFile(OfferedFile offered, FileKind kind, int signatures, FileStamp stamp) {

    /** Reads a file. One that cannot be read is kept as absent: the package names it, and it may come back. */
    public static DraftFile read(OfferedFile offered) {
        try {
            FileStamp stamp = FileStamp.of(offered.path());
            FileKind kind = FileKind.of(offered.path());
            return new DraftFile(offered, kind, kind == FileKind.PDF ? signatures(offered.path()) : 0, stamp);
        } catch (IOException e) {
            return new DraftFile(offered, FileKind.DATA, 0, FileStamp.absent());
        }
    }

    /** Where it lies. */
    public Path path() {
        return offered.path();
    }

    /** The same at a place that somebody said. */
    public DraftFile at(OfferedFile.Place place) {
        return new DraftFile(offered.at(place), kind, signatures, stamp);
    }

    /** The file as it is now, at the same place. */
    public DraftFile again() {
        return read(offered);
    }

    /** Whether it still is what it was. */
    public FileStamp.Change look() {
        return stamp.look(path());
    }

    /** Why a PDF cannot be opened is told by the check of the package, which names the rule. */
    private static int signatures(Path pdf) {
        try {
            return PdfCheck.check(pdf).signatures();
        } catch (SignerException e) {
            return 0;
        }
    }
}
