package id.espm.signer.pdf.revision;

/** The comparison would take longer than is allowed, so that nothing can be said. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
        super("too large to be analysed");
    }

    /** @throws TooMuch if a time, by {@link WorkTime#now()}, has passed */
    public static void after(long deadline) {
        if (WorkTime.now() - deadline > 0) {
            throw new TooMuch();
        }
    }
}
