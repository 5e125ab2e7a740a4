package id.espm.sandbox.samples.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndonesianTest {
    @ParameterizedTest
    @CsvSource({
        "0, nol rupiah",
        "11, sebelas rupiah",
        "15, lima belas rupiah",
        "20, dua puluh rupiah",
        "100, seratus rupiah",
        "199, seratus sembilan puluh sembilan rupiah",
        "1000, seribu rupiah",
        "2011, dua ribu sebelas rupiah",
        "11820000, sebelas juta delapan ratus dua puluh ribu rupiah",
        "1000000, satu juta rupiah",
        "1001000000, satu miliar satu juta rupiah",
        "2000000000101, dua triliun seratus satu rupiah"
    })
    void amountsAreSpeltOut(long amount, String words) {
        assertThat(Indonesian.rupiahInWords(amount)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, Rp0", "999, Rp999", "1000, Rp1.000", "1234567, Rp1.234.567", "-123456, Rp-123.456"})
    void thousandsAreParted(long amount, String text) {
        assertThat(Indonesian.rupiah(amount)).isEqualTo(text);
    }

    @Test
    void monthsHaveTheirIndonesianNames() {
        assertThat(Indonesian.date(LocalDate.of(2026, 11, 21))).isEqualTo("21 November 2026");
        assertThat(Indonesian.date(LocalDate.of(2026, 8, 1))).isEqualTo("1 Agustus 2026");
        assertThat(Indonesian.monthAndYear(LocalDate.of(2027, 2, 28))).isEqualTo("Februari 2027");
    }

    @Test
    void whatHasNoWordsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Indonesian.rupiahInWords(-1));
    }
}
