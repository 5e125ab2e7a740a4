package id.espm.signer.cms;

import java.io.IOException;
import java.util.Set;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;

/** Bytes that Bouncy Castle could not take as what they should be. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    /** Bouncy Castle's words; it throws the same kinds of exception for these as for bytes that are cut off. */
    private static final Set<String> VALUE_FAULTS = Set.of("invalid OID contents", "malformed integer");

    private Malformed(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /**
     * Whether the encoding is in order, element by element, and one value in it is none that Bouncy Castle takes: no damage, but
     * nothing that could be judged either.
     */
    boolean isUnknownValue() {
        return VALUE_FAULTS.contains(String.valueOf(getMessage()));
    }

    /** A step of parsing. */
    interface Step<T> {
        T run() throws IOException, CMSException, OperatorCreationException;
    }

    /** Runs a step. Bouncy Castle answers hostile bytes with exceptions of many kinds, and with a full stack for deep nesting. */
    static <T> T guard(Step<T> step) throws Malformed {
        try {
            return step.run();
        } catch (IOException | CMSException | OperatorCreationException | RuntimeException | StackOverflowError e) {
            throw new Malformed(e);
        }
    }
}
