package id.espm.sandbox.espm.problem;

import java.util.Locale;

/** The stable problem types of {@code docs/api/espm.yaml}, each with its one status code. */
public enum ProblemType {
    SESSION_EXPIRED(401, "Session expired"),
    BAD_CREDENTIALS(401, "Bad credentials"),
    PASSWORD_MUST_CHANGE(403, "Default password must be changed"),
    NOT_APPOINTED(403, "Not appointed"),
    CERTIFICATE_NOT_REGISTERED(403, "Certificate not registered"),
    CERTIFICATE_REVOKED(403, "Certificate revoked"),
    TOO_MANY_SPM(422, "More than five SPM"),
    DAILY_LIMIT(429, "Daily limit reached"),
    TOKEN_WRONG(403, "Wrong security code"),
    TOKEN_EXPIRED(403, "Security code expired"),
    HASH_MISMATCH(422, "Hash mismatch"),
    SIGNATURE_INVALID(422, "Signature invalid"),
    DUPLICATE_SPM(409, "SPM sent before"),
    TOO_LARGE(413, "Too large"),
    MAINTENANCE(503, "Maintenance"),
    INVALID_REQUEST(400, "Invalid request"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    IDEMPOTENCY_CONFLICT(409, "Idempotency key used for something else"),
    BUNDLE_INVALID(422, "Bundle invalid"),
    UPLOAD_INCOMPLETE(409, "Upload incomplete"),
    OFFSET_CONFLICT(409, "Offset conflict"),
    UPLOAD_BUSY(423, "Upload busy"),
    UPLOAD_EXPIRED(410, "Upload expired"),
    TUS_VERSION(412, "Unsupported tus version"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    CHECKSUM_MISMATCH(460, "Checksum mismatch"),
    RATE_LIMITED(429, "Too many requests"),
    INTERNAL_ERROR(500, "Internal error");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** The same for each type (RFC 9457, 3.1.3). */
    public String title() {
        return title;
    }

    /** A name, not an address, so that no host is claimed (RFC 9457, 3.1.1; RFC 8141). */
    public String uri() {
        return "urn:espm:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
