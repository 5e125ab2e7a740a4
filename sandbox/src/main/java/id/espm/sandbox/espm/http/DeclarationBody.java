package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code Declaration} of docs/api/espm.yaml as it comes in, before anything is believed. */
record DeclarationBody(
        @Nullable String jenis,
        @Nullable String satker,
        @Nullable String kppn,
        @Nullable Integer tahun,
        @Nullable List<@Nullable String> nomor,
        @Nullable String fileName,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String certificateSerial) {
    private static final Set<String> JENIS = Set.of(
            "SPM",
            "SPM_KOREKSI",
            "SPM_KP",
            "SPM_KPBB",
            "SPM_KBC",
            "SPM_IB",
            "SPM_BPHTB",
            "KONTRAK",
            "RPD_HARIAN",
            "GAJI",
            "LPJ");
    private static final Set<String> MAY_LACK_NUMBERS = Set.of("RPD_HARIAN", "GAJI", "LPJ", "KONTRAK");

    Declaration checked() throws Refusal {
        String checkedJenis = text(jenis, "[A-Z_]{1,20}", "jenis");
        if (!JENIS.contains(checkedJenis)) {
            throw Json.invalid("Jenis dokumen tidak dikenal.", "jenis");
        }
        return new Declaration(
                checkedJenis,
                text(satker, "\\d{6}", "satker"),
                text(kppn, "\\d{3}", "kppn"),
                checkedYear(),
                numbers(checkedJenis),
                text(fileName, "[0-9A-Za-z._-]{1,120}\\.asice", "fileName"),
                checkedSize(),
                text(sha256, "[0-9a-f]{64}", "sha256"),
                new BigInteger(text(certificateSerial, "[0-9A-Fa-f]{1,64}", "certificateSerial"), 16));
    }

    private int checkedYear() throws Refusal {
        if (tahun == null) {
            throw missing("tahun");
        }
        if (tahun < 2000 || tahun > 2999) {
            throw Json.invalid("Tahun anggaran tidak benar.", "tahun");
        }
        return tahun;
    }

    private long checkedSize() throws Refusal {
        if (size == null) {
            throw missing("size");
        }
        if (size < 1) {
            throw Json.invalid("Ukuran paket tidak benar.", "size");
        }
        return size;
    }

    private List<String> numbers(String checkedJenis) throws Refusal {
        if (nomor == null) {
            throw missing("nomor");
        }
        Set<String> seen = new HashSet<>();
        for (@Nullable String number : nomor) {
            if (!seen.add(text(number, "[0-9A-Za-z./_-]{1,40}", "nomor"))) {
                throw Json.invalid("Nomor tercantum dua kali: " + number + ".", "nomor");
            }
        }
        if (nomor.isEmpty() && !MAY_LACK_NUMBERS.contains(checkedJenis)) {
            throw Json.invalid("Nomor SPM belum diisi.", "nomor");
        }
        return nomor.stream().map(String::valueOf).toList();
    }

    private static String text(@Nullable String value, String pattern, String field) throws Refusal {
        if (value == null) {
            throw missing(field);
        }
        if (!value.matches(pattern)) {
            throw Json.invalid("Isian %s tidak benar.".formatted(field), field);
        }
        return value;
    }

    private static Refusal missing(String field) {
        return Json.invalid("Isian %s belum ada.".formatted(field), field);
    }
}
