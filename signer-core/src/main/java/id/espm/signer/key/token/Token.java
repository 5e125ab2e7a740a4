package id.espm.signer.key.token;

/**
 * A token as it describes itself (CK_TOKEN_INFO, PKCS#11 v2.40 §3.2).
 *
 * @param label        the name that was given to it
 * @param serial       the maker's serial number
 * @param manufacturer the maker
 * @param pin          how its PIN stands
 * @param ownPinEntry  whether the PIN is typed at the reader itself, so that none is given here
 */
public record Token(String label, String serial, String manufacturer, Pin pin, boolean ownPinEntry) {
    /** How the PIN of a token stands. */
    public enum Pin {
        /** Nothing is known against it. */
        USABLE,
        /** A wrong one was given since the last right one. */
        WRONG_BEFORE,
        /** One more wrong one locks it. */
        LAST_TRY,
        LOCKED
    }

    /** Whether it goes by this name: its label, or its serial number where labels are alike. */
    public boolean isCalled(String name) {
        return name.equals(label) || name.equals(serial);
    }
}
