package id.espm.app.gui.look;

import id.espm.app.espm.EspmProblem;
import id.espm.app.gui.look.Words.Told;
import id.espm.app.text.Messages;
import java.time.Duration;
import java.util.Optional;

/** Turns every {@link EspmProblem} into words. No {@code default}: a case without words does not compile (ADR-0008). */
final class EspmText {
    private static final long MIB = 1 << 20;

    private final Messages messages;

    EspmText(Messages messages) {
        this.messages = messages;
    }

    /** @param serverDetail the server's own word, told as such; may be empty */
    Told tell(EspmProblem problem, String serverDetail) {
        Told told =
                switch (problem) {
                    case EspmProblem.OfConnection p -> connection(p);
                    case EspmProblem.OfAccount p -> account(p);
                    case EspmProblem.OfToken p -> token(p);
                    case EspmProblem.OfCertificate p -> certificate(p);
                    case EspmProblem.OfBundle p -> bundle(p);
                    case EspmProblem.OfUpload p -> upload(p);
                    case EspmProblem.ReceiptInvalid p -> told("receipt." + p.reason(), p.detail());
                };
        return serverDetail.isEmpty()
                ? told
                : new Told(told.happened(), told.todo() + " " + messages.get("espm.server-says", serverDetail));
    }

    private Told connection(EspmProblem.OfConnection problem) {
        return switch (problem) {
            case EspmProblem.InsecureAddress p -> told("insecure", p.address());
            case EspmProblem.AddressInvalid p -> told("address");
            case EspmProblem.Unreachable p -> unreachable(p);
            case EspmProblem.RedirectRefused p -> told("redirect", p.target());
            case EspmProblem.UnexpectedAnswer p -> told("answer", String.valueOf(p.status()));
            case EspmProblem.ServerFault p -> told("fault", String.valueOf(p.status()));
            case EspmProblem.Maintenance p -> told("maintenance", minutes(p.retryAfter()));
            case EspmProblem.RateLimited p -> told("rate", minutes(p.retryAfter()));
            case EspmProblem.InvalidRequest p -> told("request", p.field());
            case EspmProblem.NotFound p -> told("not-found", p.id());
        };
    }

    private Told unreachable(EspmProblem.Unreachable problem) {
        return switch (problem.cause()) {
            case UNKNOWN_HOST, REFUSED, NO_ROUTE, TIMEOUT -> told("unreachable", problem.host());
            case CUT_OFF -> told("cut-off", problem.host());
            case TLS_UNTRUSTED, TLS_HOST_NAME, TLS_PIN -> told("tls.untrusted", problem.host());
            case TLS_EXPIRED -> told("tls.expired", problem.host());
            case TLS_HANDSHAKE -> told("tls.handshake", problem.host());
            case PROXY_LOGIN -> told("proxy");
        };
    }

    private Told account(EspmProblem.OfAccount problem) {
        return switch (problem) {
            case EspmProblem.SessionExpired p -> told("session");
            case EspmProblem.BadCredentials p -> told("credentials");
            case EspmProblem.PasswordMustChange p -> told("password-must-change");
            case EspmProblem.NotAppointed p -> told("not-appointed");
        };
    }

    private Told token(EspmProblem.OfToken problem) {
        return switch (problem) {
            case EspmProblem.TokenWrong p -> told("token.wrong", p.triesLeft());
            case EspmProblem.TokenExpired p -> told("token.expired");
            case EspmProblem.TokenMissing p -> told("token.missing", p.sentTo());
        };
    }

    private Told certificate(EspmProblem.OfCertificate problem) {
        return switch (problem) {
            case EspmProblem.CertificateNotRegistered p -> told("certificate.unknown", p.serial());
            case EspmProblem.CertificateRevoked p -> told("certificate.revoked", p.serial());
        };
    }

    private Told bundle(EspmProblem.OfBundle problem) {
        return switch (problem) {
            case EspmProblem.TooManySpm p -> told("too-many", p.limit());
            case EspmProblem.DailyLimit p -> told("daily-limit", p.limit(), p.remaining());
            case EspmProblem.HashMismatch p -> told("hash");
            case EspmProblem.SignatureInvalid p ->
                told("signature", p.document(), p.indication() + " " + p.subIndication());
            case EspmProblem.DuplicateSpm p -> told("duplicate", String.join(", ", p.nomor()));
            case EspmProblem.TooLarge p -> told("too-large", p.limit() / MIB);
            case EspmProblem.BundleInvalid p -> told("bundle", p.document());
            case EspmProblem.IdempotencyConflict p -> told("conflict");
            case EspmProblem.BundleChanged p ->
                told("changed", p.file().getFileName().toString());
            case EspmProblem.NeverSubmitted p -> told("never");
        };
    }

    private Told upload(EspmProblem.OfUpload problem) {
        return switch (problem) {
            case EspmProblem.UploadIncomplete p -> told("upload");
            case EspmProblem.OffsetConflict p -> told("upload");
            case EspmProblem.UploadBusy p -> told("busy");
            case EspmProblem.UploadExpired p -> told("expired");
            case EspmProblem.ChecksumMismatch p -> told("upload");
        };
    }

    private static long minutes(Optional<Duration> pause) {
        return pause.map(d -> Math.max(1, d.toMinutes())).orElse(5L);
    }

    private Told told(String name, Object... args) {
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i] instanceof Number ? args[i] : args[i].toString();
        }
        String key = "espm." + name;
        return new Told(messages.get(key, plain), messages.get(key + ".next", plain));
    }
}
