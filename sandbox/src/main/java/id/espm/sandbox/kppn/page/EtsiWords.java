package id.espm.sandbox.kppn.page;

import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.kppn.Verdict;

/** Verdicts in ETSI's words (ETSI EN 319 102-1, 5.1.3) and in plain Indonesian. */
final class EtsiWords {
    private EtsiWords() {}

    /**
     * A verdict in a word or two.
     *
     * @param kind {@code baik}, {@code ragu}, {@code buruk} or {@code tunggu}; how it is coloured
     * @param text what it says, so that the colour says nothing alone
     */
    record Badge(String kind, String text) {}

    static Badge badge(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending pending -> new Badge("tunggu", "Sedang diperiksa");
            case Verdict.Failed failed -> new Badge("buruk", "Tidak dapat diperiksa");
            case Verdict.Judged judged -> badge(judged.judgement().overall());
        };
    }

    private static Badge badge(Judgement.Overall overall) {
        return switch (overall) {
            case VALID -> new Badge("baik", "Sah");
            case INDETERMINATE -> new Badge("ragu", "Belum dapat dipastikan");
            case UNSIGNED -> new Badge("buruk", "Ada yang belum ditandatangani");
            case INVALID -> new Badge("buruk", "Tidak sah");
        };
    }

    static Badge badge(JudgedSignature signature) {
        return switch (signature.indication()) {
            case "TOTAL_PASSED", "PASSED" -> new Badge("baik", "Sah");
            case "TOTAL_FAILED", "FAILED" -> new Badge("buruk", "Tidak sah");
            default -> new Badge("ragu", "Belum dapat dipastikan");
        };
    }

    /** {@code TOTAL-FAILED / HASH_FAILURE}, as the standard writes them. */
    static String etsi(JudgedSignature signature) {
        String indication = signature.indication().replace('_', '-');
        return signature.subIndication().map(s -> indication + " / " + s).orElse(indication);
    }

    /** What that means for whoever works on the submission. */
    static String sentence(JudgedSignature signature) {
        if (signature.passed()) {
            return "Tanda tangan utuh, dibuat dengan sertifikat dari penerbit yang diakui, dan berlaku saat diperiksa.";
        }
        return switch (signature.subIndication().orElse("")) {
            case "HASH_FAILURE" -> "Isi dokumen berubah setelah ditandatangani.";
            case "SIG_CRYPTO_FAILURE" -> "Nilai tanda tangan tidak cocok dengan sertifikat penandatangan.";
            case "FORMAT_FAILURE" -> "Bentuk tanda tangan tidak menurut standar.";
            case "SIGNED_DATA_NOT_FOUND" -> "Berkas yang ditandatangani tidak ada di dalam paket.";
            case "REVOKED" -> "Sertifikat sudah dicabut ketika dokumen ditandatangani.";
            case "REVOKED_NO_POE", "REVOKED_CA_NO_POE" ->
                "Sertifikat sudah dicabut, dan tidak terbukti bahwa tanda tangan dibuat sebelumnya.";
            case "EXPIRED" -> "Sertifikat tidak berlaku lagi ketika dokumen ditandatangani.";
            case "NOT_YET_VALID" -> "Sertifikat belum berlaku ketika dokumen ditandatangani.";
            case "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED", "REVOCATION_OUT_OF_BOUNDS_NO_POE" ->
                "Sertifikat di luar masa berlakunya, dan tidak terbukti bahwa tanda tangan dibuat pada masa itu.";
            case "NO_SIGNING_CERTIFICATE_FOUND" -> "Sertifikat penandatangan tidak ditemukan.";
            case "NO_CERTIFICATE_CHAIN_FOUND", "NO_CERTIFICATE_CHAIN_FOUND_NO_POE" ->
                "Sertifikat bukan dari penerbit yang diakui.";
            case "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE" ->
                "Rantai sertifikat sampai ke penerbit yang diakui tidak dapat dipastikan.";
            case "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE" ->
                "Algoritme atau panjang kuncinya terlalu lemah.";
            case "SIG_CONSTRAINTS_FAILURE" -> "Tanda tangan tidak memenuhi syarat pemeriksaan.";
            case "TIMESTAMP_ORDER_FAILURE" -> "Urutan waktu pada stempel waktu tidak masuk akal.";
            case "NO_POE" -> "Tidak terbukti bahwa tanda tangan dibuat ketika sertifikatnya masih dapat dipercaya.";
            case "TRY_LATER" -> "Status pencabutan sertifikat belum dapat diketahui. Periksa ulang nanti.";
            default ->
                "TOTAL_FAILED".equals(signature.indication())
                        ? "Tanda tangan tidak sah."
                        : "Keabsahan tanda tangan belum dapat dipastikan dari bukti yang ada.";
        };
    }
}
