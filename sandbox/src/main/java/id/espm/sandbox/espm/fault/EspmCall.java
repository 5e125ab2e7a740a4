package id.espm.sandbox.espm.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls of docs/api/espm.yaml at which a fault can be planned. */
public enum EspmCall {
    /** Opens a session. */
    SESSION("POST", "session"),
    PROFILE("GET", "profile"),
    /** Announces a bundle. */
    ANNOUNCE("POST", "submissions"),
    /** All submissions of the account. */
    LIST("GET", "submissions"),
    /** Where one submission stands. */
    STATUS("GET", "submissions/[^/]+"),
    /** Asks for the offset of an upload. */
    HEAD("HEAD", "uploads/[^/]+"),
    /** A piece of an upload. */
    PATCH("PATCH", "uploads/[^/]+"),
    COMPLETE("POST", "submissions/[^/]+/complete"),
    /** Has a new security code mailed. */
    TOKEN("POST", "submissions/[^/]+/token"),
    RECEIPT("GET", "submissions/[^/]+/receipt");

    private final String method;
    private final Pattern path;

    EspmCall(String method, String path) {
        this.method = method;
        this.path = Pattern.compile("/api/v1/" + path);
    }

    /** Which call a request is; empty where it is none of these. */
    static Optional<EspmCall> of(String method, String path) {
        return Arrays.stream(values())
                .filter(call ->
                        call.method.equals(method) && call.path.matcher(path).matches())
                .findFirst();
    }
}
