package id.espm.signer.authority;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.PkiServer;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.PkiAddresses.Service;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.service.CrlFault;
import id.espm.sandbox.ca.service.OcspFault;
import id.espm.signer.Caution;
import id.espm.signer.Jabatan;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.IssuerNotTrusted;
import id.espm.signer.Problem.IssuerNotTrusted.ChainGap;
import id.espm.signer.RevocationGap;
import id.espm.signer.Satker;
import id.espm.signer.SignerRole;
import id.espm.signer.authority.SigningPolicy.WhenUnknown;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.revocation.Revocation;
import id.espm.signer.trust.revocation.RevocationLookup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked over real HTTP on loopback; each fault has its own verdict. */
class SigningAuthorityTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String INTERMEDIATE = "CA LATIHAN BSrE (bukan sungguhan)";
    private static final SigningPolicy STRICT = new SigningPolicy(WhenUnknown.REFUSE, 30, true);

    private static LivePki pki;

    @BeforeAll
    static void start() throws Exception {
        pki = LivePki.start();
    }

    @AfterEach
    void endFaults() {
        pki.server().faults().end();
    }

    @AfterAll
    static void stop() {
        pki.close();
    }

    @Test
    void whoHasAGoodCertificateMaySign() {
        IssuedKey official = issue(profile());

        Assessment assessment = assess(official);

        assertThat(assessment.objection()).isEmpty();
        assertThat(assessment.cautions()).isEmpty();
        assertThat(assessment.light()).isEqualTo(Light.HIJAU);
        assertThat(assessment.chain()).isEqualTo(official.chain());
        assertThat(assessment.revocation()).isEqualTo(new Revocation.Good());
        assertThat(assessment.grounds()).extracting(Ground::check).containsExactly(Check.values());
        assertThat(assessment.outcome(Check.APPOINTMENT)).isEqualTo(new Outcome.NotChecked());
    }

    @Nested
    class TheCertificate {
        @Test
        void thatHasExpiredMayNotSignAndNobodyIsAskedAboutIt() {
            Instant end = NOW.minus(DAY);
            IssuedKey official = issue(profile().validity(NOW.minus(DAY.multipliedBy(9)), end));
            int before = pki.server().requests();

            Assessment assessment = assess(official);

            assertThat(assessment.objection()).contains(new Problem.CertificateExpired(end));
            assertThat(assessment.light()).isEqualTo(Light.MERAH);
            assertThat(assessment.outcome(Check.REVOCATION)).isEqualTo(new Outcome.NotChecked());
            assertThat(pki.server().requests()).isEqualTo(before);
        }

        @Test
        void thatIsNotYetValidMayNotSign() {
            Instant begin = NOW.plus(DAY);

            assertThat(assess(issue(profile().validity(begin, NOW.plus(DAY.multipliedBy(9)))))
                            .objection())
                    .contains(new Problem.CertificateNotYetValid(begin));
        }

        @Test
        void thatEndsSoonIsJingga() {
            Instant end = NOW.plus(DAY.multipliedBy(10));

            Assessment assessment = assess(issue(profile().validity(NOW.minus(DAY), end)));

            assertThat(assessment.cautions()).containsExactly(new Caution.ExpiresSoon(end, 10));
            assertThat(assessment.light()).isEqualTo(Light.JINGGA);
        }

        @Test
        void forAnotherUseMayNotSign() {
            assertThat(assess(issue(profile().keyUsages(EnumSet.of(KeyUse.KEY_ENCIPHERMENT))))
                            .objection())
                    .contains(new Problem.WrongKeyUsage(List.of("keyEncipherment")));
        }

        @Test
        void ofAServiceMayNotSign() {
            assertThat(assess(issue(profile().extendedKeyUsages("1.3.6.1.5.5.7.3.8")))
                            .objection())
                    .contains(new Problem.WrongKeyUsage(List.of("timeStamping")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.10.3.12", "1.2.3.4"})
        void ofAnyOtherPurposeMaySign(String purpose) {
            assertThat(assess(issue(profile().extendedKeyUsages(purpose))).objection())
                    .isEmpty();
        }

        @Test
        void ofAShortKeyIsJinggaAndOfAShorterOneMayNotSign() {
            Assessment weak = assess(pki.ca().issue(profile().build(), KeyAlgorithm.rsaOf(1024)));
            Assessment worse = assess(pki.ca().issue(profile().build(), KeyAlgorithm.rsaOf(768)));

            assertThat(weak.cautions()).containsExactly(new Caution.WeakAlgorithm("RSA-1024"));
            assertThat(weak.light()).isEqualTo(Light.JINGGA);
            assertThat(worse.objection()).contains(new Problem.CertificateTooWeak("RSA-768"));
        }
    }

    @Nested
    class TheIssuer {
        @Test
        void thatIsUnknownIsRefusedAndNotAsked() throws Exception {
            CertificateAuthority stranger =
                    CertificateAuthority.stranger(InstantSource.system(), PkiAddresses.onFreePort());
            try (PkiServer services = PkiServer.start(stranger)) {
                Assessment assessment = assess(stranger.issue(profile().build()));

                assertThat(assessment.objection())
                        .contains(new IssuerNotTrusted(
                                "Root CA LAIN LATIHAN (bukan sungguhan)", ChainGap.UNKNOWN_ISSUER));
                assertThat(services.requests()).isZero();
            }
        }

        @Test
        void thatIsMissingIsFetchedWhereTheSettingsAllowIt() {
            IssuedKey official = issue(profile());

            assertThat(assess(official.withoutIssuers()).light()).isEqualTo(Light.HIJAU);
            assertThat(assess(official.withoutIssuers()).chain()).isEqualTo(official.chain());
        }

        @Test
        void isNotFetchedWhereThoseAtHandLeadToAnAnchor() {
            IssuedKey alone =
                    issue(profile().services(EnumSet.of(Service.CA_ISSUERS))).withoutIssuers();
            TrustAnchors intermediate =
                    new TrustAnchors(Set.of(pki.ca().intermediate().certificate()));
            int before = pki.server().requests();

            Assessment assessment = assess(alone, intermediate, RevocationSettings.usual(), SigningPolicy.usual());

            assertThat(assessment.outcome(Check.CHAIN)).isEqualTo(new Outcome.Passed());
            assertThat(pki.server().requests()).isEqualTo(before);
        }

        @Test
        void thatIsMissingIsRefusedWhereItCannotBeFetched() {
            IssuedKey alone = issue(profile()).withoutIssuers();
            IssuerNotTrusted missing = new IssuerNotTrusted(INTERMEDIATE, ChainGap.INTERMEDIATE_MISSING);
            RevocationSettings forbidden =
                    RevocationSettings.builder().fetchIssuers(false).build();

            assertThat(assess(alone, rootOnly(), forbidden, SigningPolicy.usual())
                            .objection())
                    .contains(missing);
            pki.server().faults().hideIssuers();
            assertThat(assess(alone).objection()).contains(missing);
        }

        @Test
        void thatIsRevokedEndsTheChainEvenAsAnAnchor() throws Exception {
            try (LivePki other = LivePki.start()) {
                IssuedKey official = other.ca().issue(profile().build());
                IssuerNotTrusted revoked = new IssuerNotTrusted(INTERMEDIATE, ChainGap.ISSUER_REVOKED);
                other.ca()
                        .revoke(
                                Issuer.ROOT,
                                other.ca().intermediate().certificate().getSerialNumber(),
                                RevocationReason.KEY_COMPROMISE,
                                NOW);

                assertThat(assess(
                                        official,
                                        new TrustAnchors(
                                                Set.of(other.ca().root().certificate())),
                                        RevocationSettings.usual(),
                                        SigningPolicy.usual())
                                .objection())
                        .contains(revoked);
                assertThat(assess(official, other.anchors(), RevocationSettings.usual(), SigningPolicy.usual())
                                .objection())
                        .contains(revoked);
            }
        }

        @Test
        void isNotJudgedWithoutAnchorsAndRevocationIsAskedAllTheSame() {
            IssuedKey official = issue(profile());

            Assessment assessment =
                    assess(official, TrustAnchors.none(), RevocationSettings.usual(), SigningPolicy.usual());

            assertThat(assessment.cautions()).containsExactly(new Caution.IssuerNotJudged(INTERMEDIATE));
            assertThat(assessment.light()).isEqualTo(Light.HIJAU);
            assertThat(assessment.revocation()).isEqualTo(new Revocation.Good());
            assertThat(assess(official, TrustAnchors.none(), RevocationSettings.usual(), STRICT)
                            .light())
                    .isEqualTo(Light.JINGGA);
        }
    }

    @Nested
    class Revoked {
        @Test
        void byOcspMayNotSign() {
            requireRefused(issue(profile().services(EnumSet.of(Service.OCSP))));
        }

        @Test
        void byTheCrlMayNotSign() {
            requireRefused(issue(profile().services(EnumSet.of(Service.CRL))));
        }

        private void requireRefused(IssuedKey official) {
            pki.ca().revoke(official.certificate(), RevocationReason.AFFILIATION_CHANGED, NOW);

            Assessment assessment = assess(official);

            assertThat(assessment.objection()).contains(new Problem.CertificateRevoked(NOW, "AFFILIATION_CHANGED"));
            assertThat(assessment.light()).isEqualTo(Light.MERAH);
        }
    }

    @Nested
    class WhereNobodySaysWhetherItIsRevoked {
        @Test
        void heMaySignAndIsTold() {
            pki.server().faults().answerOcsp(OcspFault.DOWN);
            pki.server().faults().answerCrl(CrlFault.DOWN);

            Assessment assessment = assess(issue(profile()));

            assertThat(assessment.objection()).isEmpty();
            assertThat(assessment.light()).isEqualTo(Light.HIJAU);
            assertThat(assessment.cautions())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Caution.RevocationUnknown.class,
                            caution -> assertThat(caution.gap()).isEqualTo(RevocationGap.UNREACHABLE));
        }

        @Test
        void heMayNotSignUnderAStrictPolicy() {
            pki.server().faults().answerOcsp(OcspFault.STALE);
            pki.server().faults().answerCrl(CrlFault.DOWN);

            assertThat(assess(issue(profile()), rootOnly(), RevocationSettings.usual(), STRICT)
                            .objection())
                    .containsInstanceOf(Problem.RevocationNotKnown.class);
        }

        @Test
        void offlineIsLikeNobody() {
            RevocationSettings offline =
                    RevocationSettings.builder().online(false).build();

            assertThat(assess(issue(profile()), rootOnly(), offline, SigningPolicy.usual())
                            .cautions())
                    .containsExactly(new Caution.RevocationUnknown(RevocationGap.NOT_ASKED, ""));
        }

        @Test
        void aForgedAnswerIsJingga() {
            pki.server().faults().answerOcsp(OcspFault.FORGED);
            pki.server().faults().answerCrl(CrlFault.FORGED);

            Assessment assessment = assess(issue(profile()));

            assertThat(assessment.objection()).isEmpty();
            assertThat(assessment.light()).isEqualTo(Light.JINGGA);
            assertThat(((Revocation.Unknown) assessment.revocation()).gap()).isEqualTo(RevocationGap.FORGED);
        }

        @Test
        void anIssuerOfWhichNobodySaysAnythingCountsLikeTheCertificate(@TempDir Path folder) {
            IssuedKey official = issue(profile());
            RevocationSettings keeping =
                    RevocationSettings.builder().cacheFolder(folder).build();
            try (RevocationLookup lookup = new RevocationLookup(keeping)) {
                lookup.ask(official.certificate(), official.chain(), NOW);
            }
            pki.server().faults().answerOcsp(OcspFault.DOWN);
            pki.server().faults().answerCrl(CrlFault.DOWN);

            Assessment assessment = assess(official, rootOnly(), keeping, STRICT);

            assertThat(assessment.revocation()).isEqualTo(new Revocation.Good());
            assertThat(assessment.objection())
                    .as("the intermediate's status is not known")
                    .containsInstanceOf(Problem.RevocationNotKnown.class);
            assertThat(assess(official, pki.anchors(), keeping, STRICT).objection())
                    .as("it is an anchor")
                    .isEmpty();
        }
    }

    @Nested
    class WhatEspmKnows {
        private final IssuedKey official = issue(profile());
        private final String serial = official.certificate().getSerialNumber().toString(16);
        private final SignerRole role = new SignerRole(Jabatan.PPSPM, new Satker("527010"));

        @Test
        void letsTheOfficialSignInThePositionHeHolds() {
            Assessment assessment = assess(new Registration(Set.of(serial), Set.of(role), Optional.of("Issue")));

            assertThat(assessment.objection()).isEmpty();
            assertThat(assessment.grounds()).extracting(Ground::outcome).containsOnly(new Outcome.Passed());
        }

        @Test
        void mustIncludeTheCertificate() {
            assertThat(assess(new Registration(Set.of("1234"), Set.of(role), Optional.empty()))
                            .objection())
                    .containsInstanceOf(Problem.SerialNotRegistered.class);
        }

        @Test
        void mustIncludeThePositionAtThatSatker() {
            SignerRole elsewhere = new SignerRole(Jabatan.PPSPM, new Satker("527011"));

            assertThat(assess(new Registration(Set.of(serial), Set.of(elsewhere), Optional.empty()))
                            .objection())
                    .contains(new Problem.NotAppointed(Jabatan.PPSPM, new Satker("527010")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"New", "On Set Passphrase", "Enroll", "REVOKE", ""})
        void mustSayThatTheSignatureIsIssued(String status) {
            assertThat(assess(new Registration(Set.of(serial), Set.of(role), Optional.of(status)))
                            .objection())
                    .contains(new Problem.DsNotIssued(status));
        }

        @Test
        void maySpellTheSerialNumberInItsOwnWay() {
            Registration spelt = new Registration(Set.of("00:ab:0C"), Set.of(), Optional.empty());

            assertThat(spelt.knows("AB0C")).isTrue();
            assertThat(spelt.knows("ab0c00")).isFalse();
        }

        private Assessment assess(Registration registration) {
            return SigningAuthorityTest.assess(
                    new AssessmentRequest(official.chain(), Optional.of(role), Optional.of(registration), NOW),
                    rootOnly(),
                    RevocationSettings.usual(),
                    SigningPolicy.usual());
        }
    }

    @Test
    void theFirstObjectionIsToldAndNoneIsHidden() {
        Instant end = NOW.minus(DAY);
        IssuedKey official = issue(
                profile().validity(NOW.minus(DAY.multipliedBy(9)), end).keyUsages(EnumSet.of(KeyUse.KEY_AGREEMENT)));

        Assessment assessment = assess(official);

        assertThat(assessment.objection()).contains(new Problem.CertificateExpired(end));
        assertThat(assessment.outcome(Check.KEY_USAGE))
                .isEqualTo(new Outcome.Refused(new Problem.WrongKeyUsage(List.of("keyAgreement"))));
    }

    private static CertificateProfile.Builder profile() {
        return Officials.profile("Budi");
    }

    private static IssuedKey issue(CertificateProfile.Builder profile) {
        return pki.ca().issue(profile.build());
    }

    private static TrustAnchors rootOnly() {
        return new TrustAnchors(Set.of(pki.ca().root().certificate()));
    }

    private static Assessment assess(IssuedKey official) {
        return assess(official, rootOnly(), RevocationSettings.usual(), SigningPolicy.usual());
    }

    private static Assessment assess(
            IssuedKey official, TrustAnchors anchors, RevocationSettings settings, SigningPolicy policy) {
        return assess(AssessmentRequest.of(official.chain(), NOW), anchors, settings, policy);
    }

    private static Assessment assess(
            AssessmentRequest request, TrustAnchors anchors, RevocationSettings settings, SigningPolicy policy) {
        try (SigningAuthority authority = new SigningAuthority(anchors, settings, policy)) {
            return authority.assess(request);
        }
    }
}
