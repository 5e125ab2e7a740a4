package id.espm.signer;

/** Why it could not be learned what an ADK holds. None of these keeps it from being signed as opaque bytes. */
public enum AdkGap {
    /** It is of a kind whose inner form is not known. */
    FORM_UNKNOWN,
    /** It is encrypted, and the settings name no password. */
    NO_PASSWORD,
    /** The password of the settings does not open it. */
    WRONG_PASSWORD,
    /** It begins like an ADK SPM but cannot be read to its end. */
    DAMAGED,
    /** Reading it would take more memory or time than any sound one does. */
    TOO_MUCH
}
