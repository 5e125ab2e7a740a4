package id.espm.signer.adk;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.signer.CheckedFile;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdkLevelsTest {
    private static final byte[] ADK = new byte[70_000];

    @TempDir
    static Path folder;

    private static LivePki pki;

    @BeforeAll
    static void startPki() throws Exception {
        new Random(82).nextBytes(ADK);
        pki = LivePki.start();
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void theJudgesFindTheLevelThatWasAskedFor(SignatureLevel level) throws Exception {
        Path p7m = sign(level);
        Path out = folder.resolve("content.out");

        JudgedSignature judged = pki.dss().judge(p7m).signatures().getFirst();

        assertThat(judged.passed()).as(judged.toString()).isTrue();
        assertThat(judged.format()).isEqualTo("CAdES-BASELINE-" + level.label().substring(2));
        assertThat(Officials.openssl(p7m, pki.anchorsPem(folder), Optional.empty(), out)
                        .output())
                .contains("CMS Verification successful");
        assertThat(Files.readAllBytes(out)).isEqualTo(ADK);
        assertThat(verify(Files.readAllBytes(p7m)).signatures()).singleElement().satisfies(own -> {
            assertThat(own.verdict()).isEqualTo(Verdict.valid());
            assertThat(own.level()).contains(level);
            assertThat(own.provenTime().isPresent()).isEqualTo(level.atLeast(SignatureLevel.B_T));
        });
    }

    private static FileReport verify(byte[] p7m) throws Exception {
        return new CmsFileVerifier(pki.trusting())
                .verifyEnveloping("adk.p7m", new ByteArrayInputStream(p7m), OutputStream.nullOutputStream());
    }

    private static Path sign(SignatureLevel level) throws Exception {
        Path adk = Files.write(folder.resolve("adk.zip"), ADK);
        Path p7m = folder.resolve("adk-" + level + ".p7m");
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.RSA_2048), folder);
                OutputStream out = Files.newOutputStream(p7m)) {
            new AdkSigner(Officials.context(), pki.method(level)).sign(CheckedFile.of(adk), key, out);
        }
        return p7m;
    }
}
