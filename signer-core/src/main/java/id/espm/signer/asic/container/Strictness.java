package id.espm.signer.asic.container;

/** What is demanded of a ZIP before anything in it is used. */
public enum Strictness {
    /** A container as ETSI EN 319 162-1, A.1, writes it: the media type first and stored, files only, names safe everywhere. */
    STRICT,
    /** A container by another program: sound in itself, whatever the order of its entries and its directories. */
    TOLERANT,
    /** A ZIP that is no container: whatever can be unpacked without harm. */
    ARCHIVE
}
