package id.espm.signer;

/**
 * A judgement about a signature or a file. There is no fourth answer: what could not be analysed is {@link Indeterminate}
 * at best.
 */
public sealed interface Verdict {
    /** The signature holds and everything needed to say so was there. */
    record Valid() implements Verdict {}

    /**
     * Nothing is known to be wrong, but something needed is missing.
     *
     * @param reason the sub-indication in the words of ETSI EN 319 102-1, or ours where it has none
     */
    record Indeterminate(Finding reason) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param reason the sub-indication in the words of ETSI EN 319 102-1, or ours where it has none
     */
    record Invalid(Finding reason) implements Verdict {}

    /** The valid verdict. */
    static Verdict valid() {
        return new Valid();
    }

    /** Whether this is {@link Valid}. */
    default boolean isValid() {
        return this instanceof Valid;
    }

    /** The worse of two verdicts: invalid before indeterminate before valid. */
    static Verdict worse(Verdict a, Verdict b) {
        return rank(b) > rank(a) ? b : a;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case Valid valid -> 0;
            case Indeterminate indeterminate -> 1;
            case Invalid invalid -> 2;
        };
    }
}
