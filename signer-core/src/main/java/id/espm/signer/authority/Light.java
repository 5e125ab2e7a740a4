package id.espm.signer.authority;

/** The verdict at a glance. */
public enum Light {
    /** He may sign. */
    HIJAU,
    /** He may sign, and has something to see to. */
    JINGGA,
    /** He may not sign. */
    MERAH
}
