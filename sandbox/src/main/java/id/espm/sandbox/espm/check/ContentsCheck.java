package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.OriginalAdk;
import id.espm.sandbox.judge.bundle.PaketJson;
import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The contents list against what was announced, and the originals against the contents list. */
final class ContentsCheck {
    private final SigningMatrix matrix;

    ContentsCheck(SigningMatrix matrix) {
        this.matrix = matrix;
    }

    void check(BundleFiles files, PaketJson paket, Declaration declaration) throws Refusal, IOException {
        checkDeclared(paket, declaration);
        checkEntries(files, paket);
        checkComposition(paket);
        for (Dokumen dokumen : paket.dokumen()) {
            checkOriginal(files, dokumen);
        }
        checkNumbers(paket);
    }

    private static void checkDeclared(PaketJson paket, Declaration declaration) throws Refusal {
        boolean same = paket.jenis().equals(declaration.jenis())
                && paket.satker().equals(declaration.satker())
                && paket.kppn().filter(declaration.kppn()::equals).isPresent()
                && paket.tahun() == declaration.tahun()
                && paket.nomor().size() == declaration.nomor().size()
                && new HashSet<>(paket.nomor()).equals(new HashSet<>(declaration.nomor()));
        if (!same) {
            throw Faults.invalid("Isi paket.json berbeda dengan yang dinyatakan saat pengiriman.", BundleFiles.PAKET);
        }
    }

    private static void checkEntries(BundleFiles files, PaketJson paket) throws Refusal {
        Set<String> listed = new HashSet<>();
        for (Dokumen dokumen : paket.dokumen()) {
            if (!listed.add(dokumen.entry()) || !files.files().containsKey(dokumen.entry())) {
                throw Faults.invalid("Berkas dalam paket.json tidak ada atau tercantum dua kali.", dokumen.entry());
            }
        }
        for (String role : List.of("adk/", "lampiran/")) {
            for (String name : files.names(role)) {
                if (!listed.contains(name)) {
                    throw Faults.invalid("Paket memuat berkas yang tidak tercantum dalam paket.json.", name);
                }
            }
        }
    }

    /** RPD Harian is data alone; all else is data with its softcopy (PER-10/PB/2018 Pasal 1(5)-(9)). */
    private static void checkComposition(PaketJson paket) throws Refusal {
        boolean adk = paket.dokumen().stream().anyMatch(d -> "adk".equals(d.role()));
        boolean lampiran = paket.dokumen().stream().anyMatch(d -> "lampiran".equals(d.role()));
        if (!adk) {
            throw Faults.invalid("Paket tidak memuat ADK.", "");
        }
        if (lampiran == "RPD_HARIAN".equals(paket.jenis())) {
            throw Faults.invalid(
                    lampiran
                            ? "RPD Harian hanya terdiri dari ADK, tanpa lampiran."
                            : "Paket tidak memuat lampiran PDF.",
                    "");
        }
    }

    /** The numbers of the documents are those of the package, so that none slips past the count. */
    private void checkNumbers(PaketJson paket) throws Refusal {
        Set<String> of = new HashSet<>();
        paket.dokumen().forEach(d -> of.addAll(d.nomor()));
        of.removeAll(paket.nomor());
        if (!of.isEmpty()) {
            throw Faults.invalid(
                    "Dokumen memuat nomor yang tidak tercantum pada paket: " + of + ".", BundleFiles.PAKET);
        }
        int spm = matrix.countSpm(paket.jenis(), paket.nomor());
        if (matrix.spmKinds().contains(paket.jenis()) && spm == 0) {
            throw Faults.invalid("Paket SPM tidak memuat nomor SPM.", BundleFiles.PAKET);
        }
        if (spm > matrix.maxSpm()) {
            throw new Refusal(
                            ProblemType.TOO_MANY_SPM,
                            "Satu Dokumen Elektronik SPM memuat paling banyak %d SPM, paket ini memuat %d."
                                    .formatted(matrix.maxSpm(), spm))
                    .with("limit", matrix.maxSpm());
        }
    }

    private static void checkOriginal(BundleFiles files, Dokumen dokumen) throws Refusal, IOException {
        Counted original = new Counted();
        Path file = files.file(dokumen.entry());
        if ("adk".equals(dokumen.role())) {
            OriginalAdk.copy(file, dokumen.entry(), original);
        } else {
            copyPrefix(file, dokumen.size(), original);
        }
        boolean same = original.bytes == dokumen.size() && original.hex().equals(dokumen.sha256());
        if (!same) {
            throw new Refusal(
                            ProblemType.HASH_MISMATCH,
                            "Isi %s berbeda dengan berkas asli yang tercantum dalam paket.json."
                                    .formatted(dokumen.name()))
                    .with("restart", false)
                    .with("document", dokumen.entry());
        }
    }

    private static void copyPrefix(Path file, long size, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long left = size;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    return;
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }

    /** Hashes and counts, and keeps nothing. */
    private static final class Counted extends DigestOutputStream {
        private long bytes;

        Counted() {
            super(OutputStream.nullOutputStream(), sha256());
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            bytes += len;
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
