package id.espm.signer.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.ca.service.CrlIssuer;
import id.espm.sandbox.ca.service.OcspResponder;
import id.espm.signer.Officials;
import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Answers as no honest service makes them, read from bytes. */
class HostileEvidenceTest {
    private static final int STEP = 3;
    private static final CertificateAuthority CA = Officials.ca();
    private static final IssuedKey REVOKED =
            CA.issue(Officials.profile("Dicabut").build());
    private static final Question QUESTION =
            new Question(REVOKED.certificate(), CA.intermediate().certificate(), Instant.now());
    private static final RevocationSettings SETTINGS = RevocationSettings.usual();
    private static final EvidenceHttp HTTP = new EvidenceHttp(SETTINGS);
    private static final RevocationService OCSP = new OcspService(HTTP, SETTINGS);
    private static final RevocationService CRL = new CrlService(HTTP, SETTINGS);

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @Nested
    class OcspAnswers {
        @Test
        void signedByTheIssuerItselfCount() throws Exception {
            assertThat(OCSP.check(good(CA.intermediate()), QUESTION)).isEqualTo(new Revocation.Good());
        }

        @Test
        void ofAResponderWhoseTimeIsOverDoNotCount() throws Exception {
            Instant end = QUESTION.at().minus(Duration.ofDays(1));
            IssuedKey former = CA.issue(
                    CertificateProfile.signer(Subject.named("Responder lama").build())
                            .extendedKeyUsages("1.3.6.1.5.5.7.3.9")
                            .validity(end.minus(Duration.ofDays(1)), end)
                            .build());

            assertThat(gap(OCSP, good(former))).isEqualTo(RevocationGap.FORGED);
        }

        @Test
        void withAnyByteOfARevocationChangedNeverSayGood() throws Exception {
            CA.revoke(REVOKED.certificate(), RevocationReason.KEY_COMPROMISE);
            requireNeverGood(OCSP, new OcspResponder(CA).answer(new OcspQuery(QUESTION, new SecureRandom()).encoded()));
        }

        private static byte[] good(IssuedKey signer) throws Exception {
            X509CertificateHolder holder = new JcaX509CertificateHolder(signer.certificate());
            BasicOCSPResp answer = new BasicOCSPRespBuilder(new RespID(holder.getSubject()))
                    .addResponse(
                            OcspQuery.idOf(QUESTION),
                            CertificateStatus.GOOD,
                            Date.from(QUESTION.at()),
                            Date.from(QUESTION.at().plus(Duration.ofHours(1))))
                    .build(
                            new JcaContentSignerBuilder("SHA256withRSA").build(signer.privateKey()),
                            new X509CertificateHolder[] {holder},
                            Date.from(QUESTION.at()));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, answer)
                    .getEncoded();
        }
    }

    @Nested
    class Lists {
        @Test
        void withAnyByteOfARevocationChangedNeverSayGood() {
            CA.revoke(REVOKED.certificate(), RevocationReason.KEY_COMPROMISE);
            requireNeverGood(CRL, new CrlIssuer(CA).current(Issuer.INTERMEDIATE));
        }
    }

    @Test
    void structuresWithoutBottomAreMalformed() {
        byte[] deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }

        assertThat(gap(OCSP, deep)).isEqualTo(RevocationGap.MALFORMED);
        assertThat(gap(CRL, deep)).isEqualTo(RevocationGap.MALFORMED);
    }

    @Test
    void lengthsThatLieAreMalformed() {
        byte[] huge = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x30, 0};

        assertThat(gap(OCSP, huge)).isEqualTo(RevocationGap.MALFORMED);
        assertThat(gap(CRL, huge)).isEqualTo(RevocationGap.MALFORMED);
    }

    private static RevocationGap gap(RevocationService service, byte[] answer) {
        return catchThrowableOfType(NoEvidence.class, () -> service.check(answer, QUESTION))
                .gap();
    }

    /** Damage may leave the answer as it is, or spoil it; it may neither turn it round nor stop the program. */
    private static void requireNeverGood(RevocationService service, byte[] answer) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);
        for (int i = 0; i < answer.length; i += STEP) {
            byte[] damaged = answer.clone();
            damaged[i] ^= (byte) (1 << random.nextInt(8));
            requireNotGood(service, damaged);
            requireNotGood(service, Arrays.copyOf(damaged, i));
        }
    }

    private static void requireNotGood(RevocationService service, byte[] damaged) {
        try {
            assertThat(service.check(damaged, QUESTION)).isInstanceOf(Revocation.Revoked.class);
        } catch (NoEvidence e) {
            assertThat(e.gap()).isNotNull();
        }
    }
}
