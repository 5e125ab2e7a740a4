package id.espm.signer;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for everything that stops the Signer although the program is in order. It carries a {@link Problem}, never text
 * for people: each face turns the problem into words, an exit code and the next step by one exhaustive switch (ADR-0008).
 */
public final class SignerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** What happened, where no other exception told of it. */
    public SignerException(Problem problem) {
        this(problem, null);
    }

    /** What happened, and the exception that told of it, for a log. */
    public SignerException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What happened, as data. */
    public Problem problem() {
        return problem;
    }
}
