package id.espm.signer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    /** Lampiran 5 no. 15-20, and the uploads of Lampiran 8.3.1; what is not named here is "TIDAK". */
    private static final Map<Jabatan, Set<Jenis>> MATRIX = Map.of(
            Jabatan.KPA, Set.of(Jenis.GAJI, Jenis.LPJ),
            Jabatan.PPSPM, Set.of(Jenis.SPM, Jenis.SPM_KOREKSI),
            Jabatan.PPK, Set.of(Jenis.KONTRAK, Jenis.RPD_HARIAN, Jenis.LPJ),
            Jabatan.BENDAHARA, Set.of(Jenis.LPJ),
            Jabatan.KEPALA_KANTOR, Set.of(Jenis.SPM_KP, Jenis.SPM_KPBB, Jenis.SPM_KBC, Jenis.SPM_IB, Jenis.SPM_BPHTB),
            Jabatan.DJPB, Set.of(Jenis.SURAT));

    private final Rules rules = Rules.builtIn();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Jabatan.class)
    void eachPositionSignsWhatTheRegulationSaysAndNothingElse(Jabatan jabatan) {
        Set<Jenis> allowed = MATRIX.getOrDefault(jabatan, Set.of());

        assertThat(rules.signedBy(jabatan)).containsExactlyInAnyOrderElementsOf(allowed);
        for (Jenis jenis : Jenis.values()) {
            if (allowed.contains(jenis)) {
                assertThatCode(() -> rules.requireMaySign(jabatan, jenis)).doesNotThrowAnyException();
            } else {
                Problem.JabatanMayNotSign refusal =
                        (Problem.JabatanMayNotSign) problem(() -> rules.requireMaySign(jabatan, jenis));
                assertThat(refusal.allowed()).isNotEmpty().doesNotContain(jabatan);
                assertThat(refusal.pasal()).startsWith("PER-10/PB/2018 ");
            }
        }
    }

    @Test
    void fiveSpmAreTheLimitOfAPackage() {
        List<String> six = List.of("1", "2", "3", "4", "5", "6");

        assertThatCode(() -> rules.requireNomor(Jenis.SPM, six.subList(0, 5))).doesNotThrowAnyException();
        assertThat(problem(() -> rules.requireNomor(Jenis.SPM, six)))
                .isEqualTo(new Problem.TooManySpm(5, six, "PER-10/PB/2018 Pasal 6(2)"));
        assertThatCode(() -> rules.requireNomor(Jenis.LPJ, six)).doesNotThrowAnyException();
    }

    @Test
    void aNumberStandsOnceInAPackage() {
        CompositionWrong problem =
                (CompositionWrong) problem(() -> rules.requireNomor(Jenis.SPM, List.of("00012t", "00012T")));

        assertThat(problem.misfit()).isEqualTo(Misfit.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "SPM, false, true, ADK_MISSING",
        "SPM, true, false, LAMPIRAN_MISSING",
        "RPD_HARIAN, true, true, LAMPIRAN_NOT_ALLOWED",
        "SURAT, true, true, ADK_NOT_ALLOWED"
    })
    void aDocumentHasThePartsOfItsJenis(Jenis jenis, boolean adk, boolean lampiran, Misfit misfit) {
        CompositionWrong problem =
                (CompositionWrong) problem(() -> rules.requireComposition(jenis, "00012T", adk, lampiran));

        assertThat(problem.misfit()).isEqualTo(misfit);
        assertThatCode(() -> rules.requireComposition(Jenis.SPM, "00012T", true, true))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileOverridesEachRule() throws Exception {
        Rules own = Rules.read(write(builtIn()
                .replace("\"max\": 5", "\"max\": 9")
                .replace("\"jabatan\": [\"PPSPM\"]", "\"jabatan\": [\"PPSPM\", \"KPA\"]")
                .replace("\"holidays\": []", "\"holidays\": [\"2026-12-25\"]")
                .replace("\"082\": \"WITA\"", "\"001\": \"WIB\", \"063\": \"WIT\"")));

        assertThat(own.spmLimit().max()).isEqualTo(9);
        assertThat(own.signedBy(Jabatan.KPA)).contains(Jenis.SPM);
        assertThat(own.serviceHours().isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(own.serviceHours().zones()).isEqualTo(Map.of("001", Zona.WIB, "063", Zona.WIT));
        assertThat(rules.serviceHours().isWorkingDay(LocalDate.of(2026, 12, 25)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serviceHours", "files", "spmLimit"})
    void aSectionThatAFileLeavesOutIsTheBuiltInOne(String section) throws Exception {
        String older = builtIn().replaceFirst("(?s)\"" + section + "\": \\{.*?\\},\\n(?=  \")", "");

        assertThat(older).doesNotContain("\"" + section + "\"");
        assertThat(Rules.read(write(older))).isEqualTo(rules);
    }

    @Test
    void aFileMayChangeOneJenisAlone() throws Exception {
        Rules own = Rules.read(write("""
                { "source": "ND-1/PB.8/2026", "date": "2026-11-01",
                  "jenis": { "SPM_KOREKSI": {
                    "jabatan": ["PPSPM"], "jabatanPasal": "ND-1", "adk": "REQUIRED", "lampiran": "FORBIDDEN",
                    "compositionPasal": "ND-1", "spmLimited": false, "submitted": true } } }"""));
        List<String> six = List.of("1", "2", "3", "4", "5", "6");

        assertThatCode(() -> own.requireNomor(Jenis.SPM_KOREKSI, six)).doesNotThrowAnyException();
        assertThat(problem(() -> own.requireNomor(Jenis.SPM, six))).isInstanceOf(Problem.TooManySpm.class);
        assertThat(problem(() -> own.requireComposition(Jenis.SPM_KOREKSI, "1", true, true)))
                .isEqualTo(new CompositionWrong(Jenis.SPM_KOREKSI, Misfit.LAMPIRAN_NOT_ALLOWED, "1", "ND-1"));
        assertThat(own.source()).isEqualTo("ND-1/PB.8/2026");
    }

    @Test
    void theRulesInForceCanBeTakenAsTheBeginningOfAFile() throws Exception {
        assertThat(Rules.read(write(rules.toJson()))).isEqualTo(rules);
    }

    @Test
    void sizesAreSettings() throws Exception {
        Path file = folder.resolve("lampiran.pdf");
        Rules own = Rules.read(write("""
                { "files": { "adk": { "warn": 0, "max": 0, "source": "-" },
                  "lampiran": { "warn": 1000, "max": 2000, "source": "KPPN 082" }, "pdfPasal": "-" } }"""));

        assertThat(rules.requireSize(file, 5_000_000, false)).isEmpty();
        assertThat(rules.requireSize(file, 5_000_001, false)).hasValue(5_000_000);
        assertThat(own.requireSize(file, 2_000, false)).hasValue(1_000);
        assertThat(own.requireSize(file, Long.MAX_VALUE, true)).isEmpty();
        assertThat(problem(() -> own.requireSize(file, 2_001, false)))
                .isEqualTo(new Problem.FileTooLarge(file, 2_001, 2_000, "KPPN 082"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"max\": 5 | \"max\": 0",
                "\"max\": 5 | \"max\": null",
                "\"max\": 5 | \"maks\": 5",
                "\"max\": 5 | \"max\": 5, \"max\": 6",
                "\"SURAT\": | \"NOTA\":",
                "\"spmLimit\": | \"limit\":",
                "\"MONDAY\" | \"SENIN\"",
                "\"from\": \"08:00\" | \"from\": \"16:00\"",
                "\"from\": \"08:00\", | ",
                "\"holidays\": [] | \"holidays\": [\"25-12-2026\"]",
                "\"holidays\": [] | \"holidays\": null",
                "\"holidays\": [] | \"holidays\": [null]",
                "\"WITA\" | \"CET\"",
                "\"082\" | \"Tolitoli\"",
                "\"warn\": 5000000 | \"warn\": -1",
                "\"pdfPasal\": | \"pasal\":",
                "\"submitted\": false | \"submitted\": \"mungkin\""
            })
    void aFileThatCannotBeReadWholeIsNeverARuleThatPermits(String good, String bad) throws Exception {
        String damaged = builtIn().replace(good, bad == null ? "" : bad);
        Path file = write(damaged);

        assertThat(damaged).isNotEqualTo(builtIn());
        assertThat(problem(() -> Rules.read(file)))
                .isInstanceOfSatisfying(
                        Problem.RulesInvalid.class, p -> assertThat(p.file()).isEqualTo(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "[]", "null", "'{'", "{} {}", "7"})
    void whatIsNoObjectIsInvalidToo(String text) throws Exception {
        Path file = write(text);

        assertThat(problem(() -> Rules.read(file))).isInstanceOf(Problem.RulesInvalid.class);
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        Path file = folder.resolve("tidak-ada.json");

        assertThat(problem(() -> Rules.read(file))).isEqualTo(new Problem.FileUnreadable(file));
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(SignerException.class, call).problem();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("rules.json"), json);
    }

    private static String builtIn() throws IOException {
        try (InputStream in = Rules.class.getResourceAsStream("rules.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
