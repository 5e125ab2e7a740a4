package id.espm.signer.adk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Detached signatures, and several officials over one ADK. */
class AdkParallelTest {
    private static final byte[] CONTENT = new byte[70_000];

    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Path adk;

    @BeforeAll
    static void startPki() throws Exception {
        new Random(7).nextBytes(CONTENT);
        adk = Files.write(folder.resolve("adk.zip"), CONTENT);
        pki = LivePki.start();
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @EnumSource(SignatureLevel.class)
    void aDetachedSignatureOfEachLevelHolds(SignatureLevel level) throws Exception {
        Path p7s = folder.resolve(level + ".p7s");
        try (SigningKey key = Officials.open(issue("7271011708750011"), folder);
                OutputStream out = Files.newOutputStream(p7s)) {
            new AdkSigner(Officials.context(), pki.method(level)).signDetached(CheckedFile.of(adk), key, out);
        }

        assertThat(pki.dss().judgeDetached(p7s, adk).signatures())
                .singleElement()
                .satisfies(judged -> {
                    assertThat(judged.passed()).as(judged.toString()).isTrue();
                    assertThat(judged.format())
                            .isEqualTo("CAdES-BASELINE-" + level.label().substring(2));
                });
        assertThat(Officials.openssl(p7s, pki.anchorsPem(folder), Optional.of(adk), folder.resolve("d.out"))
                        .output())
                .contains("CMS Verification successful");
    }

    @ParameterizedTest
    @CsvSource({"B_B,B_B", "B_LTA,B_B", "B_T,B_LTA", "B_LTA,B_LTA"})
    void aSecondOfficialBreaksNothingOfTheFirst(SignatureLevel first, SignatureLevel second) throws Exception {
        Path once = sign(first, issue("7271011708750012"));
        Path twice = add(once, second, issue("7271011708750013"));
        Path content = folder.resolve("content.out");

        Judgement judgement = pki.dss().judge(twice);
        FileReport report = verify(twice);

        assertThat(judgement.signatures())
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.passed()).as(s.toString()).isTrue())
                .extracting(s -> s.format())
                .containsExactlyInAnyOrder(
                        "CAdES-BASELINE-" + first.label().substring(2),
                        "CAdES-BASELINE-" + second.label().substring(2));
        assertThat(report.verdict()).isEqualTo(Verdict.valid());
        assertThat(report.signatures()).hasSize(2);
        assertThat(Officials.openssl(twice, pki.anchorsPem(folder), Optional.empty(), content)
                        .output())
                .contains("CMS Verification successful");
        assertThat(Files.readAllBytes(content)).isEqualTo(CONTENT);
        assertThat(latin(twice)).contains(lastSignerInfo(once));
    }

    @Test
    void theSameOfficialIsRefusedWithARenewedCertificateToo() throws Exception {
        Path once = sign(SignatureLevel.B_B, issue("7271011708750014"));
        IssuedKey renewed = issue("7271011708750014");

        SignerException refused =
                catchThrowableOfType(SignerException.class, () -> add(once, SignatureLevel.B_B, renewed));

        assertThat(refused.problem()).isEqualTo(new Problem.AlreadySigned(once, "Siti"));
    }

    @Test
    void nothingIsAddedToASignatureThatDoesNotHold() throws Exception {
        Path once = sign(SignatureLevel.B_B, issue("7271011708750015"));
        byte[] changed = Files.readAllBytes(once);
        changed[500] ^= 1;
        Path broken = Files.write(folder.resolve("broken.p7m"), changed);
        Path none = Files.write(folder.resolve("none.p7m"), CONTENT);

        for (Path file : new Path[] {broken, none}) {
            SignerException refused = catchThrowableOfType(
                    SignerException.class, () -> add(file, SignatureLevel.B_B, issue("7271011708750016")));

            assertThat(refused.problem()).isInstanceOf(Problem.SignedFileUnusable.class);
        }
    }

    private static IssuedKey issue(String nik) {
        return pki.ca()
                .issue(CertificateProfile.signer(Subject.named("Siti").nik(nik).build())
                        .keyAlgorithm(KeyAlgorithm.EC_P256)
                        .build());
    }

    private static Path sign(SignatureLevel level, IssuedKey issued) throws Exception {
        Path p7m = Files.createTempFile(folder, "once", ".p7m");
        try (SigningKey key = Officials.open(issued, folder);
                OutputStream out = Files.newOutputStream(p7m)) {
            new AdkSigner(Officials.context(), pki.method(level)).sign(CheckedFile.of(adk), key, out);
        }
        return p7m;
    }

    private static Path add(Path p7m, SignatureLevel level, IssuedKey issued) throws Exception {
        Path twice = Files.createTempFile(folder, "twice", ".p7m");
        try (SigningKey key = Officials.open(issued, folder);
                OutputStream out = Files.newOutputStream(twice)) {
            new AdkSigner(Officials.context(), pki.method(level)).addSignature(CheckedFile.of(p7m), key, out);
        }
        return twice;
    }

    private static FileReport verify(Path p7m) throws Exception {
        return new CmsFileVerifier(pki.trusting())
                .verifyEnveloping(p7m.toString(), FileRegion.whole(p7m), OutputStream.nullOutputStream());
    }

    /** As it is encoded; read by a parser that holds the bytes as they are. */
    private static String lastSignerInfo(Path p7m) throws Exception {
        ASN1Sequence contentInfo = ASN1Sequence.getInstance(Files.readAllBytes(p7m));
        ASN1Sequence signedData = ASN1Sequence.getInstance((ASN1TaggedObject) contentInfo.getObjectAt(1), true);
        ASN1Set signers = (ASN1Set) signedData.getObjectAt(signedData.size() - 1);
        return new String(signers.getObjectAt(0).toASN1Primitive().getEncoded(), StandardCharsets.ISO_8859_1);
    }

    private static String latin(Path file) throws Exception {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
