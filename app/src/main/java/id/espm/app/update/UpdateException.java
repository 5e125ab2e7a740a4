package id.espm.app.update;

import org.jspecify.annotations.Nullable;

/** Thrown where it cannot be told whether there is a newer version; carries an {@link UpdateProblem}, never text for people. */
public final class UpdateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UpdateProblem problem;

    UpdateException(UpdateProblem problem) {
        this(problem, null);
    }

    UpdateException(UpdateProblem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What happened, as data. */
    public UpdateProblem problem() {
        return problem;
    }
}
