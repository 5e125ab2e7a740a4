package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.Judgement.Overall;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleJudgementTest {
    private static final byte[] CONTENT = "isi".getBytes(StandardCharsets.UTF_8);

    private final DssJudge judge = DssJudge.withoutRevocation(TestPeople.CA.anchors());

    @TempDir
    Path dir;

    @Test
    void everySignatureOfAGoodBundlePasses() throws Exception {
        Judgement judgement = judge.judge(
                write("b.asice", TestBundle.spm("00123A", TestPeople.PPSPM).bytes()));

        assertThat(judgement.overall()).isEqualTo(Overall.VALID);
        Map<String, JudgedSignature> byDocument =
                judgement.signatures().stream().collect(Collectors.toMap(JudgedSignature::document, s -> s));
        assertThat(byDocument)
                .containsOnlyKeys(
                        "b.asice!META-INF/signature-paket-01.p7s",
                        "b.asice!META-INF/signature-segel.p7s",
                        "b.asice!adk/00123A.zip.p7m",
                        "b.asice!lampiran/00123A-spm.pdf");
        assertThat(byDocument.values()).allSatisfy(signature -> {
            assertThat(signature.indication()).isEqualTo("TOTAL_PASSED");
            assertThat(signature.format()).endsWith("-BASELINE-B");
            assertThat(signature.signer()).hasValue("Siti Aminah");
            assertThat(signature.certificateSerial()).hasValue(TestPeople.PPSPM.serial());
            assertThat(signature.claimedPlace()).hasValue("Tolitoli");
            assertThat(signature.claimedRoles()).containsExactly("PPSPM; satker 527010");
            assertThat(signature.claimedTime().orElseThrow()).isBefore(Instant.now());
        });
        assertThat(byDocument.get("b.asice!META-INF/signature-segel.p7s").coversWholeDocument())
                .isTrue();
        assertThat(byDocument.get("b.asice!META-INF/signature-paket-01.p7s").coversWholeDocument())
                .isFalse();
    }

    @Test
    void aDetachedSignatureIsJudgedWithItsContentOnly() throws Exception {
        Path signature = write("a.p7s", TestCms.detached(CONTENT, TestPeople.PPSPM));

        assertThat(judge.judgeDetached(signature, write("a.txt", CONTENT)).overall())
                .isEqualTo(Overall.VALID);
        assertThat(judge.judgeDetached(signature, write("b.txt", new byte[] {9}))
                        .overall())
                .isEqualTo(Overall.INVALID);
        assertThat(judge.judge(signature).overall()).isNotEqualTo(Overall.VALID);
    }

    @Test
    void aPdfWithoutSignatureIsUnsignedAndSoIsWhatDssCannotRead() throws Exception {
        assertThat(judge.judge(write("a.pdf", TestPdf.create("x"))))
                .isEqualTo(new Judgement("a.pdf", Overall.UNSIGNED, List.of("a.pdf"), List.of()));
        assertThat(judge.judge(write("a.p7m", CONTENT)).overall()).isEqualTo(Overall.UNSIGNED);
        assertThat(judge.judge(write("kosong.pdf", new byte[0])).overall()).isEqualTo(Overall.UNSIGNED);
    }

    @Test
    void aFirstSignatureStaysValidUnderASecondAndCoversItsRevisionOnly() throws Exception {
        byte[] first = TestPdf.sign(TestPdf.create("x"), TestPeople.BENDAHARA);
        Judgement judgement = judge.judge(write("a.pdf", TestPdf.sign(first, TestPeople.PPK)));

        assertThat(judgement.overall()).isEqualTo(Overall.VALID);
        assertThat(judgement.signatures())
                .extracting(JudgedSignature::signedRevision, JudgedSignature::coversWholeDocument)
                .contains(tuple(Optional.of((long) first.length), false));
    }

    @Test
    void anotherCaAndACertificateThatIsNotForSigningDoNotPass() throws Exception {
        CertificateAuthority other = CertificateAuthority.inMemory(Clock.systemUTC());
        TestOfficial foreign = TestOfficial.issue(other, "Asing", "");
        TestOfficial wrongUse = new TestOfficial(
                TestPeople.CA.issue(
                        CertificateProfile.signer(Subject.named("Salah Guna").build())
                                .keyUsages(Set.of(KeyUse.KEY_ENCIPHERMENT))
                                .build()),
                "");

        assertThat(judge.judge(write("a.p7m", TestCms.enveloping(CONTENT, List.of(foreign))))
                        .overall())
                .isEqualTo(Overall.INDETERMINATE);
        assertThat(judge.judge(write("b.p7m", TestCms.enveloping(CONTENT, List.of(wrongUse))))
                        .overall())
                .isNotEqualTo(Overall.VALID);
    }

    @Test
    void withoutRevocationDataTheStrictJudgeDoesNotSayValid() throws Exception {
        Path signed = write("a.p7m", TestCms.enveloping(CONTENT, List.of(TestPeople.PPSPM)));

        Judgement judgement = DssJudge.trusting(TestPeople.CA.anchors()).judge(signed);

        assertThat(judgement.overall()).isEqualTo(Overall.INDETERMINATE);
        assertThat(judgement.signatures().getFirst().intact()).isTrue();
        assertThat(judgement.signatures().getFirst().revocationUnknown())
                .as("there is no responder to ask another time")
                .isFalse();
    }

    @Test
    void aHostileContainerIsNotOpened() throws Exception {
        Path hostile = write("h.asice", TestBundle.zip(List.of(Map.entry("../../x", CONTENT))));

        assertThatThrownBy(() -> judge.judge(hostile))
                .isInstanceOfSatisfying(
                        UnsafeBundleException.class,
                        e -> assertThat(e.reason()).isEqualTo(UnsafeBundleException.Reason.UNSAFE_NAME));
    }

    private Path write(String name, byte[] bytes) throws Exception {
        return Files.write(dir.resolve(name), bytes);
    }
}
