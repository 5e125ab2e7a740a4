package id.espm.signer.key;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/**
 * Slows down the guessing of passphrases: after three wrong ones in a row, a source is left alone for 2 s, and after each
 * further one twice as long, up to 60 s. It remembers as long as it lives, and only in memory. Safe for several threads.
 */
public final class PassphraseThrottle {
    private static final int FREE_ATTEMPTS = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MAX_SOURCES = 1_000;

    private final InstantSource clock;
    private final LinkedHashMap<String, Wrong> wrongs = new LinkedHashMap<>();

    /** How many wrong ones in a row, and until when none is tried. */
    private record Wrong(int count, Instant until) {}

    /** Opens a source by a passphrase or PIN. */
    @FunctionalInterface
    public interface Attempt<T> {
        T open() throws SignerException;
    }

    public PassphraseThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Opens a source unless it must be left alone, and takes note of how that went.
     *
     * @param source the file, token or store
     * @throws SignerException {@link Problem.PassphraseThrottled}, or what the attempt throws
     */
    public <T> T attempt(String source, Attempt<T> attempt) throws SignerException {
        require(source);
        try {
            T opened = attempt.open();
            right(source);
            return opened;
        } catch (SignerException e) {
            if (saysWrong(e.problem())) {
                wrong(source);
            }
            throw e;
        }
    }

    private static boolean saysWrong(Problem problem) {
        return problem instanceof Problem.WrongPassphrase
                || (problem instanceof Problem.TokenUnusable token
                        && token.trouble() == Problem.TokenUnusable.Trouble.PIN_WRONG);
    }

    private synchronized void require(String source) throws SignerException {
        Wrong wrong = wrongs.get(source);
        if (wrong != null && clock.instant().isBefore(wrong.until())) {
            throw new SignerException(new Problem.PassphraseThrottled(source, wrong.until()));
        }
    }

    private synchronized void right(String source) {
        wrongs.remove(source);
    }

    private synchronized void wrong(String source) {
        Wrong before = wrongs.remove(source);
        int count = before == null ? 1 : before.count() + 1;
        wrongs.put(source, new Wrong(count, clock.instant().plus(wait(count))));
        if (wrongs.size() > MAX_SOURCES) {
            wrongs.pollFirstEntry();
        }
    }

    private static Duration wait(int count) {
        if (count < FREE_ATTEMPTS) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - FREE_ATTEMPTS, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
