package id.espm.app.espm;

import id.espm.app.proxy.ProxyScriptException.Flaw;
import id.espm.signer.Jenis;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can come between the Signer and eSPM, one record per case, so that a new case without a text does not compile. Each
 * stable problem type of {@code docs/api/espm.yaml} that a person can do something about has its own. What a record says
 * beyond its kind was said by the server and is believed no further than a message to the user goes.
 */
public sealed interface EspmProblem {

    /** The way to the server, or a server that does not speak our contract. */
    sealed interface OfConnection extends EspmProblem {}

    /** The user's account at eSPM and its session. */
    sealed interface OfAccount extends EspmProblem {}

    /** The e-mailed security code (PER-10/PB/2018, Lampiran 8.3.1). */
    sealed interface OfToken extends EspmProblem {}

    /** The certificate by which the bundle was signed. */
    sealed interface OfCertificate extends EspmProblem {}

    /** The bundle: its contents, its numbers, its size. */
    sealed interface OfBundle extends EspmProblem {}

    /** The upload's own bookkeeping; all but {@link UploadExpired} mend themselves by going on from the server's offset. */
    sealed interface OfUpload extends EspmProblem {}

    /** The list of what is to be sent, and what is kept of what was sent: on this machine, not at eSPM (ADR-0016). */
    sealed interface OfOutbox extends EspmProblem {}

    /**
     * Whether the same call may succeed later without anybody doing anything: worth a place in the outbox. Such a problem
     * never means that something was refused for good.
     */
    default boolean passesByItself() {
        return switch (this) {
            case Unreachable unreachable -> unreachable.cause().passesByItself();
            case ProxyScriptUnusable script -> script.flaw() == Flaw.UNREACHABLE;
            case Maintenance m -> true;
            case RateLimited r -> true;
            case ServerFault f -> true;
            case DailyLimit d -> true;
            case UploadIncomplete u -> true;
            case OffsetConflict o -> true;
            case UploadBusy b -> true;
            case ChecksumMismatch c -> true;
            case OfConnection c -> false;
            case OfAccount a -> false;
            case OfToken t -> false;
            case OfCertificate c -> false;
            case OfBundle b -> false;
            case OfUpload u -> false;
            case OfOutbox o -> false;
            case ReceiptInvalid r -> false;
        };
    }

    /** How long the server asked us to wait ({@code Retry-After}), where it did. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The address is plain HTTP to another machine: nothing was sent. */
    record InsecureAddress(URI address) implements OfConnection {}

    /** The address is none that eSPM can have: not HTTP(S), without a host, or with user data, query or fragment. */
    record AddressInvalid(URI address) implements OfConnection {}

    /** No answer came from the host. */
    record Unreachable(String host, Cause cause) implements OfConnection {
        /** Why there was no answer. */
        public enum Cause {
            /** The name has no address, or there is no network. */
            UNKNOWN_HOST(true),
            REFUSED(true),
            NO_ROUTE(true),
            TIMEOUT(true),
            /** The connection broke before the answer was complete. */
            CUT_OFF(true),
            /** The server's certificate leads to no trust anchor. */
            TLS_UNTRUSTED(false),
            /** The server's certificate is not valid now; often the clock of this machine is wrong. */
            TLS_EXPIRED(false),
            /** The server's certificate is for another host. */
            TLS_HOST_NAME(false),
            /** The server's certificate is none of the pinned ones. */
            TLS_PIN(false),
            /** No common TLS 1.2+ was found, or the handshake failed otherwise. */
            TLS_HANDSHAKE(false),
            /** The proxy wants a user and password that it does not get, or refuses those it gets. */
            PROXY_LOGIN(false);

            private final boolean passes;

            Cause(boolean passes) {
                this.passes = passes;
            }

            boolean passesByItself() {
                return passes;
            }
        }
    }

    /**
     * The office's proxy auto-configuration script does not tell the way, so that none was taken.
     *
     * @param detail for those who look after the script; may be empty
     */
    record ProxyScriptUnusable(URI script, Flaw flaw, String detail) implements OfConnection {}

    /** The server sent us on to {@code target}, or told us to upload there: refused, for the session's key would go along. */
    record RedirectRefused(String target) implements OfConnection {}

    /**
     * The answer is not what the contract says. {@code type} is the server's problem type where it named one, else empty.
     *
     * @param status HTTP status code
     */
    record UnexpectedAnswer(int status, String type) implements OfConnection {}

    /** The server failed ({@code internal-error}, or a 5xx of something in between). */
    record ServerFault(int status, Optional<Duration> retryAfter) implements OfConnection {}

    /** eSPM is being maintained. */
    record Maintenance(Optional<Duration> retryAfter) implements OfConnection {}

    /** Too many requests, such as for security codes. */
    record RateLimited(Optional<Duration> retryAfter) implements OfConnection {}

    /** The call itself was wrong at {@code field}. */
    record InvalidRequest(String field) implements OfConnection {}

    /** There is no such submission, or it is another account's. */
    record NotFound(String id) implements OfConnection {}

    /** The session ended: log in again, then the same submission goes on. */
    record SessionExpired() implements OfAccount {}

    record BadCredentials() implements OfAccount {}

    /** The default password must first be changed on eSPM's own pages. */
    record PasswordMustChange() implements OfAccount {}

