package id.espm.signer.trust.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.PkiAddresses.Service;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.service.CrlFault;
import id.espm.sandbox.ca.service.OcspFault;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Asked over real HTTP on loopback. */
class RevocationLookupTest {
    private static final Instant WHEN = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
    private static final Revocation GOOD = new Revocation.Good();

    private static LivePki pki;

    @TempDir
    Path folder;

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

    @Nested
    class Ocsp {
        @Test
        void tellsGoodFromRevoked() {
            assertThat(ask(usual(), issue(Service.OCSP))).isEqualTo(GOOD);
            assertThat(ask(usual(), revoked(RevocationReason.KEY_COMPROMISE, Service.OCSP)))
                    .isEqualTo(new Revocation.Revoked(WHEN, "KEY_COMPROMISE"));
        }

        @ParameterizedTest
        @MethodSource("id.espm.signer.trust.revocation.RevocationLookupTest#ocspFaults")
        void eachFaultHasItsOwnVerdict(OcspFault fault, RevocationGap gap) {
            pki.server().faults().answerOcsp(fault);

            assertThat(ask(usual(), issue(Service.OCSP)))
                    .isInstanceOfSatisfying(
                            Revocation.Unknown.class,
                            unknown -> assertThat(unknown.gap())
                                    .as(unknown.detail())
                                    .isEqualTo(gap));
        }

        @Test
        void answersThatWereSignedAheadCountWhileTheyAreFresh() {
            IssuedKey official = issue(Service.OCSP);
            pki.server().faults().answerOcsp(OcspFault.NO_NONCE);

            assertThat(ask(usual(), official)).isEqualTo(GOOD);
            assertThat(ask(usual(), official, Instant.now().plus(Duration.ofHours(2))))
                    .isInstanceOf(Revocation.Unknown.class);
        }

        @Test
        void answersWithoutAnEndCountForADay() {
            IssuedKey official = issue(Service.OCSP);
            pki.server().faults().answerOcsp(OcspFault.NO_NEXT_UPDATE);

            assertThat(ask(usual(), official, Instant.now().plus(Duration.ofHours(23))))
                    .isEqualTo(GOOD);
            assertThat(ask(usual(), official, Instant.now().plus(Duration.ofHours(25))))
                    .isInstanceOfSatisfying(
                            Revocation.Unknown.class,
                            unknown -> assertThat(unknown.gap()).isEqualTo(RevocationGap.STALE));
        }

        @Test
        void aRevocationCountsHoweverOldItsAnswer() {
            pki.server().faults().answerOcsp(OcspFault.STALE);

            assertThat(ask(usual(), revoked(RevocationReason.SUPERSEDED, Service.OCSP)))
                    .isEqualTo(new Revocation.Revoked(WHEN, "SUPERSEDED"));
        }

        @Test
        void opensslReadsTheQuestion() throws Exception {
            X509Certificate certificate = issue(Service.OCSP).certificate();
            Question question =
                    new Question(certificate, pki.ca().intermediate().certificate(), Instant.now());
            Files.write(folder.resolve("question.der"), new OcspQuery(question, new SecureRandom()).encoded());

            ForeignTool.Result read =
                    Officials.judge("openssl").run(folder, "ocsp", "-reqin", "question.der", "-req_text", "-noverify");

            assertThat(read.output())
                    .contains(
                            "Hash Algorithm: sha1",
                            certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                            "OCSP Nonce");
        }
    }

    @Nested
    class Crl {
        @Test
        void isAskedWhereThereIsNoOcsp() {
            assertThat(ask(usual(), issue(Service.CRL))).isEqualTo(GOOD);
            assertThat(ask(usual(), revoked(RevocationReason.SUPERSEDED, Service.CRL)))
                    .isEqualTo(new Revocation.Revoked(WHEN, "SUPERSEDED"));
        }

        @Test
        void answersWhereOcspDoesNot() {
            pki.server().faults().answerOcsp(OcspFault.DOWN);

            assertThat(ask(usual(), issue(Service.OCSP, Service.CRL))).isEqualTo(GOOD);
            assertThat(ask(usual(), revoked(RevocationReason.KEY_COMPROMISE, Service.OCSP, Service.CRL)))
                    .isEqualTo(new Revocation.Revoked(WHEN, "KEY_COMPROMISE"));
        }

        @ParameterizedTest
        @MethodSource("id.espm.signer.trust.revocation.RevocationLookupTest#crlFaults")
        void eachFaultHasItsOwnVerdict(CrlFault fault, RevocationGap gap) {
            pki.server().faults().answerCrl(fault);

            assertThat(ask(usual(), issue(Service.CRL)))
                    .isInstanceOfSatisfying(
                            Revocation.Unknown.class,
                            unknown -> assertThat(unknown.gap())
                                    .as(unknown.detail())
                                    .isEqualTo(gap));
        }

        @Test
        void ofAnotherPointIsNotBelievedEvenAboutARevocation() {
            pki.server().faults().answerCrl(CrlFault.OTHER_POINT);

            assertThat(ask(usual(), revoked(RevocationReason.SUPERSEDED, Service.CRL)))
                    .isInstanceOf(Revocation.Unknown.class);
        }

