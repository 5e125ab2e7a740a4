package id.espm.app.gui.sign;

import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * How packages are signed from the window.
 *
 * @param rules  who signs what
 * @param folder where the bundle of a package goes
 * @param alasan the reason that a package's signatures state; not blank
 * @param history where each signing is written down
 * @param clock  by which signatures state their time; its zone is the signer's
 */
public record SignSettings(
        Rules rules,
        Function<SigningPackage, Path> folder,
        Function<SigningPackage, String> alasan,
        Path history,
        Clock clock) {}
