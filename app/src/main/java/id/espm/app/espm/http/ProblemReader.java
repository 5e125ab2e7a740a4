package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmProblem.Unreachable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Turns answers that are no success into problems: {@code application/problem+json} (RFC 9457), else the bare status code. */
final class ProblemReader {
    private static final String PREFIX = "urn:espm:problem:";
    private static final int MAX_DETAIL = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Clock clock;
    private final String host;

    ProblemReader(Clock clock, String host) {
        this.clock = clock;
        this.host = host;
    }

    /** @param call answered so; its last path segment is the id of what was not found */
    EspmException read(ApiCall call, Answer answer) {
        JsonNode body = body(answer);
        String name = type(answer, body);
        Facts facts = new Facts(call, answer.status(), body, retryAfter(answer, body));
        return new EspmException(named(name, facts), detail(body), null);
    }

    /** What the answer says, from wherever it may say it. */
    private record Facts(ApiCall call, int status, JsonNode body, Optional<Duration> retryAfter) {
        String text(String member) {
            return body.path(member).asString("");
        }

        int number(String member) {
            return Math.clamp(body.path(member).asLong(0), 0, Integer.MAX_VALUE);
        }

        long offset() {
            return Math.max(0, body.path("offset").asLong(0));
        }

        List<String> texts(String member) {
            List<String> texts = new ArrayList<>();
            body.path(member).forEach(element -> texts.add(element.asString("")));
            return texts;
        }
    }

    private EspmProblem named(String name, Facts f) {
        return switch (name) {
            case "session-expired" -> new EspmProblem.SessionExpired();
            case "bad-credentials" -> new EspmProblem.BadCredentials();
            case "password-must-change" -> new EspmProblem.PasswordMustChange();
            case "not-appointed" -> new EspmProblem.NotAppointed();
            case "certificate-not-registered" -> new EspmProblem.CertificateNotRegistered(f.text("serial"));
            case "certificate-revoked" -> new EspmProblem.CertificateRevoked(f.text("serial"), f.text("document"));
            case "too-many-spm" -> new EspmProblem.TooManySpm(f.number("limit"));
            case "daily-limit" -> new EspmProblem.DailyLimit(f.number("limit"), f.number("remaining"), f.retryAfter());
            case "token-wrong" -> new EspmProblem.TokenWrong(f.number("triesLeft"));
            case "token-expired" -> new EspmProblem.TokenExpired();
            case "hash-mismatch" ->
                new EspmProblem.HashMismatch(
                        f.text("document"), f.body().path("restart").asBoolean(false));
            case "signature-invalid" ->
                new EspmProblem.SignatureInvalid(f.text("document"), f.text("indication"), f.text("subIndication"));
            case "duplicate-spm" -> new EspmProblem.DuplicateSpm(f.texts("nomor"));
            case "too-large" ->
                new EspmProblem.TooLarge(Math.max(0, f.body().path("limit").asLong(0)));
            case "bundle-invalid" -> new EspmProblem.BundleInvalid(f.text("document"));
            case "idempotency-conflict" -> new EspmProblem.IdempotencyConflict();
            default -> technical(name, f);
        };
    }

    private EspmProblem technical(String name, Facts f) {
        return switch (name) {
            case "maintenance" -> new EspmProblem.Maintenance(f.retryAfter());
            case "rate-limited" -> new EspmProblem.RateLimited(f.retryAfter());
            case "internal-error" -> new EspmProblem.ServerFault(f.status(), f.retryAfter());
            case "invalid-request" -> new EspmProblem.InvalidRequest(f.text("field"));
            case "not-found" -> new EspmProblem.NotFound(lastSegment(f.call()));
            case "upload-incomplete" -> new EspmProblem.UploadIncomplete(f.offset());
            case "offset-conflict" -> new EspmProblem.OffsetConflict(f.offset());
            case "upload-busy" -> new EspmProblem.UploadBusy();
            case "upload-expired" -> new EspmProblem.UploadExpired();
            case "checksum-mismatch" -> new EspmProblem.ChecksumMismatch(f.offset());
            default -> byStatus(name, f);
        };
    }

    /** For answers of something in between, such as a gateway, and for types that the contract may get later. */
    private EspmProblem byStatus(String name, Facts f) {
        if (f.status() == 407) {
            return new Unreachable(host, Unreachable.Cause.PROXY_LOGIN);
        }
        if (name.isEmpty() && f.status() == 429) {
            return new EspmProblem.RateLimited(f.retryAfter());
        }
        if (name.isEmpty() && f.status() == 503) {
            return new EspmProblem.Maintenance(f.retryAfter());
        }
        if (name.isEmpty() && f.call().isUpload()) {
            return byStatusOfTus(f);
        }
        if (f.status() >= 500) {
            return new EspmProblem.ServerFault(f.status(), f.retryAfter());
        }
        return new EspmProblem.UnexpectedAnswer(f.status(), name);
    }

    /** A server of tus need not know our types: its own status codes say as much (tus 1.0.0, and 423 of RFC 4918 for locks). */
    private static EspmProblem byStatusOfTus(Facts f) {
        return switch (f.status()) {
            case 409 -> new EspmProblem.OffsetConflict(0);
            case 410 -> new EspmProblem.UploadExpired();
            case 423 -> new EspmProblem.UploadBusy();
            case 460 -> new EspmProblem.ChecksumMismatch(0);
            default ->
                f.status() >= 500
                        ? new EspmProblem.ServerFault(f.status(), f.retryAfter())
                        : new EspmProblem.UnexpectedAnswer(f.status(), "");
        };
    }

    private static String type(Answer answer, JsonNode body) {
        String type = body.path("type").asString(answer.header("Problem-Type").orElse(""));
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : "";
    }

    private static JsonNode body(Answer answer) {
        if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            // Not what it says it is: the status code must do.
            return MissingNode.getInstance();
        }
    }

    private Optional<Duration> retryAfter(Answer answer, JsonNode body) {
        Optional<Duration> header = answer.header("Retry-After").flatMap(this::parseRetryAfter);
        return header.or(() -> Optional.of(body.path("retryAfter").asLong(-1))
                .filter(seconds -> seconds >= 0)
                .map(Duration::ofSeconds));
    }

    /** Seconds or a date (RFC 9110 §10.2.3); what is neither is as good as absent. */
    private Optional<Duration> parseRetryAfter(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String detail(JsonNode body) {
        String line =
                body.path("detail").asString("").replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL);
    }

    private static String lastSegment(ApiCall call) {
        String path = call.address().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
