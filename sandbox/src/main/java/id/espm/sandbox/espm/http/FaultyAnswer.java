package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.fault.EspmFault;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import io.javalin.http.Context;

/** Answers in the place of the routes, where a planned fault says so. */
final class FaultyAnswer {
    private static final String GATEWAY = "<html><body><h1>Bad Gateway</h1></body></html>";

    private FaultyAnswer() {}

    /** @return whether the call is answered by this, and the routes are passed over */
    static boolean given(EspmFault fault, Context context) {
        switch (fault) {
            case EspmFault.ServerError error -> {
                context.status(error.status()).contentType("text/html").result(GATEWAY);
                error.retryAfter()
                        .ifPresent(
                                wait -> context.header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
            }
            case EspmFault.Maintenance maintenance ->
                Problems.problem(context, Maintenance.refusal(maintenance.retryAfter()));
            case EspmFault.ServerFailed failed ->
                Problems.problem(context, new Refusal(ProblemType.INTERNAL_ERROR, "Terjadi kesalahan di eSPM."));
            default -> {
                return false;
            }
        }
        context.skipRemainingHandlers();
        return true;
    }
}
