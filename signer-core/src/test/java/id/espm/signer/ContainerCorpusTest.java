package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.verify.FileReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Containers and ZIPs by other projects, each judged by its class. Runs where {@code -Despm.corpus} names them. */
@EnabledIfSystemProperty(
        named = "espm.corpus",
        matches = ".+",
        disabledReason = "no folder of files by other projects is given (-Despm.corpus)")
class ContainerCorpusTest {
    /** A size beyond the end of the file, and an end on a second disk; other programs overlook both. */
    private static final Set<String> STATE_WHAT_IS_NOT_THERE = Set.of("__NORMAL.zip", "__multi-disk");

    private static final Path CORPUS = Path.of(System.getProperty("espm.corpus", ""));

    @Test
    void soundContainersAreNeverInvalid() throws Exception {
        for (ForeignSample sample : of("asice", "CAdES-valid")) {
            for (FileReport report : List.of(sample.judge(), sample.judgeTrusting())) {
                assertThat(ForeignSample.word(report))
                        .as("%s: %s", sample, report)
                        .isIn("VALID", "INDETERMINATE");
            }
        }
    }

    @Test
    void brokenContainersAreNeverValidEvenWhenTheirSignersAreTrusted() throws Exception {
        for (ForeignSample sample : of("asice", "CAdES-invalid")) {
            FileReport report = sample.judgeTrusting();

            assertThat(ForeignSample.word(report)).as("%s: %s", sample, report).isIn("INVALID", "INDETERMINATE");
        }
    }

    @Test
    void oddZipsThatNobodySignedAreUnsigned() throws Exception {
        for (ForeignSample sample : of("zip-bad", "odd-but-ok")) {
            FileReport report = sample.judge();

            if (STATE_WHAT_IS_NOT_THERE.stream().anyMatch(sample.toString()::contains)) {
                assertThat(report.findings().toString()).as("%s", sample).contains("ZIP: ");
            } else if (report.findings().toString().contains("JAR")) {
                assertThat(report.verdict()).as("%s", sample).isInstanceOf(Verdict.Indeterminate.class);
            } else {
                assertThat(ForeignSample.word(report))
                        .as("%s: %s", sample, report)
                        .isEqualTo("UNSIGNED");
            }
        }
    }

    @Test
    void harmfulZipsAreRefusedByName() throws Exception {
        for (ForeignSample sample : ForeignSample.in(CORPUS.resolve("zip-bad"))) {
            if (!sample.kind().equals("odd-but-ok")) {
                FileReport report = sample.judge();

                assertThat(ForeignSample.word(report))
                        .as("%s: %s", sample, report)
                        .isEqualTo("INVALID");
                assertThat(report.findings().toString()).as("%s", sample).contains(reason(sample.kind()));
            }
        }
    }

    private static String reason(String kind) {
        return switch (kind) {
            case "duplicate-names" -> "duplicate: ";
            case "slip" -> "name: ";
            case "symlink" -> "symbolic link: ";
            case "encrypted" -> "encrypted: ";
            case "bomb" -> "ratio: ";
            case "broken" -> "detail=";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static List<ForeignSample> of(String folder, String kind) throws Exception {
        return ForeignSample.in(CORPUS.resolve(folder)).stream()
                .filter(sample -> sample.kind().equals(kind))
                .toList();
    }
}
