package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;

/** Signed bundles to be sent. */
final class Parcels {
    private static final String PACKAGE = """
            { "jenis": "RPD_HARIAN", "satker": "527010", "kppn": "082", "tahun": %d, "jabatan": "PPK",
              "lokasi": "Tolitoli", "dokumen": [ { "nomor": ["%s"], "adk": "rencana.zip" } ] }
            """;

    private final Practice practice;
    private final Program program;
    private final Path folder;

    /** @param folder where packages are made; signed bundles lie in {@code bundel} below it */
    Parcels(Practice practice, Path folder) throws IOException {
        this.practice = practice;
        this.folder = Files.createDirectories(folder);
        this.program = new Program(Files.createDirectories(folder.resolve("pejabat")));
    }

    /** An RPD Harian, which needs no code, with an ADK of so many bytes that no compression makes smaller. */
    Path rpd(String nomor, long bytes) throws IOException {
        Path paket = Files.createDirectory(folder.resolve("paket-" + nomor));
        int year = Year.now(ZoneOffset.ofHours(8)).getValue();
        Files.writeString(paket.resolve("paket.json"), PACKAGE.formatted(year, nomor), StandardCharsets.UTF_8);
        Random random = new Random(nomor.hashCode());
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(paket.resolve("rencana.zip"))) {
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return signed(paket, "PPK", folder.resolve("bundel").resolve(nomor));
    }

    /** The practice folder's SPM, which needs a code. */
    Path spm() throws IOException {
        return signed(practice.paket("SPM"), "PPSPM", folder.resolve("bundel").resolve("spm"));
    }

    private Path signed(Path paket, String official, Path out) throws IOException {
        Program.Result result = program.run("sign", "--package", paket, practice.key(official), "--out", out);
        assertThat(result.exit()).as(result.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.toString().endsWith(".asice"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