        @Test
        void maySayThatAHoldWasLifted() {
            pki.server().faults().answerCrl(CrlFault.REMOVED);

            assertThat(ask(usual(), revoked(RevocationReason.UNSPECIFIED, Service.CRL)))
                    .isEqualTo(GOOD);
        }
    }

    @Nested
    class WithoutAnAnswer {
        @Test
        void theMoreTellingGapIsReported() {
            pki.server().faults().answerOcsp(OcspFault.FORGED);
            pki.server().faults().answerCrl(CrlFault.DOWN);
            assertThat(gap(issue(Service.OCSP, Service.CRL))).isEqualTo(RevocationGap.FORGED);

            pki.server().faults().answerOcsp(OcspFault.DOWN);
            pki.server().faults().answerCrl(CrlFault.STALE);
            assertThat(gap(issue(Service.OCSP, Service.CRL))).isEqualTo(RevocationGap.STALE);
        }

        @Test
        void nobodyAnsweringIsNoAllClear() throws Exception {
            LivePki gone = LivePki.start();
            IssuedKey official = gone.ca().issue(Officials.profile("Budi").build());
            gone.close();

            assertThat(ask(usual(), official))
                    .isInstanceOfSatisfying(
                            Revocation.Unknown.class,
                            unknown -> assertThat(unknown.gap()).isEqualTo(RevocationGap.UNREACHABLE));
        }

        @Test
        void aCertificateMayNameNobodyToAsk() {
            assertThat(gap(issue())).isEqualTo(RevocationGap.NO_ADDRESS);
        }

        @Test
        void anIssuerOfTheSameNameIsNotTheIssuer() {
            CertificateAuthority namesake = CertificateAuthority.inMemory(InstantSource.system());
            try (RevocationLookup lookup = new RevocationLookup(RevocationSettings.usual())) {
                assertThat(lookup.ask(issue(Service.OCSP).certificate(), namesake.anchors(), Instant.now()))
                        .isEqualTo(
                                new Revocation.Unknown(RevocationGap.NO_ISSUER, "CA LATIHAN BSrE (bukan sungguhan)"));
            }
        }

        @Test
        void anEndlessAnswerEndsInTime() {
            pki.server().faults().answerOcsp(OcspFault.SLOW);
            pki.server().faults().answerCrl(CrlFault.SLOW);
            RevocationSettings impatient =
                    RevocationSettings.builder().answer(Duration.ofMillis(700)).build();
            Instant start = Instant.now();

            Revocation told = ask(impatient, issue(Service.OCSP, Service.CRL));

            assertThat(told)
                    .isInstanceOfSatisfying(
                            Revocation.Unknown.class,
                            unknown -> assertThat(unknown.gap()).isEqualTo(RevocationGap.UNREACHABLE));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Nested
    class Kept {
        @Test
        void anAnswerServesASecondTimeWithoutARequest() {
            IssuedKey official = issue(Service.OCSP);
            try (RevocationLookup lookup = new RevocationLookup(usual())) {
                lookup.ask(official.certificate(), official.chain(), Instant.now());
                int before = pki.server().requests();

                assertThat(lookup.ask(official.certificate(), official.chain(), Instant.now()))
                        .isEqualTo(GOOD);
                assertThat(pki.server().requests()).isEqualTo(before);
            }
        }

        @Test
        void aListServesForAllThatItIsAbout() {
            IssuedKey first = issue(Service.CRL);
            IssuedKey second = revoked(RevocationReason.SUPERSEDED, Service.CRL);
            try (RevocationLookup lookup = new RevocationLookup(usual())) {
                lookup.ask(first.certificate(), first.chain(), Instant.now());
                int before = pki.server().requests();

                assertThat(lookup.ask(second.certificate(), second.chain(), Instant.now()))
                        .isEqualTo(new Revocation.Revoked(WHEN, "SUPERSEDED"));
                assertThat(pki.server().requests()).isEqualTo(before);
            }
        }

        @Test
        void anAnswerIsAskedForAgainAfterTheTimeOfTheSettings() {
            IssuedKey official = issue(Service.OCSP);
            RevocationSettings never =
                    RevocationSettings.builder().keep(Duration.ZERO).build();
            try (RevocationLookup lookup = new RevocationLookup(never)) {
                lookup.ask(official.certificate(), official.chain(), Instant.now());
                pki.ca().revoke(official.certificate(), RevocationReason.SUPERSEDED, WHEN);

                assertThat(lookup.ask(official.certificate(), official.chain(), Instant.now()))
                        .isEqualTo(new Revocation.Revoked(WHEN, "SUPERSEDED"));
            }
        }

        @Test
        void anAnswerThatStillHoldsServesWhileNobodyAnswers() {
            IssuedKey official = issue(Service.OCSP);
            RevocationSettings never =
                    RevocationSettings.builder().keep(Duration.ZERO).build();
            try (RevocationLookup lookup = new RevocationLookup(never)) {
                lookup.ask(official.certificate(), official.chain(), Instant.now());
                pki.server().faults().answerOcsp(OcspFault.DOWN);
                assertThat(lookup.ask(official.certificate(), official.chain(), Instant.now()))
                        .isEqualTo(GOOD);

                pki.server().faults().answerOcsp(OcspFault.FORGED);
                assertThat(lookup.ask(official.certificate(), official.chain(), Instant.now()))
                        .isInstanceOf(Revocation.Unknown.class);
            }
        }

        @Test
        void anAnswerServesOfflineInTheNextRunWhileItHolds() {
            IssuedKey official = issue(Service.OCSP);
            ask(inFolder(true), official);
            int before = pki.server().requests();

            assertThat(ask(inFolder(false), official)).isEqualTo(GOOD);
            assertThat(ask(inFolder(false), official, Instant.now().plus(Duration.ofHours(2))))
                    .isEqualTo(new Revocation.Unknown(RevocationGap.NOT_ASKED, ""));
            assertThat(pki.server().requests()).isEqualTo(before);
        }

        @Test
        void aFileThatWasChangedIsThrownAway() throws Exception {
            IssuedKey official = issue(Service.OCSP);
            ask(inFolder(true), official);
            Path kept = onlyFile();
            byte[] content = Files.readAllBytes(kept);
            content[content.length / 2] ^= 1;
            Files.write(kept, content);

            assertThat(ask(inFolder(false), official)).isEqualTo(new Revocation.Unknown(RevocationGap.NOT_ASKED, ""));
            assertThat(kept).doesNotExist();
        }

        @Test
        void theAnswerAboutAnotherDoesNotServe() throws Exception {
            IssuedKey good = issue(Service.OCSP);
            IssuedKey revoked = revoked(RevocationReason.KEY_COMPROMISE, Service.OCSP);
            ask(inFolder(true), revoked);
            Path ofRevoked = onlyFile();
            Files.delete(ofRevoked);
            ask(inFolder(true), good);
            Files.move(onlyFile(), ofRevoked);

            assertThat(ask(inFolder(false), revoked)).isEqualTo(new Revocation.Unknown(RevocationGap.NOT_ASKED, ""));
        }

        private RevocationSettings inFolder(boolean online) {
            return RevocationSettings.builder()
                    .online(online)
                    .cacheFolder(folder.resolve("kept"))
                    .build();
        }

        private Path onlyFile() throws Exception {
            try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
                List<Path> all = files.toList();
                assertThat(all).hasSize(1);
                return all.getFirst();
            }
        }
    }