    /** User, satker, KPPN, year, jabatan and jenis do not go together. */
    record NotAppointed() implements OfAccount {}

    /** Wrong security code; at {@code triesLeft} 0 a new one is needed. */
    record TokenWrong(int triesLeft) implements OfToken {}

    /** The security code is too old, or its tries are used up. */
    record TokenExpired() implements OfToken {}

    /** The security code was mailed to {@code sentTo} (masked), but nobody was there to type it in. */
    record TokenMissing(String sentTo) implements OfToken {}

    /** The certificate is unknown to eSPM, or is not the sender's ("Download DS", Lampiran 7.3). */
    record CertificateNotRegistered(String serial) implements OfCertificate {}

    /** The certificate was revoked; {@code document} is the one that it signed. */
    record CertificateRevoked(String serial, String document) implements OfCertificate {}

    /** More SPM than one Dokumen Elektronik may hold (PER-10/PB/2018 Pasal 6(2)). */
    record TooManySpm(int limit) implements OfBundle {}

    /** The KPPN takes no more SPM today (Pasal 8(2)); it does again after {@code retryAfter}. */
    record DailyLimit(int limit, int remaining, Optional<Duration> retryAfter) implements OfBundle {}

    /** What arrived is not what was announced, also after it was sent again; or an original differs from the contents list. */
    record HashMismatch(String document, boolean restart) implements OfBundle {}

    /** eSPM holds a signature for not valid; the indications are in the words of ETSI EN 319 102-1. */
    record SignatureInvalid(String document, String indication, String subIndication) implements OfBundle {}

    /** These numbers were sent before, in another bundle. */
    record DuplicateSpm(List<String> nomor) implements OfBundle {
        public DuplicateSpm {
            nomor = List.copyOf(nomor);
        }
    }

    /** Larger than eSPM takes. {@code limit} in bytes, 0 where it was not said. */
    record TooLarge(long limit) implements OfBundle {}

    /** Container, layout or contents list are wrong, or not what was declared. */
    record BundleInvalid(String document) implements OfBundle {}

    /** The same bundle was announced before with other details, such as another file name. */
    record IdempotencyConflict() implements OfBundle {}

    /** The file changed after it was hashed, while it was being sent. */
    record BundleChanged(Path file) implements OfBundle {}

    /** This jenis never goes to eSPM. */
    record NeverSubmitted(Jenis jenis) implements OfBundle {}

    /** The server lacks bytes from {@code offset} on. */
    record UploadIncomplete(long offset) implements OfUpload {}

    /** The server stands at {@code offset}, not where we went on. */
    record OffsetConflict(long offset) implements OfUpload {}

    /** The server still works on an earlier call for the same upload. */
    record UploadBusy() implements OfUpload {}

    /** The server has dropped the unfinished upload; announcing the bundle again opens a fresh one. */
    record UploadExpired() implements OfUpload {}

    /** A chunk was damaged on its way and not kept. */
    record ChecksumMismatch(long offset) implements OfUpload {}

    /** The outbox cannot be opened, read or written; what stands in it stays as it was. */
    record OutboxUnusable(Path file, Trouble trouble, String detail) implements OfOutbox {
        /** What is wrong with the file. */
        public enum Trouble {
            /** The disk of the settings folder is full. */
            DISK_FULL,
            /** The settings folder cannot be written to. */
            READ_ONLY,
            /** Another program held it for too long. */
            LOCKED,
            /** It is damaged, or no outbox; it is never made anew by itself. */
            DAMAGED,
            /** A newer version of this program made it. */
            NEWER,
            OTHER
        }
    }

    /**
     * The bundle is being sent right now.
     *
     * @param process the number of the process that does so; 0 where it cannot be told
     */
    record BeingSent(Path bundle, long process) implements OfOutbox {}

    /** The bundle is not where it was when it was put into the outbox. */
    record BundleMoved(Path was) implements OfOutbox {}

    /** At the place of the bundle there is another one now. */
    record BundleReplaced(Path file) implements OfOutbox {}

    /**
     * eSPM has accepted the bundle and its receipt was checked, but that could not be written down; the same call does so
     * later, and sends nothing again.
     *
     * @param id     eSPM's name for the submission
     * @param kept   what could not be written
     * @param file   where
     */
    record SentNotKept(String id, Kept kept, Path file, String detail) implements OfOutbox {
        /** What is kept of a submission. */
        public enum Kept {
            /** The receipt and its signature, beside the bundle. */
            RECEIPT,
            /** The entry in the history. */
            HISTORY
        }
    }

    /** The receipt proves nothing: the bundle must not be called sent. */
    record ReceiptInvalid(Reason reason, String detail) implements EspmProblem {
        /** What is wrong with a receipt. */
        public enum Reason {
            /** It is not JSON of the contract's form. */
            UNREADABLE,
            /** Its signature does not hold. */
            SIGNATURE_INVALID,
            /** Its signature holds, but its certificate leads to no trust anchor, or is not valid now. */
            SIGNER_NOT_TRUSTED,
            /** It was signed by a person's certificate, not by a server's. */
            SIGNED_BY_PERSON,
            /** It is for another submission: {@code detail} names the member that differs. */
            OTHER_SUBMISSION,
            /** It is for another bundle: {@code detail} names the member that differs. */
            OTHER_BUNDLE
        }
    }
}
