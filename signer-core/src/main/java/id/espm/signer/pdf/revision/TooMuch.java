package id.espm.signer.pdf.revision;

/** The comparison would take longer than is allowed, so that nothing can be said. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How a finding says that a file is beyond what is analysed. */
    public static final String WORDS = "too large to be analysed";

    TooMuch() {
        super(WORDS);
    }

    /** @throws TooMuch if a time, by {@link WorkTime#now()}, has passed */
    public static void after(long deadline) {
        if (WorkTime.now() - deadline > 0) {
            throw new TooMuch();
        }
    }
}
