package id.espm.app.signing;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.authority.SigningPolicy;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.KeyOpening;
import id.espm.signer.key.PassphraseThrottle;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Opens the official's key file for a program that stays open, and says whether he may sign with it. Guessing is slowed down. */
public final class KeyDesk implements AutoCloseable {
    private final KeyOpening opening;
    private final SigningAuthority authority;
    private final PassphraseThrottle throttle;
    private final InstantSource clock;

    private volatile Optional<Assessment> last = Optional.empty();

    /** @param authority closed with this */
    public KeyDesk(KeyOpening opening, SigningAuthority authority, InstantSource clock) {
        this.opening = opening;
        this.authority = authority;
        this.throttle = new PassphraseThrottle(clock);
        this.clock = clock;
    }

    /** One for a user who has set up nothing. */
    public static KeyDesk usual(InstantSource clock) {
        SigningAuthority authority =
                new SigningAuthority(TrustAnchors.none(), RevocationSettings.usual(), SigningPolicy.usual());
        return new KeyDesk(KeyOpening.usual(), authority, clock);
    }

    /** What is no key file at all, which needs no passphrase to see. */
    public Optional<Problem> objectionToKind(Path file) {
        return KeyFile.objectionToKind(file);
    }

    /**
     * Opens the key, with the issuers that were found when it was looked at before.
     *
     * @param passphrase stays the caller's to wipe
     * @throws SignerException one of the {@link Problem.OfKey} cases, {@link Problem.PassphraseThrottled} among them
     */
    public SigningKey open(Path file, Secret passphrase) throws SignerException {
        SigningKey key = throttle.attempt(file.toString(), () -> KeyFile.open(file, passphrase, opening));
        return last.filter(seen -> seen.chain().getFirst().equals(key.certificate()))
                .map(seen -> seen.complete(key))
                .orElse(key);
    }

    /** Whether the official may sign with it now. Asks over the network where the settings say so. */
    public Assessment assess(SigningKey key) {
        return assess(key.chain());
    }

    /** The same for certificates that were seen before, which needs no key and no passphrase. */
    public Assessment assess(List<X509Certificate> chain) {
        Assessment assessment = authority.assess(AssessmentRequest.of(chain, clock.instant()));
        last = Optional.of(assessment);
        return assessment;
    }

    /** Whose certificate it is, as the settings say where its NIK stands. */
    public CertificateIdentity identity(X509Certificate certificate) {
        return CertificateIdentity.of(certificate, opening.nikPlaces());
    }

    /** Whether a certificate is a trust anchor by itself. */
    public boolean trusts(X509Certificate certificate) {
        return authority.anchors().certificates().contains(certificate);
    }

    @Override
    public void close() {
        authority.close();
    }
}
