package id.espm.app.verification;

import id.espm.signer.Problem;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.verify.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What came of judging one file. */
public sealed interface Judged {
    /** Which file, as it was named. */
    Path file();

    /** It was read; {@code signatories} are those of a bundle that officials in several positions may sign. */
    record Read(Path file, FileReport report, Optional<Signatories> signatories) implements Judged {}

    /** It is not there, or its content is not. */
    record Refused(Path file, Problem problem) implements Judged {}

    /** It could not be read to its end. */
    record Unreadable(Path file, IOException cause) implements Judged {}

    /** A fault of the program; other files go on. */
    record Faulty(Path file, Throwable cause) implements Judged {}

    /** Whether it is signed and every signature valid. */
    default boolean isValid() {
        return this instanceof Read read
                && read.report().signed()
                && read.report().verdict().isValid();
    }
}
