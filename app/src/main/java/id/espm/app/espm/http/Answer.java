package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import java.util.Map;
import java.util.Optional;

/** The answer to a call: status, headers, and the body read whole. */
public final class Answer {
    private static final int MAX_DIGITS = 18;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /**
     * The body as a JSON object.
     *
     * @throws EspmException {@link EspmProblem.UnexpectedAnswer}
     */
    public JsonFields json() throws EspmException {
        return JsonFields.parse(body, status);
    }

    /**
     * A header that holds a count of bytes.
     *
     * @throws EspmException {@link EspmProblem.UnexpectedAnswer}
     */
    public long count(String header) throws EspmException {
        String text = header(header).orElse("");
        if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw unexpected();
        }
        return Long.parseLong(text);
    }

    /** The problem that this answer is not what the contract says. */
    public EspmException unexpected() {
        return new EspmException(new EspmProblem.UnexpectedAnswer(status, ""));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
