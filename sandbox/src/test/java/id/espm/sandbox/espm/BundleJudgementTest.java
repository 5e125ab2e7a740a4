package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.Judgement.Overall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJudgementTest {
    static CertificateAuthority ca;
    static TestOfficial ppspm;
    static DssJudge judge;

    @TempDir
    Path dir;

    @BeforeAll
    static void makeCa() {
        ca = CertificateAuthority.inMemory(Clock.systemUTC());
        ppspm = TestOfficial.issue(ca, "Siti Aminah", "PPSPM; satker 527010");
        judge = DssJudge.withoutRevocation(ca.anchors());
    }

    @Test
    void everySignatureOfAGoodBundlePasses() throws Exception {
        Judgement judgement = judge.judge(write(TestBundle.spm("00123A", ppspm).bytes()));

        assertThat(judgement.overall()).isEqualTo(Overall.VALID);
        Map<String, JudgedSignature> byDocument =
                judgement.signatures().stream().collect(Collectors.toMap(JudgedSignature::document, s -> s));
        assertThat(byDocument)
                .containsOnlyKeys(
                        "bundle.asice!META-INF/signature-paket-01.p7s",
                        "bundle.asice!META-INF/signature-segel.p7s",
                        "bundle.asice!adk/00123A.zip.p7m",
                        "bundle.asice!lampiran/00123A-spm.pdf");
    }

    private Path write(byte[] bundle) throws Exception {
        return Files.write(dir.resolve("bundle.asice"), bundle);
    }
}
