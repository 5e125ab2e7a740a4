package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when an answer holds.
 *
 * @param thisUpdate since when
 * @param nextUpdate until when, where the answer says so
 */
record Freshness(Instant thisUpdate, Optional<Instant> nextUpdate) {
    static Freshness of(Date thisUpdate, @Nullable Date nextUpdate) {
        return new Freshness(
                thisUpdate.toInstant(), Optional.ofNullable(nextUpdate).map(Date::toInstant));
    }

    /** @throws NoEvidence {@link RevocationGap#STALE} */
    void require(Instant at, RevocationSettings settings) throws NoEvidence {
        if (thisUpdate.isAfter(at.plus(settings.tolerance()))) {
            throw new NoEvidence(RevocationGap.STALE, "thisUpdate " + thisUpdate);
        }
        Instant end = nextUpdate.orElseGet(() -> thisUpdate.plus(settings.maxAge()));
        if (end.plus(settings.tolerance()).isBefore(at)) {
            throw new NoEvidence(
                    RevocationGap.STALE, nextUpdate.isPresent() ? "nextUpdate " + end : "thisUpdate " + thisUpdate);
        }
    }
}
