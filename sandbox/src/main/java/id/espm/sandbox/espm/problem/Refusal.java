package id.espm.sandbox.espm.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that eSPM does not fulfil, with what the client and the person at it need to know. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** Name of the extension member that also becomes the header {@code Retry-After}, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    private final ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /**
     * A refusal.
     *
     * @param detail what happened and what to do, in Indonesian
     */
    public Refusal(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** Adds an extension member (RFC 9457, 3.2). */
    public Refusal with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Tells when to try again; whole seconds, at least one. */
    public Refusal retryAfter(Duration wait) {
        return with(RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    public ProblemType type() {
        return type;
    }

    /** The detail, in Indonesian. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Extension members, in order. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
