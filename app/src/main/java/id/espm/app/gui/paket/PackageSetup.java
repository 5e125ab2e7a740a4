package id.espm.app.gui.paket;

import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What packages are put together by.
 *
 * @param settings where drafts are kept
 * @param profile  what the official set up once
 * @param rules    who signs what
 * @param history  what was signed before
 * @param clock    in the official's zone
 */
public record PackageSetup(SettingsFolder settings, UserProfile profile, Rules rules, Path history, Clock clock) {}
