package id.espm.signer.cms;

import java.io.IOException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;

/** Bytes that Bouncy Castle could not take as what they should be. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private Malformed(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** A step of parsing. */
    interface Step<T> {
        T run() throws IOException, CMSException, OperatorCreationException;
    }

    /** Runs a step. Bouncy Castle answers hostile bytes with exceptions of many kinds, unchecked ones among them. */
    static <T> T guard(Step<T> step) throws Malformed {
        try {
            return step.run();
        } catch (IOException | CMSException | OperatorCreationException | RuntimeException e) {
            throw new Malformed(e);
        }
    }
}
