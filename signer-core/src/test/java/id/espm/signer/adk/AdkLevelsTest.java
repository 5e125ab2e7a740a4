package id.espm.signer.adk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.signer.ByteSource;
import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Finding;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsForm;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Every hash with every kind of key, judged by DSS at the level that has the most parts. */
    @ParameterizedTest
    @MethodSource("methods")
    void everyHashWorksWithEveryKindOfKey(DigestAlgorithm digest, KeyAlgorithm algorithm) throws Exception {
        Path p7m = sign(ADK, pki.method(SignatureLevel.B_LTA).with(digest), algorithm);

        JudgedSignature judged = pki.dss().judge(p7m).signatures().getFirst();

        assertThat(judged.passed()).as(judged.toString()).isTrue();
        assertThat(judged.format()).isEqualTo("CAdES-BASELINE-LTA");
        assertThat(verify(Files.readAllBytes(p7m)).verdict()).isEqualTo(Verdict.valid());
        assertThat(Officials.openssl(p7m, pki.anchorsPem(folder), Optional.empty(), folder.resolve("k.out"))
                        .output())
                .contains("CMS Verification successful");
    }

    static Stream<Arguments> methods() {
        return Arrays.stream(DigestAlgorithm.values())
                .flatMap(digest -> Arrays.stream(KeyAlgorithm.values()).map(key -> Arguments.of(digest, key)));
    }

    @Test
    void anAdkThatChangedSinceItWasCheckedIsRefusedByEveryHash() throws Exception {
        Path adk = Files.write(folder.resolve("changed.zip"), ADK);
        CheckedFile other = new CheckedFile(adk, ADK.length, Sha256.of(new byte[] {1}));
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.EC_P256), folder)) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                AdkSigner signer =
                        new AdkSigner(Officials.context(), SigningMethod.basic().with(digest));

                assertThat(catchThrowableOfType(
                                        SignerException.class,
                                        () -> signer.sign(other, key, OutputStream.nullOutputStream()))
                                .problem())
                        .isEqualTo(new Problem.FileChanged(adk));
            }
        }
    }

    /** Up to the archive timestamp itself, in whose token a certificate of its chain may be changed. */
    @Test
    void noChangedByteUnderAnArchiveTimestampStaysUnseen() throws Exception {
        byte[] p7m = Files.readAllBytes(
                sign(Arrays.copyOf(ADK, 1000), pki.method(SignatureLevel.B_LTA), KeyAlgorithm.EC_P256));
        int end = new String(p7m, StandardCharsets.ISO_8859_1).indexOf("\6\6\4\0\u008d\105\2\4");
        assertThat(end).isPositive();
        Random random = new Random(82);
        for (int i = 0; i < 400; i++) {
            byte[] changed = p7m.clone();
            int position = random.nextInt(end);
            changed[position] ^= (byte) (1 << random.nextInt(8));

            boolean unseen = verify(changed).verdict().isValid()
                    && CmsForm.irregularity(changed).isEmpty();

            assertThat(unseen).as("byte %d of %d", position, end).isFalse();
        }
    }

    @Test
    void aTimestampOfAnotherSignatureIsSeen() throws Exception {
        byte[] p7m = Files.readAllBytes(sign(ADK, pki.method(SignatureLevel.B_T), KeyAlgorithm.RSA_2048));
        byte[] token = pki.timestamps().stamp(DigestAlgorithm.SHA256, new byte[32]);

        FileReport report = verify(SwappedTimestamp.in(p7m, token));

        assertThat(report.verdict())
                .isEqualTo(new Verdict.Indeterminate(new Finding(Finding.Kind.TIMESTAMP_BROKEN, "imprint")));
        assertThat(report.signatures().getFirst().provenTime()).isEmpty();
    }

    @Test
    void withoutTrustInTheAuthorityNoTimeIsProven() throws Exception {
        try (LivePki other = LivePki.start()) {
            byte[] p7m =
                    Files.readAllBytes(sign(ADK, SigningMethod.timestamped(other.timestamps()), KeyAlgorithm.RSA_2048));

            FileReport report = verify(p7m);

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(report.signatures().getFirst().provenTime()).isEmpty();
            assertThat(report.signatures().getFirst().level()).contains(SignatureLevel.B_T);
        }
    }

    private static FileReport verify(byte[] p7m) throws Exception {
        return new CmsFileVerifier(pki.trusting())
                .verifyEnveloping("adk.p7m", ByteSource.of(p7m), OutputStream.nullOutputStream());
    }

    private static Path sign(byte[] content, SigningMethod method, KeyAlgorithm algorithm) throws Exception {
        Path adk = Files.write(folder.resolve("adk.zip"), content);
        Path p7m = Files.createTempFile(folder, "adk", ".p7m");
        try (SigningKey key = Officials.open(pki.issue("Siti", algorithm), folder);
                OutputStream out = Files.newOutputStream(p7m)) {
            new AdkSigner(Officials.context(), method).sign(CheckedFile.of(adk), key, out);
        }
        return p7m;
    }
}
