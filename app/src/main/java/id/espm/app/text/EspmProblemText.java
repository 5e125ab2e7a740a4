package id.espm.app.text;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns everything that comes between the Signer and eSPM into words, a stable code and an exit code, for both faces; the
 * switches are exhaustive and have no {@code default} (ADR-0008).
 */
public final class EspmProblemText {
    private static final long MIB = 1 << 20;
    private static final int SECONDS = 60;

    private final Messages messages;
    private final DomainText words;

    public EspmProblemText(Messages messages) {
        this.messages = messages;
        this.words = new DomainText(messages);
    }

    /** What happened and what to do, with the server's own word where it said one. */
    public Explanation explain(EspmException failure) {
        return explain(failure.problem(), failure.serverDetail());
    }

    /** As {@link #explain(EspmException)}; {@code serverDetail} may be empty. */
    public Explanation explain(EspmProblem problem, String serverDetail) {
        Explanation explanation = switch (problem) {
            case EspmProblem.OfConnection p -> ofConnection(p);
            case EspmProblem.OfAccount p -> ofAccount(p);
            case EspmProblem.OfToken p -> ofToken(p);
            case EspmProblem.OfCertificate p -> ofCertificate(p);
            case EspmProblem.OfBundle p -> ofBundle(p);
            case EspmProblem.OfUpload p -> ofUpload(p);
            case EspmProblem.OfOutbox p -> ofOutbox(p);
            case EspmProblem.ReceiptInvalid p ->
                server("RECEIPT_INVALID", messages.get("receipt." + p.reason()), p.detail());
        };
        // Of a code there is no more to say than whether it is right, and how often it may be tried.
        return serverDetail.isBlank() || problem instanceof EspmProblem.OfToken
                ? explanation
                : new Explanation(
                        explanation.code(),
                        explanation.message() + " " + messages.get("espm.says", serverDetail),
                        explanation.next(),
                        explanation.exit());
    }

    private Explanation ofConnection(EspmProblem.OfConnection problem) {
        return switch (problem) {
            case EspmProblem.InsecureAddress p -> server("INSECURE_ADDRESS", p.address());
            case EspmProblem.AddressInvalid p -> server("ADDRESS_INVALID", p.address());
            case EspmProblem.Unreachable p -> server("UNREACHABLE", p.host(), messages.get("unreachable." + p.cause()));
            case EspmProblem.ProxyScriptUnusable p ->
                server("PROXY_SCRIPT", p.script(), messages.get("proxy-script." + p.flaw(), p.detail()));
            case EspmProblem.RedirectRefused p -> server("REDIRECT_REFUSED", p.target());
            case EspmProblem.UnexpectedAnswer p -> server("UNEXPECTED_ANSWER", status(p.status()), p.type());
            case EspmProblem.ServerFault p -> server("SERVER_FAULT", status(p.status()));
            case EspmProblem.Maintenance p -> server("MAINTENANCE", later(p.retryAfter()));
            case EspmProblem.RateLimited p -> server("RATE_LIMITED", later(p.retryAfter()));
            case EspmProblem.InvalidRequest p -> server("INVALID_REQUEST", p.field());
            case EspmProblem.NotFound p -> server("NOT_FOUND", p.id());
        };
    }

    private Explanation ofAccount(EspmProblem.OfAccount problem) {
        return switch (problem) {
            case EspmProblem.SessionExpired p -> server("SESSION_EXPIRED");
            case EspmProblem.BadCredentials p -> server("BAD_CREDENTIALS");
            case EspmProblem.PasswordMustChange p -> server("PASSWORD_MUST_CHANGE");
            case EspmProblem.NotAppointed p -> server("NOT_APPOINTED");
        };
    }

    private Explanation ofToken(EspmProblem.OfToken problem) {
        return switch (problem) {
            case EspmProblem.TokenWrong p -> server("TOKEN_WRONG", p.triesLeft());
            case EspmProblem.TokenExpired p -> server("TOKEN_EXPIRED");
            case EspmProblem.TokenMissing p -> server("TOKEN_MISSING", p.sentTo());
        };
    }

