package id.espm.sandbox.judge.bundle;

import java.io.IOException;

/** A container that is not what docs/bundle says, or that tries to harm whoever opens it. */
public final class UnsafeBundleException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** No ZIP, cut off, encrypted, or its directory disagrees with its content. */
        NOT_A_ZIP,
        /** {@code mimetype} is not first, not stored or says something else. */
        WRONG_MIMETYPE,
        /** A name that is absolute, climbs out, or is not portable. */
        UNSAFE_NAME,
        /** Two entries of one name, or of names that differ in case only. */
        DUPLICATE_NAME,
        /** More entries, bytes or expansion than any honest bundle has. */
        TOO_LARGE,
        /** An entry that the layout does not know. */
        UNKNOWN_ENTRY,
        /** An entry that the layout asks for is missing. */
        MISSING_ENTRY,
        /** An entry that cannot be read as what its name says. */
        UNREADABLE_ENTRY
    }

    private final Reason reason;
    private final String entry;

    UnsafeBundleException(Reason reason, String entry) {
        super(reason + (entry.isEmpty() ? "" : ": " + entry));
        this.reason = reason;
        this.entry = entry;
    }

    UnsafeBundleException(Reason reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
        this.entry = "";
    }

    UnsafeBundleException(Reason reason, String entry, Throwable cause) {
        super(reason + ": " + entry, cause);
        this.reason = reason;
        this.entry = entry;
    }

    public Reason reason() {
        return reason;
    }

    /** Name of the entry concerned; empty when it is the whole container. */
    public String entry() {
        return entry;
    }
}
