package id.espm.sandbox.kppn.konversi;

import java.util.List;
import java.util.Optional;

/**
 * What an ADK holds, as far as it could be read.
 *
 * @param form what the file is
 * @param members the first files in it
 * @param more how many further files it says it has
 */
public record AdkContents(Form form, List<Member> members, int more) {
    public AdkContents {
        members = List.copyOf(members);
    }

    /** What the file is. */
    public enum Form {
        /** A ZIP. */
        ZIP,
        /** No ZIP; nothing more is said, for only KPPN's own application knows. */
        OTHER,
        /** Begins as a ZIP and cannot be read as one. */
        DAMAGED,
        /** A ZIP whose directory is larger than that of any honest ADK. */
        TOO_MUCH
    }

    /**
     * A file in the ZIP.
     *
     * @param name as the ZIP has it
     * @param size in bytes, as the ZIP says
     * @param table its rows, when it is a dBASE table that could be read
     * @param trouble why there is no table, or not all of it; empty for a file of another kind
     */
    public record Member(String name, long size, Optional<DbaseTable> table, Optional<Trouble> trouble) {}

    /** Why a member's rows are not, or not all, shown. */
    public enum Trouble {
        /** The practice password does not open it. */
        LOCKED,
        /** Neither inflates nor reads as what it says it is. */
        DAMAGED,
        /** Larger than what is read. */
        TOO_MUCH
    }

    static AdkContents of(Form form) {
        return new AdkContents(form, List.of(), 0);
    }
}
