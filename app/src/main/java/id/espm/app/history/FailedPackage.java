package id.espm.app.history;

import java.time.Instant;

/**
 * A package whose last signing failed.
 *
 * @param code of the error
 */
public record FailedPackage(SigningId id, String code, Instant at) {}
