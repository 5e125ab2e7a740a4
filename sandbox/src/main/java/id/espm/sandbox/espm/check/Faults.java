package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;

/** Words for what is wrong with a container. */
final class Faults {
    private Faults() {}

    static Refusal refusal(UnsafeBundleException fault) {
        String detail = switch (fault.reason()) {
            case NOT_A_ZIP -> "Paket rusak atau bukan berkas ASiC-E.";
            case WRONG_MIMETYPE -> "Paket bukan wadah ASiC-E: berkas mimetype tidak benar.";
            case UNSAFE_NAME -> "Paket memuat nama berkas yang tidak aman.";
            case DUPLICATE_NAME -> "Paket memuat dua berkas dengan nama yang sama.";
            case TOO_LARGE -> "Isi paket melebihi batas ukuran.";
            case UNKNOWN_ENTRY -> "Paket memuat berkas yang tidak dikenal.";
            case MISSING_ENTRY -> "Paket tidak lengkap.";
            case UNREADABLE_ENTRY -> "Berkas di dalam paket tidak dapat dibaca.";
        };
        return invalid(detail, fault.entry());
    }

    static Refusal invalid(String detail, String document) {
        Refusal refusal = new Refusal(ProblemType.BUNDLE_INVALID, detail);
        return document.isEmpty() ? refusal : refusal.with("document", document);
    }
}
