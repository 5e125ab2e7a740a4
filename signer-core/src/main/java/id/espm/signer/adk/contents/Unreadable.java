package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;

/** Reading ends here, and why. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final AdkGap gap;

    Unreadable(AdkGap gap, String what) {
        super(what);
        this.gap = gap;
    }

    Unreadable(AdkGap gap, Throwable cause) {
        super(cause);
        this.gap = gap;
    }

    AdkGap gap() {
        return gap;
    }
}
