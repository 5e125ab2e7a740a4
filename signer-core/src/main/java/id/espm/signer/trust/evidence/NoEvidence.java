package id.espm.signer.trust.evidence;

import id.espm.signer.RevocationGap;
import org.jspecify.annotations.Nullable;

/** An answer that says nothing reliable, or none at all; nobody outside of {@code trust} sees it. */
public final class NoEvidence extends Exception {
    private static final long serialVersionUID = 1L;

    private final RevocationGap gap;

    public NoEvidence(RevocationGap gap, String detail) {
        this(gap, detail, null);
    }

    public NoEvidence(RevocationGap gap, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.gap = gap;
    }

    public RevocationGap gap() {
        return gap;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
