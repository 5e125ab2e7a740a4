package id.espm.app.doctor;

/** What is looked at, in the order in which it is told: first this computer, then the services. */
public enum Subject {
    /** The program, its Java and the system. */
    PROGRAM,
    /** Whether profile, rules and templates can be read. */
    SETTINGS,
    /** Whether there is room, and the program may write there. */
    DISK,
    /** Whether pages and visible signatures can be drawn. */
    FONTS,
    /** The issuers that are trusted. */
    TRUST,
    /** Whether the record of what was signed is whole. */
    HISTORY,
    /** The official's certificate, as it was seen last. */
    CERTIFICATE,
    /** Whether its issuer says that it is revoked (OCSP, CRL). */
    REVOCATION,
    /** By which proxy eSPM is reached. */
    PROXY,
    /** Whether eSPM answers. */
    ESPM,
    /** Whether the time-stamping servers stamp. */
    TSA,
    /** Whether this computer's clock is right. */
    CLOCK
}
