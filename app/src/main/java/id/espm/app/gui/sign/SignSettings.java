package id.espm.app.gui.sign;

import id.espm.app.signing.ChosenMethod;
import id.espm.signer.Jenis;
import id.espm.signer.SignerException;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * How packages are signed from the window.
 *
 * @param rules   who signs what
 * @param folder  where the bundle of a package goes
 * @param alasan  the reason that a signature of this kind states; not blank
 * @param history where each signing is written down
 * @param method  level and timestamps
 * @param clock   by which signatures state their time; its zone is the signer's
 */
public record SignSettings(
        Rules rules,
        Function<SigningPackage, Path> folder,
        Function<Jenis, String> alasan,
        Path history,
        MethodOpening method,
        Clock clock) {

    /** Opens the way to sign for one signing; to be closed. */
    @FunctionalInterface
    public interface MethodOpening {
        /** @throws SignerException where it is set up in a way that cannot be */
        ChosenMethod open() throws SignerException, IOException;
    }
}
