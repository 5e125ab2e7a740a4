package id.espm.app.doctor;

/** How it is with one thing. */
public enum Condition {
    GOOD,
    /** Works, but somebody should look at it. */
    CAUTION,
    /** Signing or sending will fail. */
    BAD,
    /** Nobody looked: there is nothing to look at, or it was not asked for. */
    NOT_CHECKED
}
