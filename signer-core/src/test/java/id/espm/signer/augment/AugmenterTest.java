package id.espm.signer.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.PkiAddresses.Service;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.LevelGap;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.LevelNotReached;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.timestamp.TimestampSource;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be had is a problem that says what was missing, never a lower level. */
class AugmenterTest {
    @TempDir
    static Path folder;

    private static LivePki pki;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @Test
    void aRevokedSignerIsNamedAsSuch() throws Exception {
        IssuedKey revoked = pki.issue("Budi", KeyAlgorithm.EC_P256);
        pki.ca().revoke(revoked.certificate(), RevocationReason.KEY_COMPROMISE, Instant.now());

        Problem problem = problem(revoked, SigningMethod.longTerm(pki.timestamps(), pki.augmenter()));

        assertThat(problem).isInstanceOfSatisfying(LevelNotReached.class, p -> {
            assertThat(p.cause()).as(p.detail()).isEqualTo(LevelGap.CERTIFICATE_REVOKED);
            assertThat(p.level()).isEqualTo(SignatureLevel.B_LT);
            assertThat(p.detail()).contains("Budi");
        });
    }

    @Test
    void respondersThatAreGoneAreMissingRevocationData() throws Exception {
        LivePki gone = LivePki.start();
        IssuedKey official = gone.issue("Budi", KeyAlgorithm.EC_P256);
        Set<X509Certificate> both = new HashSet<>(pki.ca().anchors());
        both.addAll(gone.ca().anchors());
        Augmenter augmenter = new Augmenter(new TrustAnchors(both), pki.timestamps(), RevocationSettings.usual());
        gone.close();

        Problem problem = problem(official, SigningMethod.archival(pki.timestamps(), augmenter));

        assertThat(problem).isInstanceOfSatisfying(LevelNotReached.class, p -> {
            assertThat(p.cause()).as(p.detail()).isEqualTo(LevelGap.REVOCATION_DATA_MISSING);
            assertThat(p.level()).isEqualTo(SignatureLevel.B_LTA);
            assertThat(p.detail()).contains("Budi");
        });
    }

    @Test
    void theCrlServesWhereThereIsNoOcsp() throws Exception {
        IssuedKey official = pki.ca()
                .issue(Officials.profile("Budi")
                        .services(EnumSet.of(Service.CRL))
                        .build());
        try (SigningKey key = Officials.open(official, folder)) {
            assertThat(signer(SigningMethod.longTerm(pki.timestamps(), pki.augmenter()))
                            .signDetached(new byte[32], key))
                    .isNotEmpty();
        }
    }

    @Test
    void anAuthorityThatFailsLaterStopsTheArchiveTimestamp() throws Exception {
        TimestampUnavailable unavailable =
                new TimestampUnavailable(List.of(), TimestampUnavailable.Obstacle.TOO_SLOW, "");
        AtomicInteger asked = new AtomicInteger();
        TimestampSource once = (algorithm, imprint) -> {
            if (asked.getAndIncrement() > 0) {
                throw new SignerException(unavailable);
            }
            return pki.timestamps().stamp(algorithm, imprint);
        };
        Augmenter augmenter = new Augmenter(pki.anchors(), once, RevocationSettings.usual());

        Problem problem = problem(pki.issue("Budi", KeyAlgorithm.EC_P256), SigningMethod.archival(once, augmenter));

        assertThat(problem).isEqualTo(unavailable);
    }

    @Test
    void whatIsNoSignatureIsRefusedWithoutAnythingElse() {
        SignerException refused = catchThrowableOfType(
                SignerException.class,
                () -> pki.augmenter()
                        .cms(new byte[] {0x30, 0}, DigestAlgorithm.SHA256, new byte[32], SignatureLevel.B_LT));

        assertThat(refused.problem()).isInstanceOf(LevelNotReached.class);
    }

    private static Problem problem(IssuedKey official, SigningMethod method) throws Exception {
        try (SigningKey key = Officials.open(official, folder)) {
            return catchThrowableOfType(
                            SignerException.class, () -> signer(method).signDetached(new byte[32], key))
                    .problem();
        }
    }

    private static CmsSigner signer(SigningMethod method) {
        return new CmsSigner(new CmsSigningRequest(Format.CADES, Officials.context()), method);
    }
}
