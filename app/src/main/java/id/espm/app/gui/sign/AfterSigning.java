package id.espm.app.gui.sign;

import id.espm.signer.sign.SignedPackage;
import java.util.List;

/** Where the flow goes on once packages are signed. */
public interface AfterSigning {
    /** Whether what was signed is of a kind that goes to eSPM. */
    boolean isSubmitted(SignedPackage signed);

    /** To eSPM. */
    void send(List<SignedPackage> signed);

    /** To another package. */
    void nextPackage();
}
