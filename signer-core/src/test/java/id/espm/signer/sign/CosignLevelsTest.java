package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.Jabatan;
import id.espm.signer.LivePki;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Officials who sign at different levels: each keeps his own, and all stay valid. */
class CosignLevelsTest {
    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Lpj lpj;

    @BeforeAll
    static void startPki() throws Exception {
        pki = LivePki.start();
        lpj = new Lpj(pki.ca(), folder);
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    @ParameterizedTest
    @CsvSource({"B_T, B_B", "B_B, B_LT", "B_LT, B_T", "B_LTA, B_B", "B_B, B_LTA", "B_LTA, B_LTA"})
    void eachOfficialKeepsHisLevelAndAllStayValid(SignatureLevel first, SignatureLevel second) throws Exception {
        Path out = folder.resolve(first + "-" + second);
        Path before = lpj.sign(Jabatan.BENDAHARA, out, pki.method(first));
        Path bundle = lpj.cosign(before, Jabatan.KPA, out, pki.method(second)).bundle();

        BundleReport judged = new BundleVerifier(pki.trusting(), Rules.builtIn()).verify(bundle.toString(), bundle);

        assertThat(judged.report().verdict()).as(judged.toString()).isEqualTo(Verdict.valid());
        assertThat(levels(judged.report(), certificate(Jabatan.BENDAHARA)))
                .hasSize(3)
                .allSatisfy(level -> assertThat(level.atLeast(first)).isTrue());
        assertThat(levels(judged.report(), certificate(Jabatan.KPA)))
                .hasSize(4)
                .allSatisfy(level -> assertThat(level.atLeast(second)).isTrue());
        new ForeignJudges(pki.anchorsPem(folder), pki.dss(), !second.atLeast(SignatureLevel.B_LT))
                .requireValid(bundle, judged.contents().orElseThrow().dokumen(), 2);
    }

    private static X509Certificate certificate(Jabatan jabatan) {
        return lpj.official(jabatan).certificate();
    }

    private static List<SignatureLevel> levels(FileReport report, X509Certificate of) {
        Stream<SignatureReport> all = Stream.concat(
                report.signatures().stream(), report.documents().stream().flatMap(d -> d.signatures().stream()));
        return all.filter(s -> s.certificate().filter(of::equals).isPresent())
                .map(s -> s.level().orElseThrow())
                .toList();
    }

    @Test
    void withoutAnAuthorityThatAnswersThereIsNoBundle() throws Exception {
        Path before = lpj.sign(Jabatan.BENDAHARA, folder.resolve("first"), SigningMethod.basic());
        LivePki gone = LivePki.start();
        SigningMethod method = gone.method(SignatureLevel.B_T);
        gone.close();
        Path out = folder.resolve("gone");

        SignerException refused = catchThrowableOfType(SignerException.class, () -> {
            try (SigningKey key = lpj.open(Jabatan.PPK)) {
                Lpj.cosign(
                        before,
                        Jabatan.PPK,
                        key,
                        lpj.options(out).method(method).build());
            }
        });

        assertThat(refused.problem()).isInstanceOf(TimestampUnavailable.class);
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }
}
