package id.espm.signer.adk.contents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One SPM, as {@code d_spmind} has it.
 *
 * @param key      which one it is
 * @param tanggal  its date (TGSPM); empty where the ADK leaves it blank
 * @param gross    expenditure (TOTNILMAK), in rupiah or the other currency
 * @param potongan deductions (TOTNILMAP), in the same
 * @param valas    the other currency (KDVALAS), such as {@code USD}; empty for rupiah
 */
public record AdkSpm(
        Key key, Optional<LocalDate> tanggal, BigDecimal gross, BigDecimal potongan, Optional<String> valas) {

    /**
     * What tells one SPM from all others.
     *
     * @param tahun  the budget year (THANG)
     * @param satker the work unit (KDSATKER)
     * @param nomor  its number (NOSPM)
     */
    public record Key(int tahun, String satker, String nomor) {}

    /** What is paid out: expenditure less deductions. */
    public BigDecimal net() {
        return gross.subtract(potongan);
    }
}
