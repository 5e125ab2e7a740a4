package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PassphraseThrottleTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String FILE = "siti.p12";
    private static final Problem WRONG = new Problem.WrongPassphrase(Path.of(FILE), false);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final PassphraseThrottle throttle = new PassphraseThrottle(now::get);

    @Test
    void afterThreeWrongOnesTheWaitDoublesUpToAMinute() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            assertThat(attempt(FILE, WRONG)).isEqualTo(WRONG);
            Problem next = attempt(FILE, WRONG);
            if (next instanceof Problem.PassphraseThrottled throttled) {
                waits.add(Duration.between(now.get(), throttled.until()).toSeconds());
                now.set(throttled.until());
            } else {
                i++;
            }
        }

        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void aRightOneForgetsTheWrongOnes() throws Exception {
        attempt(FILE, WRONG);
        attempt(FILE, WRONG);
        assertThat(throttle.attempt(FILE, () -> "terbuka")).isEqualTo("terbuka");
        attempt(FILE, WRONG);
        attempt(FILE, WRONG);

        assertThat(attempt(FILE, WRONG)).isEqualTo(WRONG);
        assertThat(attempt(FILE, WRONG)).isEqualTo(new Problem.PassphraseThrottled(FILE, START.plusSeconds(2)));
    }

    @Test
    void nothingIsTriedWhileItWaitsAndOtherSourcesAreFree() throws Exception {
        for (int i = 0; i < 3; i++) {
            attempt(FILE, WRONG);
        }
        AtomicInteger tried = new AtomicInteger();

        catchThrowableOfType(SignerException.class, () -> throttle.attempt(FILE, tried::incrementAndGet));

        assertThat(tried).hasValue(0);
        assertThat(throttle.attempt("lain.p12", () -> 1)).isEqualTo(1);
    }

    @Test
    void aWrongPinCountsAndAnyOtherFaultDoesNot() {
        Problem pin = new Problem.TokenUnusable("token", Problem.TokenUnusable.Trouble.PIN_WRONG, "");
        Problem other = new Problem.NoPrivateKey(Path.of(FILE));
        for (int i = 0; i < 3; i++) {
            attempt("token", pin);
            attempt(FILE, other);
        }

        assertThat(attempt("token", pin)).isInstanceOf(Problem.PassphraseThrottled.class);
        assertThat(attempt(FILE, other)).isEqualTo(other);
    }

    private Problem attempt(String source, Problem outcome) {
        return catchThrowableOfType(
                        SignerException.class,
                        () -> throttle.attempt(source, () -> {
                            throw new SignerException(outcome);
                        }))
                .problem();
    }
}