    static Stream<Arguments> ocspFaults() {
        return Stream.of(
                arguments(OcspFault.STALE, RevocationGap.STALE),
                arguments(OcspFault.FROM_THE_FUTURE, RevocationGap.STALE),
                arguments(OcspFault.FORGED, RevocationGap.FORGED),
                arguments(OcspFault.FORGED_BY_UNDELEGATED, RevocationGap.FORGED),
                arguments(OcspFault.WRONG_NONCE, RevocationGap.WRONG_NONCE),
                arguments(OcspFault.OTHER_CERTIFICATE, RevocationGap.WRONG_NONCE),
                arguments(OcspFault.TRY_LATER, RevocationGap.NOT_TOLD),
                arguments(OcspFault.GARBAGE, RevocationGap.MALFORMED),
                arguments(OcspFault.DOWN, RevocationGap.UNREACHABLE));
    }

    static Stream<Arguments> crlFaults() {
        return Stream.of(
                arguments(CrlFault.STALE, RevocationGap.STALE),
                arguments(CrlFault.FORGED, RevocationGap.FORGED),
                arguments(CrlFault.OTHER_POINT, RevocationGap.NOT_TOLD),
                arguments(CrlFault.AUTHORITIES_ONLY, RevocationGap.NOT_TOLD),
                arguments(CrlFault.INDIRECT, RevocationGap.NOT_TOLD),
                arguments(CrlFault.DELTA, RevocationGap.NOT_TOLD),
                arguments(CrlFault.GARBAGE, RevocationGap.MALFORMED),
                arguments(CrlFault.DOWN, RevocationGap.UNREACHABLE));
    }

    private static RevocationSettings usual() {
        return RevocationSettings.usual();
    }

    private static IssuedKey issue(Service... services) {
        EnumSet<Service> named = EnumSet.noneOf(Service.class);
        named.addAll(List.of(services));
        return pki.ca().issue(Officials.profile("Budi").services(named).build());
    }

    private static IssuedKey revoked(RevocationReason reason, Service... services) {
        IssuedKey key = issue(services);
        pki.ca().revoke(key.certificate(), reason, WHEN);
        return key;
    }

    private static RevocationGap gap(IssuedKey official) {
        return ((Revocation.Unknown) ask(usual(), official)).gap();
    }

    private static Revocation ask(RevocationSettings settings, IssuedKey official) {
        return ask(settings, official, Instant.now());
    }

    private static Revocation ask(RevocationSettings settings, IssuedKey official, Instant at) {
        try (RevocationLookup lookup = new RevocationLookup(settings)) {
            return lookup.ask(official.certificate(), official.chain(), at);
        }
    }
}
