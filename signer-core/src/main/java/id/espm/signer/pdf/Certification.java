package id.espm.signer.pdf;

/** What a certification signature allows afterwards (DocMDP; ISO 32000-2, table 257). */
public enum Certification {
    /** No change at all. */
    NO_CHANGES(1),
    /** Filling in forms, and further signatures. */
    FORM_FILLING(2),
    /** The same, and annotations. */
    ANNOTATIONS(3);

    private final int permission;

    Certification(int permission) {
        this.permission = permission;
    }

    /** The value of {@code /P} in the transform parameters. */
    int permission() {
        return permission;
    }
}
