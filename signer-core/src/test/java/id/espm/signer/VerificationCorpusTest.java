package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.verify.FileReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed files by other projects: no attack is valid, and nothing sound is invalid. Runs where {@code -Despm.corpus} names them. */
@EnabledIfSystemProperty(
        named = "espm.corpus",
        matches = ".+",
        disabledReason = "no folder of files by other projects is given (-Despm.corpus)")
class VerificationCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("espm.corpus", ""));
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(strings = {"pdf-attacks", "cms-invalid"})
    void attacksAreNeverValidEvenWhenTheirSignersAreTrusted(String folder) throws Exception {
        for (ForeignSample sample : ForeignSample.in(CORPUS.resolve(folder))) {
            if (!sample.isDisputed()) {
                for (FileReport report : List.of(sample.judgeTrusting(), sample.judgeByBoth())) {
                    assertThat(ForeignSample.word(report))
                            .as("%s: %s", sample, report)
                            .isNotEqualTo("VALID");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf-signed-valid", "cms-valid"})
    void soundSignaturesAreNeverInvalid(String folder) throws Exception {
        for (ForeignSample sample : ForeignSample.in(CORPUS.resolve(folder))) {
            assertThat(ForeignSample.word(sample.judge())).as("%s", sample).isNotEqualTo("INVALID");
            for (FileReport trusted : List.of(sample.judgeTrusting(), sample.judgeByBoth())) {
                assertThat(ForeignSample.word(trusted))
                        .as("%s: %s", sample, trusted)
                        .isNotEqualTo("INVALID");
            }
        }
    }

    @Test
    void formsThatWereOnlyFilledInStayValid() throws Exception {
        for (ForeignSample sample : ForeignSample.in(CORPUS.resolve("pdf-signed-valid"))) {
            if (sample.kind().startsWith("FORM UPDATE")) {
                FileReport report = sample.judgeTrusting();

                assertThat(report.verdict()).as("%s: %s", sample, report).isEqualTo(Verdict.valid());
            }
        }
    }

    @Test
    void noPdfTakesLong() throws Exception {
        for (String folder : new String[] {"pdf-attacks", "pdf-broken", "pdf-signed-valid"}) {
            for (ForeignSample sample : ForeignSample.in(CORPUS.resolve(folder))) {
                Instant start = Instant.now();
                sample.judge();

                assertThat(Duration.between(start, Instant.now()))
                        .as("%s", sample)
                        .isLessThan(LONGEST);
            }
        }
    }
}
