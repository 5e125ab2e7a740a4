package id.espm.app.gui.sign;

/** Where the flow goes on once a package is signed. */
public interface AfterSigning {
    /** Whether what was signed is of a kind that goes to eSPM. */
    boolean isSubmitted();

    /** To eSPM. */
    void send();

    /** To another package. */
    void nextPackage();
}