    private Explanation ofCertificate(EspmProblem.OfCertificate problem) {
        return switch (problem) {
            case EspmProblem.CertificateNotRegistered p ->
                explanation(ExitCode.KEY, "CERTIFICATE_NOT_REGISTERED", p.serial());
            case EspmProblem.CertificateRevoked p ->
                explanation(ExitCode.KEY, "SIGNER_CERTIFICATE_REVOKED", p.serial(), p.document());
        };
    }

    private Explanation ofBundle(EspmProblem.OfBundle problem) {
        return switch (problem) {
            case EspmProblem.TooManySpm p -> bundle("SERVER_TOO_MANY_SPM", p.limit());
            case EspmProblem.DailyLimit p -> server("DAILY_LIMIT", p.limit(), p.remaining(), later(p.retryAfter()));
            case EspmProblem.HashMismatch p -> bundle("HASH_MISMATCH", p.document());
            case EspmProblem.SignatureInvalid p ->
                bundle("SIGNATURE_INVALID", p.document(), p.indication(), p.subIndication());
            case EspmProblem.DuplicateSpm p -> bundle("DUPLICATE_SPM", String.join(", ", p.nomor()));
            case EspmProblem.TooLarge p ->
                p.limit() == 0 ? bundle("TOO_LARGE") : bundle("TOO_LARGE_LIMIT", p.limit() / MIB);
            case EspmProblem.BundleInvalid p -> bundle("BUNDLE_INVALID", p.document());
            case EspmProblem.IdempotencyConflict p -> bundle("IDEMPOTENCY_CONFLICT");
            case EspmProblem.BundleChanged p -> bundle("BUNDLE_CHANGED", p.file());
            case EspmProblem.NeverSubmitted p -> bundle("NEVER_SUBMITTED", words.of(p.jenis()));
        };
    }

    private Explanation ofUpload(EspmProblem.OfUpload problem) {
        return switch (problem) {
            case EspmProblem.UploadIncomplete p -> server("UPLOAD_INTERRUPTED");
            case EspmProblem.OffsetConflict p -> server("UPLOAD_INTERRUPTED");
            case EspmProblem.UploadBusy p -> server("UPLOAD_BUSY");
            case EspmProblem.UploadExpired p -> server("UPLOAD_INTERRUPTED");
            case EspmProblem.ChecksumMismatch p -> server("UPLOAD_INTERRUPTED");
        };
    }

    private Explanation ofOutbox(EspmProblem.OfOutbox problem) {
        return switch (problem) {
            case EspmProblem.OutboxUnusable p -> bundle("OUTBOX_" + p.trouble(), p.file(), p.detail());
            case EspmProblem.BeingSent p ->
                p.process() == 0
                        ? bundle("BEING_SENT", p.bundle())
                        : bundle("BEING_SENT_BY", p.bundle(), String.valueOf(p.process()));
            case EspmProblem.BundleMoved p -> bundle("BUNDLE_MOVED", p.was());
            case EspmProblem.BundleReplaced p -> bundle("BUNDLE_REPLACED", p.file());
            case EspmProblem.SentNotKept p -> bundle("SENT_NOT_KEPT_" + p.kept(), p.id(), p.file(), p.detail());
        };
    }

    /** Waiting times are told in whole minutes. */
    private String later(Optional<Duration> retryAfter) {
        return retryAfter
                .map(pause -> messages.get("espm.later.minutes", Math.ceilDiv(pause.toSeconds(), SECONDS)))
                .orElseGet(() -> messages.get("espm.later"));
    }

    /** A status code is a name, not a number to be written with points. */
    private static String status(int code) {
        return String.valueOf(code);
    }

    private Explanation server(String code, Object... args) {
        return explanation(ExitCode.NETWORK, code, args);
    }

    private Explanation bundle(String code, Object... args) {
        return explanation(ExitCode.DOCUMENTS, code, args);
    }

    private Explanation explanation(ExitCode exit, String code, Object... args) {
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i] instanceof Number ? args[i] : args[i].toString();
        }
        String key = "espm." + code;
        return new Explanation(code, messages.get(key, plain), messages.get(key + ".next", plain), exit);
    }
}
