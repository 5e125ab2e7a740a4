package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.LevelGap;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Problem.LevelNotReached;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.FileReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleLevelsTest {
    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Path samples;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
        samples = Packages.samples(folder);
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void everySignatureOfABundleIsOfTheLevelAndHolds(SignatureLevel level) throws Exception {
        Path bundle = sign(pki.method(level), folder.resolve(level.name())).bundle();

        FileReport report = new BundleVerifier(pki.trusting(), Rules.builtIn())
                .verify(bundle.toString(), bundle)
                .report();
        Judgement judgement = pki.dss().judge(bundle);

        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.valid());
        assertThat(Stream.concat(
                        report.signatures().stream(),
                        report.documents().stream().flatMap(d -> d.signatures().stream())))
                .allSatisfy(s -> {
                    assertThat(s.level()).contains(level);
                    assertThat(s.provenTime().isPresent()).isEqualTo(level.atLeast(SignatureLevel.B_T));
                });
        assertThat(judgement.unsigned()).isEmpty();
        assertThat(judgement.signatures())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.passed()).as(s.toString()).isTrue());
        assertThat(judgement.signatures())
                .extracting(JudgedSignature::format)
                .allMatch(format -> format.endsWith("BASELINE-" + level.label().substring(2)));
    }

    @Test
    void withoutAnAuthorityThatAnswersThereIsNoBundle() throws Exception {
        Path target = folder.resolve("gone");
        LivePki gone = LivePki.start();
        SigningMethod method = gone.method(SignatureLevel.B_T);
        gone.close();

        SignerException refused = catchThrowableOfType(SignerException.class, () -> sign(method, target));

        assertThat(refused.problem()).isInstanceOf(TimestampUnavailable.class);
        assertThat(bundles(target)).isEmpty();
    }

    @Test
    void withoutTrustInTheChainThereIsNoLongTermLevel() throws Exception {
        Path target = folder.resolve("untrusted");
        try (LivePki other = LivePki.start()) {
            SigningMethod method = SigningMethod.longTerm(pki.timestamps(), other.augmenter());

            SignerException refused = catchThrowableOfType(SignerException.class, () -> sign(method, target));

            assertThat(refused.problem()).isInstanceOfSatisfying(LevelNotReached.class, p -> {
                assertThat(p.level()).isEqualTo(SignatureLevel.B_LT);
                assertThat(p.cause()).as(p.detail()).isEqualTo(LevelGap.CHAIN_NOT_TRUSTED);
            });
        }
        assertThat(bundles(target)).isEmpty();
    }

    private static Stream<Path> bundles(Path target) throws Exception {
        Path folder = target.resolve("bundles");
        return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
    }

    private static SignedPackage sign(SigningMethod method, Path target) throws Exception {
        Files.createDirectories(target);
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.RSA_2048), folder)) {
            return Packages.sign(samples.resolve("SPM"), target, key, method);
        }
    }
}
