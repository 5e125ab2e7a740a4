package id.espm.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Officials;
import id.espm.signer.timestamp.TimestampQuery.BadAnswer;
import id.espm.signer.timestamp.TimestampQuery.Granted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** What RFC 3161 §2.4.2 and RFC 5816 ask of an answer, one defect at a time. */
class TimestampAnswerTest {
    private static final UnaryOperator<CertificateProfile.Builder> SOUND = profile -> profile;

    private final TimestampQuery query = new TimestampQuery(
            DigestAlgorithm.SHA256, DigestAlgorithm.SHA256.newDigest().digest(), Optional.empty());

    @Test
    void aSoundAnswerIsTakenWithItsTimeAndAccuracy() throws Exception {
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        Granted granted = query.granted(
                HandmadeAuthority.certified(SOUND).at(time).extending(false).answer(query.encoded()));

        assertThat(granted.genTime()).isEqualTo(time);
        assertThat(granted.accuracy()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anExtendedKeyUsageThatIsNotCriticalIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(profile -> profile.criticalExtendedKeyUsage(false)));
    }

    @Test
    void aCertificateForSomethingElseBesidesIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(profile -> profile.extendedKeyUsages(
                KeyPurposeId.id_kp_timeStamping.getId(), KeyPurposeId.id_kp_emailProtection.getId())));
    }

    @Test
    void aCertificateForSomethingElseIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(
                profile -> profile.extendedKeyUsages(KeyPurposeId.id_kp_OCSPSigning.getId())));
        requireRefused(HandmadeAuthority.certified(profile -> profile.extendedKeyUsages()));
    }

    @Test
    void aKeyThatMayNotSignIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(profile -> profile.keyUsages(Set.of(KeyUse.KEY_ENCIPHERMENT))));
    }

    @Test
    void aTimeOutsideTheCertificatesValidityIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(SOUND).at(Instant.now().minus(Duration.ofDays(4000))));
        requireRefused(HandmadeAuthority.certified(SOUND).at(Instant.now().plus(Duration.ofDays(4000))));
    }

    @Test
    void aTokenThatNamesAnotherCertificateOrNoneIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(SOUND)
                .naming(Optional.of(Officials.ppspm().certificate())));
        requireRefused(HandmadeAuthority.certified(SOUND).naming(Optional.empty()));
    }

    @Test
    void aTokenOfAnotherVersionIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(SOUND).saying(info -> {
            ASN1Encodable[] parts = info.toArray();
            parts[0] = new ASN1Integer(2);
            return new DERSequence(parts);
        }));
    }

    @Test
    void aCriticalExtensionThatIsNotKnownIsRefused() throws Exception {
        requireRefused(HandmadeAuthority.certified(SOUND).extending(true));
    }

    private void requireRefused(HandmadeAuthority authority) throws Exception {
        byte[] answer = authority.answer(query.encoded());
        BadAnswer refusal = catchThrowableOfType(BadAnswer.class, () -> query.granted(answer));

        assertThat(refusal.refused()).isFalse();
        assertThat(refusal.mayPass()).isFalse();
    }
}
