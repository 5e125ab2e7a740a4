package id.espm.signer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.ByteSource;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.cms.CmsVerifier;
import id.espm.signer.key.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which the two judges can differ. */
class SecondJudgeTest {
    @TempDir
    static Path folder;

    private static LivePki pki;
    private static byte[] stamped;

    @BeforeAll
    static void sign() throws Exception {
        pki = LivePki.start();
        Path adk = Files.write(folder.resolve("adk.zip"), new byte[] {1, 2, 3});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(pki.issue("Siti", id.espm.sandbox.ca.KeyAlgorithm.RSA_2048), folder)) {
            new AdkSigner(Officials.context(), pki.method(SignatureLevel.B_T)).sign(CheckedFile.of(adk), key, out);
        }
        stamped = out.toByteArray();
    }

    @AfterAll
    static void stop() {
        pki.close();
    }

    @Test
    void bothMustAgreeForAValidSignature() throws Exception {
        FileReport report = judge(stamped, new Asked(at -> given(Verdict.valid(), at)));

        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(only(report).opinion()).isPresent();
    }

    @Test
    void theWorseVerdictCounts() throws Exception {
        Verdict revoked = new Verdict.Invalid(Finding.of(Kind.REVOKED));
        Verdict later = new Verdict.Indeterminate(Finding.of(Kind.NO_CERTIFICATE_CHAIN_FOUND));

        assertThat(judge(stamped, new Asked(at -> given(revoked, at))).verdict())
                .isEqualTo(revoked);
        assertThat(judge(stamped, new Asked(at -> given(later, at))).verdict()).isEqualTo(later);
    }

    @Test
    void aSignatureThatTheSecondDoesNotSeeIsDoubtful() throws Exception {
        FileReport report = judge(stamped, new Asked(at -> new SecondOpinion.Given(Map.of(), Optional.empty())));

        assertThat(report.verdict()).isEqualTo(new Verdict.Indeterminate(Finding.of(Kind.NO_SECOND_OPINION)));
    }

    @Test
    void aFileThatTheSecondCannotReadIsDoubtful() throws Exception {
        FileReport report = judge(stamped, new Asked(at -> new SecondOpinion.Refused("too deep")));

        assertThat(report.verdict())
                .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.NO_SECOND_OPINION, "too deep")));
    }

    @Test
    void aFileThatIsTooLargeForTheSecondKeepsTheFirstVerdictAndSaysSo() throws Exception {
        FileReport report = judge(stamped, new Asked(at -> new SecondOpinion.NotAsked("9 bytes, limit 8")));

        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(only(report).modifications()).containsExactly("no second opinion: 9 bytes, limit 8");
    }

    @Test
    void whatTheFirstRefusesIsNotPutBeforeTheSecond() throws Exception {
        Asked judge = new Asked(at -> given(Verdict.valid(), at));

        FileReport report = judge(changed(), judge);

        assertThat(report.verdict()).isInstanceOf(Verdict.Invalid.class);
        assertThat(judge.times).isEmpty();
    }

    @Test
    void unlessReportsAreWanted() throws Exception {
        Asked judge = new Asked(at -> given(Verdict.valid(), at));
        judge.reports = true;

        FileReport report = judge(changed(), judge);

        assertThat(report.verdict()).isInstanceOf(Verdict.Invalid.class);
        assertThat(report.etsiReports()).containsExactly("<report/>");
    }

    @Test
    void whatIsTooMuchForTheFirstIsNotPutBeforeTheSecondAndNothingInItIsValid() throws Exception {
        Asked judge = new Asked(at -> given(Verdict.valid(), at));
        Finding tooMuch = new Finding(Kind.BEYOND_BOUNDS, "too many revisions");
        SignatureReport sound = only(judge(stamped, judge));
        SignatureReport unread = sound.with(new Verdict.Indeterminate(tooMuch), Optional.empty());
        judge.times.clear();

        Hearing.Outcome outcome = Hearing.hear(
                new VerificationSettings(pki.anchors(), Instant.now()).hearing(judge),
                List.of(new FirstJudgement(unread, Optional.empty()), new FirstJudgement(sound, Optional.empty())),
                (second, at) -> second.enveloping(ByteSource.of(stamped), at));

        assertThat(judge.times).isEmpty();
        assertThat(outcome.reports())
                .extracting(SignatureReport::verdict)
                .containsExactly(
                        new Verdict.Indeterminate(tooMuch),
                        new Verdict.Indeterminate(new Finding(Kind.NO_SECOND_OPINION, "too many revisions")));
    }

    @Nested
    class WhereOnlyTimeIsAgainstIt {
        private final Instant years = Instant.now().plus(Duration.ofDays(4000));
        private final Verdict outOfTime = new Verdict.Indeterminate(Finding.of(Kind.OUT_OF_BOUNDS_NO_POE));

        private SecondOpinion byTime(Instant at) {
            return given(at.isBefore(years) ? Verdict.valid() : outOfTime, at);
        }

        @Test
        void itIsJudgedAsOfItsTimestamp() throws Exception {
            FileReport report = judge(stamped, new Asked(this::byTime), years);

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(only(report).opinion().orElseThrow().judgedAt())
                    .isEqualTo(only(report).provenTime().orElseThrow().plusSeconds(1));
        }

        @Test
        void butNotWhereWordOnRevocationIsWanted() throws Exception {
            Asked judge = new Asked(this::byTime);
            judge.revocation = true;

            assertThat(judge(stamped, judge, years).verdict()).isEqualTo(outOfTime);
        }

        @Test
        void andNotWhereItIsDoubtfulOnThatDayToo() throws Exception {
            assertThat(judge(stamped, new Asked(at -> given(outOfTime, at)), years)
                            .verdict())
                    .isEqualTo(outOfTime);
        }

        @Test
        void aRevokedCertificateIsNoMatterOfTime() throws Exception {
            Verdict revoked = new Verdict.Indeterminate(Finding.of(Kind.REVOKED_NO_POE));
            Asked judge = new Asked(at -> given(revoked, at));

            assertThat(judge(stamped, judge, years).verdict()).isEqualTo(revoked);
            assertThat(judge.times).containsExactly(years);
        }
    }

    /** A second judge who says what the test has it say. */
    private static final class Asked implements SecondJudge {
        private final Function<Instant, SecondOpinion> answer;
        private final List<Instant> times = new ArrayList<>();
        private boolean reports;
        private boolean revocation;

        Asked(Function<Instant, SecondOpinion> answer) {
            this.answer = answer;
        }

        @Override
        public boolean reportsEverything() {
            return reports;
        }

        @Override
        public boolean wantsRevocation() {
            return revocation;
        }

        @Override
        public SecondOpinion pdf(FileRegion pdf, Instant at) {
            throw new AssertionError("there is no PDF here");
        }

        @Override
        public SecondOpinion enveloping(ByteSource cms, Instant at) {
            times.add(at);
            return answer.apply(at);
        }

        @Override
        public SecondOpinion detached(ByteSource cms, ByteSource content, Instant at) {
            throw new AssertionError("there is no detached signature here");
        }
    }

    private static SecondOpinion given(Verdict verdict, Instant at) {
        SignatureOpinion opinion =
                new SignatureOpinion(verdict, at, "CAdES-BASELINE-T", List.of(), List.of(), List.of());
        return new SecondOpinion.Given(Map.of(value(), opinion), Optional.of("<report/>"));
    }

    private static Sha256 value() {
        try {
            return new CmsVerifier()
                    .verifyEnveloping(new ByteArrayInputStream(stamped), OutputStream.nullOutputStream())
                    .signatures()
                    .getFirst()
                    .value();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** With one bit of the signature value turned. */
    private static byte[] changed() {
        byte[] bytes = stamped.clone();
        int content = bytes.length / 2;
        for (int i = 0; i < bytes.length - 2; i++) {
            if (bytes[i] == 1 && bytes[i + 1] == 2 && bytes[i + 2] == 3) {
                content = i;
            }
        }
        bytes[content] ^= 1;
        return bytes;
    }

    private static SignatureReport only(FileReport report) {
        assertThat(report.signatures()).hasSize(1);
        return report.signatures().getFirst();
    }

    private static FileReport judge(byte[] cms, SecondJudge judge) throws Exception {
        return judge(cms, judge, Instant.now());
    }

    private static FileReport judge(byte[] cms, SecondJudge judge, Instant at) throws Exception {
        VerificationSettings settings = new VerificationSettings(pki.anchors(), at).hearing(judge);
        return new CmsFileVerifier(settings)
                .verifyEnveloping("adk.zip.p7m", ByteSource.of(cms), OutputStream.nullOutputStream());
    }
}
