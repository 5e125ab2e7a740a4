package id.espm.app.cli;

import id.espm.app.Practice;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders full of packages, and what became of them. */
final class Batch {
    private final Practice practice;
    private final Path inbox;

    Batch(Practice practice, Path inbox) throws IOException {
        this.practice = practice;
        this.inbox = Files.createDirectories(inbox);
    }

    Path inbox() {
        return inbox;
    }

    /** One SPM with one attachment; its ADK is as opaque as one without a password is. */
    Path spm(int number) throws IOException {
        String nomor = String.format(Locale.ROOT, "%05dA", number);
        Path paket = Files.createDirectory(inbox.resolve("paket-" + nomor));
        Files.writeString(paket.resolve(nomor + ".zip"), "ADK " + nomor, StandardCharsets.US_ASCII);
        Files.copy(practice.paket("SPM").resolve("00123A-spm.pdf"), paket.resolve(nomor + "-spm.pdf"));
        return paket;
    }

    Batch spm(int first, int last) throws IOException {
        for (int number = first; number <= last; number++) {
            spm(number);
        }
        return this;
    }

    /** What a call says of packages that have no {@code paket.json}. */
    static List<String> details() {
        return List.of(
                "--jenis",
                "SPM",
                "--satker",
                "527010",
                "--kppn",
                "082",
                "--tahun",
                "2026",
                "--jabatan",
                "PPSPM",
                "--lokasi",
                "Tolitoli");
    }

    /** The files of a folder, hidden ones too. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        }
    }

    /** Every file of a folder with its content, to see whether anything changed. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        if (!Files.exists(folder)) {
            return contents;
        }
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            contents.put(folder.relativize(file).toString(), Sha256.of(file).hex());
        }
        return contents;
    }
}
