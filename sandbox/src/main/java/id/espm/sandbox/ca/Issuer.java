package id.espm.sandbox.ca;

import java.util.Locale;

/** The two certification authorities of the practice PKI. */
public enum Issuer {
    /** Issues the intermediate, and the responder that answers for it. */
    ROOT,
    /** Plays BSrE: issues to officials, the time-stamping authority and eSPM. */
    INTERMEDIATE;

    /** Name of its files and addresses. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
