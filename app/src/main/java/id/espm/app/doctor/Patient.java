package id.espm.app.doctor;

import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.signer.trust.TrustAnchors;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What is looked over.
 *
 * @param settings where everything is set up
 * @param profile  what it says; nothing where it cannot be read
 * @param trust    the folder of trust anchors
 * @param anchors  what is in it; none where it cannot be read
 * @param proxies  the way out of the office
 * @param clock    this computer's
 * @param online   whether services are asked
 */
public record Patient(
        SettingsFolder settings,
        UserProfile profile,
        Path trust,
        TrustAnchors anchors,
        ProxySelector proxies,
        Clock clock,
        boolean online) {}
