package id.espm.signer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.Subject;
import id.espm.signer.Finding;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsClaims;
import id.espm.signer.cms.CmsEvidence;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.trust.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The time that timestamps prove, where an authority has expired since. */
class ProvenTimeTest {
    private static final Instant SIGNED = Instant.now();
    private static final Instant ARCHIVED = SIGNED.plus(Duration.ofDays(300));
    private static final Instant LATER = SIGNED.plus(Duration.ofDays(2000));

    private final X509Certificate shortLived = authority(365);
    private final X509Certificate longLived = authority(3000);

    @Test
    void anAuthorityThatIsStillValidProvesItsTime() {
        assertThat(proven(List.of(stamp(longLived, SIGNED)), List.of(), LATER)).contains(SIGNED);
    }

    @Test
    void anAuthorityThatHasExpiredProvesNothing() {
        assertThat(proven(List.of(stamp(shortLived, SIGNED)), List.of(), LATER)).isEmpty();
    }

    @Test
    void anArchiveTimestampByAnotherAuthorityKeepsTheProof() {
        assertThat(proven(List.of(stamp(shortLived, SIGNED)), List.of(stamp(longLived, ARCHIVED)), LATER))
                .contains(SIGNED);
    }

    @Test
    void anArchiveTimestampThatCameTooLateProvesOnlyItsOwnTime() {
        Instant tooLate = SIGNED.plus(Duration.ofDays(500));

        assertThat(proven(List.of(stamp(shortLived, SIGNED)), List.of(stamp(longLived, tooLate)), LATER))
                .contains(tooLate);
    }

    @Test
    void anArchiveTimestampThatDoesNotHoldKeepsNothing() {
        CmsTimestamp broken = new CmsTimestamp(
                new Verdict.Invalid(Finding.of(Finding.Kind.TIMESTAMP_BROKEN)),
                Optional.of(ARCHIVED),
                Optional.of(longLived),
                List.of());

        assertThat(proven(List.of(stamp(shortLived, SIGNED)), List.of(broken), LATER))
                .isEmpty();
    }

    @Test
    void aTimestampFromTheFutureProvesNothing() {
        assertThat(proven(List.of(stamp(longLived, LATER)), List.of(), SIGNED)).isEmpty();
    }

    private static Optional<Instant> proven(List<CmsTimestamp> own, List<CmsTimestamp> archive, Instant at) {
        CmsEvidence evidence = new CmsEvidence(own, false, archive);
        CmsSignature signature = new CmsSignature(
                Sha256.of(new byte[1]),
                Verdict.valid(),
                Optional.of(Officials.ppspm().certificate()),
                Officials.ppspm().chain(),
                new CmsClaims(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                "SHA256WITHRSA",
                true,
                Optional.empty(),
                false,
                List.of(),
                evidence);
        TrustAnchors anchors = new TrustAnchors(new HashSet<>(Officials.ca().anchors()));
        return new SignatureJudge(new VerificationSettings(anchors, at)).provenTime(signature, evidence);
    }

    private static CmsTimestamp stamp(X509Certificate authority, Instant time) {
        return new CmsTimestamp(Verdict.valid(), Optional.of(time), Optional.of(authority), List.of(authority));
    }

    private static X509Certificate authority(int days) {
        return Officials.ca()
                .issue(CertificateProfile.timeStamping(
                                Subject.named("TSA " + days + " hari").build())
                        .validity(SIGNED.minus(Duration.ofDays(1)), SIGNED.plus(Duration.ofDays(days)))
                        .build())
                .certificate();
    }
}
