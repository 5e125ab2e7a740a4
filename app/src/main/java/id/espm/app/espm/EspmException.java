package id.espm.app.espm;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for everything that keeps eSPM from doing what it was asked, seen from here. It carries an {@link EspmProblem},
 * never text for people: each face turns the problem into words, an exit code and the next step by one exhaustive switch
 * (ADR-0008).
 */
public final class EspmException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient EspmProblem problem;
    private final String serverDetail;

    public EspmException(EspmProblem problem) {
        this(problem, "", null);
    }

    public EspmException(EspmProblem problem, @Nullable Throwable cause) {
        this(problem, "", cause);
    }

    public EspmException(EspmProblem problem, String serverDetail, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
        this.serverDetail = serverDetail;
    }

    /** What happened, as data. */
    public EspmProblem problem() {
        return problem;
    }

    /**
     * What the server itself said for people ({@code detail} of RFC 9457 §3.1.4), in Indonesian: one line, at most 500
     * characters, empty where it said nothing. It is the server's word, to be shown as such and never acted upon.
     */
    public String serverDetail() {
        return serverDetail;
    }
}
