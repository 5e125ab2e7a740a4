package id.espm.sandbox.samples;

import id.espm.sandbox.samples.Paket.Dokumen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one package per jenis, and {@code SPM-6} with one SPM more than PER-10/PB/2018 Pasal 6(2) allows. */
public final class SamplePackages {
    private final LocalDate tanggal;
    private final Satker satker;
    private final Pejabat pejabat;
    private final SpmSamples spm;

    /**
     * @param tanggal the date on the documents; its year is the budget year
     * @param satker whose documents they are
     * @param pejabat full names of the officials, by jabatan
     */
    public SamplePackages(LocalDate tanggal, Satker satker, Map<String, String> pejabat) {
        this.tanggal = tanggal;
        this.satker = satker;
        this.pejabat = new Pejabat(pejabat);
        this.spm = new SpmSamples(tanggal);
    }

    /**
     * Writes those packages that the folder lacks, each whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Arrays.stream(Jenis.values())
                    .parallel()
                    .forEach(jenis -> complete(folder, jenis.name(), part -> contents(jenis, part)));
            complete(folder, "SPM-6", this::six);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes a package's files into a folder and says what they are. */
    private interface Content {
        Paket write(Path folder) throws IOException;
    }

    private static void complete(Path folder, String name, Content content) {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return;
        }
        Path part = folder.resolve("." + name + ".part");
        try {
            deleteTree(part);
            Files.createDirectory(part);
            content.write(part).write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the sample package " + target, e);
        }
    }

    /** What an interrupted call left behind. */
    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            @SuppressWarnings("NullAway") // the visitor's contract: null when nothing went wrong
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Paket contents(Jenis jenis, Path folder) throws IOException {
        return switch (jenis) {
            case SPM -> spm(folder);
            case SPM_KOREKSI -> paket(jenis, document(folder, spm.koreksi()));
            case SPM_KP, SPM_KPBB, SPM_KBC, SPM_IB, SPM_BPHTB ->
                paket(jenis, document(folder, spm.pengembalian(jenis)));
            case KONTRAK -> kontrak(folder);
            case RPD_HARIAN -> rpdHarian(folder);
            case GAJI -> gaji(folder);
            case LPJ -> lpj(folder);
            case SURAT -> surat(folder);
        };
    }

    private Paket paket(Jenis jenis, Dokumen... dokumen) {
        return new Paket(
                jenis,
                satker.kode(),
                jenis.hasKppn() ? Optional.of(satker.kppn()) : Optional.empty(),
                tanggal.getYear(),
                jenis.jabatan(),
                satker.lokasi(),
                List.of(dokumen));
    }

    /** Two documents by name, one in a folder of its own: both conventions of a package folder. */
    private Paket spm(Path folder) throws IOException {
        Spm first = spm.persediaan();
        Dokumen one = document(folder, first);
        kuitansi(first).write(folder.resolve(first.nomor() + "-kuitansi.pdf"));
        one = Dokumen.of(
                first.nomor(), one.adk().orElseThrow(), first.nomor() + "-spm.pdf", first.nomor() + "-kuitansi.pdf");

        Spm second = spm.pemeliharaan();
        Path own = Files.createDirectory(folder.resolve(second.nomor()));
        SpmAdk.of(second, satker).write(own.resolve("adk.zip"));
        print(second).write(own.resolve("spm.pdf"));
        kuitansi(second).write(own.resolve("kuitansi.pdf"));
        String prefix = second.nomor() + "/";
        Dokumen two = Dokumen.of(second.nomor(), prefix + "adk.zip", prefix + "spm.pdf", prefix + "kuitansi.pdf");

        return paket(Jenis.SPM, one, two, document(folder, spm.perjalanan()));
    }

    private Paket six(Path folder) throws IOException {
        List<Spm> all = spm.six();
        Dokumen[] documents = new Dokumen[all.size()];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = document(folder, all.get(i));
        }
        return paket(Jenis.SPM, documents);
    }

    /** An ADK and its print, by name. */
    private Dokumen document(Path folder, Spm one) throws IOException {
        SpmAdk.of(one, satker).write(folder.resolve(one.nomor() + ".zip"));
        print(one).write(folder.resolve(one.nomor() + "-spm.pdf"));
        return Dokumen.of(one.nomor(), one.nomor() + ".zip", one.nomor() + "-spm.pdf");
    }

    private SpmPrint print(Spm one) {
        return new SpmPrint(one, satker, pejabat);
    }

    private Kuitansi kuitansi(Spm one) {
        return new Kuitansi(one, satker, pejabat);
    }

    private Paket kontrak(Path folder) throws IOException {
        Kontrak kontrak = new Kontrak(tanggal, satker, pejabat);
        kontrak.adk().write(folder.resolve("kontrak-0007.zip"));
        kontrak.write(folder.resolve("kontrak-0007-spk.pdf"));
        return paket(Jenis.KONTRAK, Dokumen.of(kontrak.nomor(), "kontrak-0007.zip", "kontrak-0007-spk.pdf"));
    }

    private Paket rpdHarian(Path folder) throws IOException {
        RpdHarian rpd = new RpdHarian(tanggal, satker);
        rpd.adk().write(folder.resolve("rpd-0045.zip"));
        return paket(Jenis.RPD_HARIAN, Dokumen.of(rpd.nomor(), "rpd-0045.zip"));
    }

    private Paket gaji(Path folder) throws IOException {
        Gaji gaji = new Gaji(tanggal, satker, pejabat);
        gaji.adk().write(folder.resolve("gaji-induk.gpp"));
        gaji.write(folder.resolve("gaji-induk-daftar.pdf"));
        return paket(Jenis.GAJI, Dokumen.of(gaji.nomor(), "gaji-induk.gpp", "gaji-induk-daftar.pdf"));
    }

    private Paket lpj(Path folder) throws IOException {
        Lpj lpj = new Lpj(tanggal, satker, pejabat);
        lpj.adk().write(folder.resolve("lpj-bendahara.zip"));
        lpj.write(folder.resolve("lpj-bendahara-laporan.pdf"));
        return paket(Jenis.LPJ, Dokumen.of(lpj.nomor(), "lpj-bendahara.zip", "lpj-bendahara-laporan.pdf"));
    }

    private Paket surat(Path folder) throws IOException {
        Surat surat = new Surat(tanggal, satker, pejabat);
        surat.writeLetter(folder.resolve("S-0123-surat.pdf"));
        surat.writeEnclosure(folder.resolve("S-0123-lampiran.pdf"));
        return paket(
                Jenis.SURAT,
                new Dokumen(
                        List.of(surat.nomor()), Optional.empty(), List.of("S-0123-surat.pdf", "S-0123-lampiran.pdf")));
    }
}
