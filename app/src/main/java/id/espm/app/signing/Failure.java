package id.espm.app.signing;

import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.ProblemText;
import id.espm.signer.Problem;
import java.io.IOException;

/** Why a package was not signed. */
public sealed interface Failure {
    /** Something is wrong with key, documents or rules. */
    record Refused(Problem problem) implements Failure {}

    /** The user's files could not be read or written. */
    record Unwritable(IOException cause) implements Failure {}

    /** A fault of the program; the other packages go on. */
    record Faulty(Throwable cause) implements Failure {}

    /** What happened, in words. */
    default Explanation explain(ProblemText problems) {
        return switch (this) {
            case Refused refused -> problems.explain(refused.problem());
            case Unwritable unwritable -> problems.explain(unwritable.cause());
            case Faulty faulty -> problems.explain(Fault.of(faulty.cause()));
        };
    }

    /** Whether the same would stop every other package as well, so that none of them is to blame. */
    default boolean isOfAll() {
        return this instanceof Refused refused
                && (refused.problem() instanceof Problem.HistoryUnusable
                        || refused.problem() instanceof Problem.ClockSetBack
                        || refused.problem() instanceof Problem.DiskFull);
    }
}
