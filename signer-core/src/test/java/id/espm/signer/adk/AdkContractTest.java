package id.espm.signer.adk;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.ByteSource;
import id.espm.signer.CheckedFile;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignatureParts;
import id.espm.signer.Verdict;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a signed ADK is held to: programs that are not ours agree that it holds, and that it does not once any part changed. */
class AdkContractTest {
    private static final byte[] ADK = new byte[70_000];

    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Path adk;

    @BeforeAll
    static void startPki() throws Exception {
        new Random(82).nextBytes(ADK);
        pki = LivePki.start();
        adk = Files.write(folder.resolve("00123A.zip"), ADK);
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesAcceptAnEnvelopedAdk(SignatureLevel level) throws Exception {
        Path p7m = Files.write(folder.resolve("adk.p7m"), sign(level, false));
        Path out = folder.resolve("content.out");

        accepted(pki.dss().judge(p7m), level);
        assertThat(openssl(p7m, Optional.empty(), out)).isTrue();
        assertThat(Files.readAllBytes(out)).isEqualTo(ADK);
        accepted(verify(Files.readAllBytes(p7m), Optional.empty()), level);
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesAcceptADetachedSignature(SignatureLevel level) throws Exception {
        Path p7s = Files.write(folder.resolve("adk.p7s"), sign(level, true));

        accepted(pki.dss().judgeDetached(p7s, adk), level);
        assertThat(openssl(p7s, Optional.of(adk), folder.resolve("detached.out")))
                .isTrue();
        accepted(verify(Files.readAllBytes(p7s), Optional.of(ADK)), level);
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesRefuseAnEnvelopedAdkOfWhichAnyPartChanged(SignatureLevel level) throws Exception {
        byte[] signed = sign(level, false);
        Map<String, byte[]> parts = SignatureParts.of(signed);
        parts.put("content", Arrays.copyOfRange(ADK, 300, 360));
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            byte[] changed = SignatureParts.tamper(signed, part.getValue());
            Path p7m = Files.write(folder.resolve("changed.p7m"), changed);

            refused(part.getKey(), pki.dss().judge(p7m), verify(changed, Optional.empty()));
            assertThat(openssl(p7m, Optional.empty(), folder.resolve("changed.out")))
                    .as(part.getKey())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void allJudgesRefuseADetachedSignatureOfWhichAnyPartChanged(SignatureLevel level) throws Exception {
        byte[] signed = sign(level, true);
        for (Map.Entry<String, byte[]> part : SignatureParts.of(signed).entrySet()) {
            byte[] changed = SignatureParts.tamper(signed, part.getValue());
            Path p7s = Files.write(folder.resolve("changed.p7s"), changed);

            refused(part.getKey(), pki.dss().judgeDetached(p7s, adk), verify(changed, Optional.of(ADK)));
            assertThat(openssl(p7s, Optional.of(adk), folder.resolve("changed.out")))
                    .as(part.getKey())
                    .isFalse();
        }
        byte[] other = SignatureParts.tamper(ADK, Arrays.copyOfRange(ADK, 300, 360));
        Path p7s = Files.write(folder.resolve("unchanged.p7s"), signed);
        Path content = Files.write(folder.resolve("other.zip"), other);

        refused("content", pki.dss().judgeDetached(p7s, content), verify(signed, Optional.of(other)));
        assertThat(openssl(p7s, Optional.of(content), folder.resolve("changed.out")))
                .isFalse();
    }

    private static void accepted(Judgement judgement, SignatureLevel level) {
        assertThat(judgement.signatures()).singleElement().satisfies(judged -> {
            assertThat(judged.passed()).as(judged.toString()).isTrue();
            assertThat(judged.format())
                    .isEqualTo("CAdES-BASELINE-" + level.label().substring(2));
        });
    }

    private static void accepted(FileReport report, SignatureLevel level) {
        assertThat(report.signatures()).singleElement().satisfies(own -> {
            assertThat(own.verdict()).isEqualTo(Verdict.valid());
            assertThat(own.level()).contains(level);
            assertThat(own.provenTime().isPresent()).isEqualTo(level.atLeast(SignatureLevel.B_T));
        });
    }

    private static void refused(String part, Judgement judgement, FileReport own) {
        assertThat(judgement.overall()).as("%s: %s", part, judgement).isNotEqualTo(Judgement.Overall.VALID);
        assertThat(own.verdict().isValid()).as("%s: %s", part, own).isFalse();
    }

    private static boolean openssl(Path signature, Optional<Path> content, Path out) throws Exception {
        return Officials.openssl(signature, pki.anchorsPem(folder), content, out)
                        .exit()
                == 0;
    }

    private static FileReport verify(byte[] cms, Optional<byte[]> content) throws Exception {
        CmsFileVerifier verifier = new CmsFileVerifier(pki.trusting());
        return content.isPresent()
                ? verifier.verifyDetached("adk.p7s", ByteSource.of(cms), ByteSource.of(content.get()))
                : verifier.verifyEnveloping("adk.p7m", ByteSource.of(cms), OutputStream.nullOutputStream());
    }

    private static byte[] sign(SignatureLevel level, boolean detached) throws Exception {
        SigningMethod method = pki.method(level);
        Path signed = Files.createTempFile(folder, "adk", ".sig");
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.RSA_2048), folder);
                OutputStream out = Files.newOutputStream(signed)) {
            AdkSigner signer = new AdkSigner(Officials.context(), method);
            if (detached) {
                signer.signDetached(CheckedFile.of(adk), key, out);
            } else {
                signer.sign(CheckedFile.of(adk), key, out);
            }
        }
        return Files.readAllBytes(signed);
    }
}
