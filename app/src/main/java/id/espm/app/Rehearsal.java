package id.espm.app;

import id.espm.app.cli.CommandLineApp;
import id.espm.app.cli.call.Prompt;
import id.espm.app.cli.call.Terminal;
import id.espm.app.practice.FolderTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Does the everyday calls once, on practice files in a temporary folder, silently and without a network. Whoever packages the
 * program has the JVM watch it, so that it can keep the classes for later starts (JEP 514); see {@code bin/make-archive}.
 */
public final class Rehearsal {
    /** Several, so that workers work side by side. */
    private static final int PACKAGES = 3;

    private static final int ADK_BYTES = 30_000;

    private final Path folder;
    private final CommandLineApp app;

    private Rehearsal(Path folder) {
        this.folder = folder;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.app = Wiring.commandLine(new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Prompt.system()));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("espm-rehearsal-");
        try {
            new Rehearsal(folder).run();
        } finally {
            FolderTree.delete(folder);
        }
    }

    private void run() throws IOException {
        String practice = folder.resolve("practice").toString();
        call("practice", "init", "--dir", practice);
        Path official = Path.of(practice, "officials", "PPSPM.p12");
        String passphrase = Path.of(practice, "officials", "PPSPM.passphrase").toString();
        String anchors = Path.of(practice, "ca").toString();
        Path out = Files.createDirectories(folder.resolve("out"));
        call("cert", official.toString(), "--passphrase-file", passphrase, "--trust", anchors);
        String[] key = {"--p12", official.toString(), "--passphrase-file", passphrase, "--trust", anchors};
        String paket = Path.of(practice, "packages", "SPM").toString();
        call(with(key, "sign", "--package", paket, "--out", out.toString()));
        for (Path bundle : children(out)) {
            Path extracted = folder.resolve("extracted-" + bundle.getFileName());
            call("extract", bundle.toString(), "--out", extracted.toString());
            call("verify", bundle.toString(), "--trust", anchors, "--json");
            for (Path file : children(extracted)) {
                if (file.toString().endsWith(".pdf")) {
                    call("verify", file.toString(), "--trust", anchors);
                }
            }
        }
        batch(Path.of(paket, "00123A-spm.pdf"), out, key);
    }

    private void batch(Path pdf, Path out, String[] key) throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        fill(inbox, pdf);
        String[] details = {
            "--jenis=SPM", "--satker=527010", "--kppn=082", "--tahun=2026", "--jabatan=PPSPM", "--lokasi=Tolitoli"
        };
        call(with(with(key, details), "batch", inbox.toString(), "--out", out.toString()));
    }

    /** Packages of one ADK, which nobody can read, and two PDFs. */
    private static void fill(Path inbox, Path pdf) throws IOException {
        byte[] adk = new byte[ADK_BYTES];
        new Random(1).nextBytes(adk);
        for (int i = 1; i <= PACKAGES; i++) {
            String nomor = String.format(Locale.ROOT, "%05dA", i);
            Path paket = Files.createDirectory(inbox.resolve(nomor));
            Files.write(paket.resolve(nomor + ".zip"), adk);
            Files.copy(pdf, paket.resolve(nomor + "-spm.pdf"));
            Files.write(
                    Files.copy(pdf, paket.resolve(nomor + "-kuitansi.pdf")),
                    new byte[] {'\n'},
                    StandardOpenOption.APPEND);
        }
    }

    private static String[] with(String[] more, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    private void call(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        Collections.addAll(all, "--config", folder.resolve("settings").toString());
        int code = app.run(all.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(all + " ended with " + code);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
