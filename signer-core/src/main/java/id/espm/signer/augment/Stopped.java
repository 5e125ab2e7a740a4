package id.espm.signer.augment;

import id.espm.signer.LevelGap;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import org.jspecify.annotations.Nullable;

/** Passes a reason to stop through DSS, whose interfaces allow unchecked exceptions only; never leaves this package. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable LevelGap objection;

    /** A source of ours had its own reason. */
    Stopped(SignerException reason) {
        super(reason);
        this.objection = null;
    }

    /** DSS objected. */
    Stopped(LevelGap objection, String detail) {
        super(detail);
        this.objection = objection;
    }

    /** What the caller is to hear. */
    SignerException reason(SignatureLevel level) {
        if (getCause() instanceof SignerException own) {
            return own;
        }
        LevelGap known = objection == null ? LevelGap.OTHER : objection;
        return new SignerException(new Problem.LevelNotReached(level, known, String.valueOf(getMessage())), this);
    }
}
