package id.espm.app.gui.look;

import id.espm.app.espm.EspmProblem;
import id.espm.app.update.UpdateProblem;
import id.espm.signer.Problem;
import java.io.IOException;

/** What can go wrong although the program is in order; the window tells what happened and what to do. */
public sealed interface Failure {

    /** The core refuses: key, documents, rules. */
    record OfSigner(Problem problem) implements Failure {}

    /** The user's own files: disk, rights, names. */
    record OfFiles(IOException cause) implements Failure {}

    /**
     * The way to eSPM.
     *
     * @param serverDetail the server's own word, or an empty text
     */
    record OfEspm(EspmProblem problem, String serverDetail) implements Failure {}

    /** Whether there is a newer version cannot be told. */
    record OfUpdate(UpdateProblem problem) implements Failure {}

    /** A fault of the program in one of several pieces of work; the others go on. */
    record OfProgram(Throwable cause) implements Failure {}
}
