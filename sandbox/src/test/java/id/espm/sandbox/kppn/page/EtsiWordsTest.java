package id.espm.sandbox.kppn.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.SubIndication;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.Judgement.Overall;
import id.espm.sandbox.kppn.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EtsiWordsTest {
    @Test
    void aVerdictIsToldInBothLanguages() {
        JudgedSignature changed = signature("TOTAL_FAILED", Optional.of("HASH_FAILURE"));

        assertThat(EtsiWords.etsi(changed)).isEqualTo("TOTAL-FAILED / HASH_FAILURE");
        assertThat(EtsiWords.badge(changed)).isEqualTo(new EtsiWords.Badge("buruk", "Tidak sah"));
        assertThat(EtsiWords.sentence(changed)).isEqualTo("Isi dokumen berubah setelah ditandatangani.");
        JudgedSignature good = signature("TOTAL_PASSED", Optional.empty());
        assertThat(EtsiWords.etsi(good)).isEqualTo("TOTAL-PASSED");
        assertThat(EtsiWords.badge(good)).isEqualTo(new EtsiWords.Badge("baik", "Sah"));
        assertThat(EtsiWords.sentence(good)).startsWith("Tanda tangan utuh");
    }

    @ParameterizedTest
    @EnumSource(
            value = SubIndication.class,
            mode = EnumSource.Mode.EXCLUDE,
            // Of a judge that could not work, there is no more to say than that.
            names = {"POLICY_PROCESSING_ERROR", "SIGNATURE_POLICY_NOT_AVAILABLE"})
    void everySubIndicationHasItsOwnSentence(SubIndication sub) {
        assertThat(EtsiWords.sentence(signature("INDETERMINATE", Optional.of(sub.name()))))
                .isNotEqualTo(EtsiWords.sentence(signature("INDETERMINATE", Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource(Overall.class)
    void aVerdictOverAllHasItsBadge(Overall overall) {
        Judgement judgement = new Judgement("paket.asice", overall, List.of(), List.of());

        String kind =
                EtsiWords.badge(new Verdict.Judged(judgement, Instant.EPOCH)).kind();

        assertThat(kind)
                .isEqualTo(overall == Overall.VALID ? "baik" : overall == Overall.INDETERMINATE ? "ragu" : "buruk");
    }

    private static JudgedSignature signature(String indication, Optional<String> sub) {
        return new JudgedSignature(
                "paket.asice!lampiran/a.pdf",
                "S-1",
                indication,
                sub,
                "PAdES-BASELINE-B",
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }
}
