package id.espm.app.signing;

import id.espm.app.settings.KeySettings;
import id.espm.app.settings.KeySettings.RevocationMode;
import id.espm.app.settings.SettingsFolder;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.authority.SigningPolicy;
import id.espm.signer.authority.SigningPolicy.WhenUnknown;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.KeyOpening;
import id.espm.signer.key.NikPlaces;
import id.espm.signer.network.Proxies;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;

/** What the settings say about keys and certificates, in the core's terms. */
public final class KeySetup {
    private KeySetup() {}

    /** How a key file is opened. */
    public static KeyOpening opening(KeySettings settings) {
        KeyOpening opening = KeyOpening.usual().with(nikPlaces(settings));
        return settings.serial()
                .map(serial -> opening.with(KeyChoice.bySerial(serial)))
                .orElse(opening);
    }

    /** Where certificates may hold the NIK. */
    public static NikPlaces nikPlaces(KeySettings settings) {
        return settings.nikPlaces().isEmpty() ? NikPlaces.usual() : new NikPlaces(settings.nikPlaces());
    }

    /**
     * Who judges certificates; to be closed.
     *
     * @param folder  answers of the issuers' services are kept in it for the next run
     * @param proxies the way to those services
     */
    public static SigningAuthority authority(
            SettingsFolder folder, KeySettings settings, TrustAnchors anchors, Proxies proxies) {
        boolean online = settings.revocation() != RevocationMode.OFF;
        RevocationSettings revocation = RevocationSettings.builder()
                .online(online)
                .fetchIssuers(online)
                .cacheFolder(folder.cache())
                .proxies(proxies)
                .build();
        SigningPolicy usual = SigningPolicy.usual();
        WhenUnknown whenUnknown =
                settings.revocation() == RevocationMode.REQUIRE ? WhenUnknown.REFUSE : WhenUnknown.CAUTION;
        return new SigningAuthority(
                anchors, revocation, new SigningPolicy(whenUnknown, usual.warnDays(), usual.unknownIsJingga()));
    }
}
