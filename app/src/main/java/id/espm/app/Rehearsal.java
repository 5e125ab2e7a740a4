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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does the everyday calls once, on practice files in a temporary folder, silently and without a network. Whoever packages the
 * program has the JVM watch it, so that it can keep the classes for later starts (JEP 514); see {@code bin/make-archive}.
 */
public final class Rehearsal {
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
