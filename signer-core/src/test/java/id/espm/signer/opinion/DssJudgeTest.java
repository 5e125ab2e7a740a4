package id.espm.signer.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Finding.Kind;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.dss.OnlineSources;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.SignatureOpinion;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both judges over what this program signs, with and without a network, before and after certificates end. */
class DssJudgeTest {
    private static final Instant AFTER_THE_SIGNERS_END = Instant.now().plus(Duration.ofDays(1000));

    @TempDir
    Path folder;

    private LivePki pki;
    private IssuedKey siti;

    @BeforeEach
    void startPki() throws Exception {
        pki = LivePki.start();
        siti = pki.issue("Siti", KeyAlgorithm.RSA_2048);
    }

    @AfterEach
    void stopPki() {
        pki.close();
    }

    @Nested
    class WithoutANetwork {
        @ParameterizedTest
        @EnumSource(SignatureLevel.class)
        void everyLevelIsValidWhileTheCertificateIs(SignatureLevel level) throws Exception {
            SignatureReport report = judge(sign(level), Optional.empty(), Instant.now());

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(report.opinion().orElseThrow().format())
                    .endsWith("BASELINE-" + level.label().substring(2));
        }

        @ParameterizedTest
        @EnumSource(SignatureLevel.class)
        void afterItsEndATimestampIsNeeded(SignatureLevel level) throws Exception {
            SignatureReport report = judge(sign(level), Optional.empty(), AFTER_THE_SIGNERS_END);

            if (level == SignatureLevel.B_B) {
                assertIndeterminate(report, Kind.OUT_OF_BOUNDS_NO_POE);
            } else {
                assertThat(report.verdict()).isEqualTo(Verdict.valid());
            }
        }

        @Test
        void aLongTermSignatureNeedsNoGoingBackToItsTimestamp() throws Exception {
            SignatureReport report = judge(sign(SignatureLevel.B_LTA), Optional.empty(), AFTER_THE_SIGNERS_END);

            assertThat(report.opinion().orElseThrow().judgedAt()).isEqualTo(AFTER_THE_SIGNERS_END);
        }

        @Test
        void wordOnRevocationIsTakenFromTheFile() throws Exception {
            SignatureReport report = judge(sign(SignatureLevel.B_LT), Optional.empty(), Instant.now());

            assertThat(report.opinion().orElseThrow().chain().getFirst().revocation())
                    .hasValueSatisfying(word -> {
                        assertThat(word.inFile()).isTrue();
                        assertThat(word.revokedAt()).isEmpty();
                    });
        }

        @Test
        void nobodyIsAsked() throws Exception {
            Path signed = sign(SignatureLevel.B_B);
            int before = pki.server().requests();

            judge(signed, Optional.empty(), Instant.now());

            assertThat(pki.server().requests()).isEqualTo(before);
        }
    }

    @Nested
    class OnTheNetwork {
        @ParameterizedTest
        @EnumSource(SignatureLevel.class)
        void everyLevelIsValidWhileTheCertificateIs(SignatureLevel level) throws Exception {
            SignatureReport report = judge(sign(level), online(), Instant.now());

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(report.opinion().orElseThrow().chain().getFirst().revocation())
                    .isPresent();
        }

        @ParameterizedTest
        @EnumSource(
                value = SignatureLevel.class,
                names = {"B_B", "B_T"})
        void noSignatureUnderACertificateThatWasRevokedBeforeIsValid(SignatureLevel level) throws Exception {
            Path signed = sign(level);
            Instant before = Instant.now().minusSeconds(3600);
            pki.ca().revoke(siti.certificate(), RevocationReason.KEY_COMPROMISE, before);

            SignatureReport report = judge(signed, online(), Instant.now());

            assertIndeterminate(report, Kind.REVOKED_NO_POE);
            assertThat(report.opinion().orElseThrow().chain().getFirst().revocation())
                    .hasValueSatisfying(word -> assertThat(word.revokedAt()).isPresent());
        }

        @Test
        void aTimestampBeforeTheRevocationSavesIt() throws Exception {
            Path signed = sign(SignatureLevel.B_T);
            Instant after = Instant.now().plusSeconds(3600);
            pki.ca().revoke(siti.certificate(), RevocationReason.CESSATION_OF_OPERATION, after);

            assertThat(judge(signed, online(), after.plusSeconds(3600)).verdict())
                    .isEqualTo(Verdict.valid());
        }

        @Test
        void whereNobodyAnswersNothingIsValid() throws Exception {
            Path signed = sign(SignatureLevel.B_T);
            pki.close();

            assertIndeterminate(judge(signed, online(), Instant.now()), Kind.REVOCATION_UNKNOWN);
        }
    }

    @Test
    void whatTakesTooLongIsLeftAlone() throws Exception {
        OpinionLimits none = new OpinionLimits(Duration.ZERO, Duration.ZERO, 1 << 20);

        assertIndeterminate(
                judge(sign(SignatureLevel.B_B), Optional.empty(), Instant.now(), none), Kind.NO_SECOND_OPINION);
    }

    @Test
    void whatIsTooLargeIsNotAsked() throws Exception {
        OpinionLimits small = new OpinionLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 10);

        SignatureReport report = judge(sign(SignatureLevel.B_B), Optional.empty(), Instant.now(), small);

        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(report.opinion().map(SignatureOpinion::format)).isEmpty();
        assertThat(report.modifications()).singleElement().asString().startsWith("no second opinion: ");
    }

    private static void assertIndeterminate(SignatureReport report, Kind kind) {
        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Indeterminate.class,
                        indeterminate -> assertThat(indeterminate.reason().kind())
                                .as("%s", report)
                                .isEqualTo(kind));
    }

    private static Optional<OnlineSources> online() {
        return Optional.of(new OnlineSources(RevocationSettings.builder()
                .connect(Duration.ofSeconds(2))
                .answer(Duration.ofSeconds(5))
                .build()));
    }

    private SignatureReport judge(Path pdf, Optional<OnlineSources> online, Instant at) throws Exception {
        return judge(pdf, online, at, OpinionLimits.usual());
    }

    private SignatureReport judge(Path pdf, Optional<OnlineSources> online, Instant at, OpinionLimits limits)
            throws Exception {
        VerificationSettings settings =
                new VerificationSettings(pki.anchors(), at).hearing(new DssJudge(pki.anchors(), limits, online, false));
        FileReport report = new PdfFileVerifier(settings).verify(pdf.toString(), FileRegion.whole(pdf));
        assertThat(report.signatures()).hasSize(1);
        return report.signatures().getFirst();
    }

    private Path sign(SignatureLevel level) throws Exception {
        Path file = folder.resolve("asli.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        Path signed = folder.resolve(level + ".pdf");
        try (SigningKey key = Officials.open(siti, folder);
                OutputStream out = Files.newOutputStream(signed)) {
            new PdfSigner(pki.method(level))
                    .sign(PdfSigningRequest.of(CheckedFile.of(file), Officials.context()), key, out);
        }
        return signed;
    }
}
