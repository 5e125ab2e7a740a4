package id.espm.signer.network;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service answered, whatever its status.
 *
 * @param from       who answered
 * @param status     the HTTP status
 * @param body       the bytes; not a copy
 * @param date       the time that the service says it is, where it says so ({@code Date}, RFC 9110 §6.6.1)
 * @param retryAfter how long it wants to be left alone, where it says so ({@code Retry-After}, RFC 9110 §10.2.3)
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
public record HttpAnswer(URI from, int status, byte[] body, Optional<Instant> date, Optional<Duration> retryAfter) {
    private static final int OK = 200;

    /** Whether the status is 200. */
    public boolean isOk() {
        return status == OK;
    }
}
