package id.espm.signer.timestamp;

import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.Problem.TimestampUnavailable.Obstacle;
import id.espm.signer.SignerException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Asks addresses in turn, and after a pause once more those whose trouble may pass. */
final class Retrying {
    private final RetryPlan plan;
    private final Pause pause;

    /** How a pause is made. */
    interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    /** One attempt at one address. */
    interface Attempt {
        byte[] at(URI address) throws FailedAttempt;
    }

    Retrying(RetryPlan plan, Pause pause) {
        this.plan = plan;
        this.pause = pause;
    }

    /** One call, from its first attempt to its end. */
    private final class Call {
        private final long begin = System.nanoTime();
        private final Set<URI> tried = new LinkedHashSet<>();
        private FailedAttempt last = FailedAttempt.lasting(Obstacle.UNREACHABLE, "", null);
        private Duration wanted = Duration.ZERO;

        /** Whether it ends within the time that all attempts have together. */
        private boolean hasTimeFor(Duration more) {
            return more.plusNanos(System.nanoTime() - begin).compareTo(plan.altogether()) < 0;
        }

        /** Notes a failure, and tells whether the address is worth another attempt. */
        private boolean worthAnother(FailedAttempt failed) {
            last = failed;
            boolean again = failed.mayPass() && failed.retryAfter().compareTo(plan.longestPause()) <= 0;
            if (again && failed.retryAfter().compareTo(wanted) > 0) {
                wanted = failed.retryAfter();
            }
            return again;
        }

        private SignerException given() {
            return new SignerException(
                    new TimestampUnavailable(List.copyOf(tried), last.obstacle(), last.detail()), last);
        }
    }

    /** @throws SignerException {@link TimestampUnavailable} with the reason of the last address that was tried */
    byte[] ask(List<URI> addresses, Attempt attempt) throws SignerException {
        Call call = new Call();
        List<URI> hopeful = addresses;
        for (int round = 1; !hopeful.isEmpty(); round++) {
            List<URI> again = new ArrayList<>();
            for (URI address : hopeful) {
                if (!call.tried.isEmpty() && !call.hasTimeFor(Duration.ZERO)) {
                    throw call.given();
                }
                call.tried.add(address);
                try {
                    return attempt.at(address);
                } catch (FailedAttempt e) {
                    if (call.worthAnother(e)) {
                        again.add(address);
                    } else if (e.obstacle() == Obstacle.INTERRUPTED) {
                        throw call.given();
                    }
                }
            }
            boolean another = !again.isEmpty() && round < plan.rounds() && pausedAfter(round, call);
            hopeful = another ? again : List.of();
        }
        throw call.given();
    }

    private boolean pausedAfter(int round, Call call) throws SignerException {
        Duration length = plan.pauseAfter(round, ThreadLocalRandom.current().nextDouble());
        length = length.compareTo(call.wanted) < 0 ? call.wanted : length;
        call.wanted = Duration.ZERO;
        if (!call.hasTimeFor(length)) {
            return false;
        }
        try {
            pause.of(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.last = FailedAttempt.lasting(Obstacle.INTERRUPTED, "", e);
            throw call.given();
        }
    }
}
