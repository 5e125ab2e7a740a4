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
 * Does the everyday calls once, on practice files, silently and without a network. Whoever packages the program has the JVM watch
 * it, so that it can keep the classes for later starts (JEP 514); see {@code bin/make-archive}. What is rehearsed together is kept
 * together, and all that is kept is laid out at each start: hence the parts (ADR-0023).
 */
public final class Rehearsal {
    /** Several, so that workers work side by side. */
    private static final int PACKAGES = 3;

    private static final int ADK_BYTES = 30_000;

    private final Path folder;
    private final Terminal terminal;

    private Rehearsal(Path folder) {
        this.folder = folder;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Prompt.system());
    }

    /**
     * Without arguments: the whole part in a temporary folder. Else the part and its folder, which stays: {@code whole FOLDER},
     * then in later processes {@code sign FOLDER} and, where there is a screen, {@code window FOLDER}.
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 2) {
            new Rehearsal(Path.of(args[1])).run(args[0]);
            return;
        }
        Path folder = Files.createTempDirectory("espm-rehearsal-");
        try {
            new Rehearsal(folder).run("whole");
        } finally {
            FolderTree.delete(folder);
        }
    }

    private void run(String part) throws IOException {
        Main.begin(terminal, part).callFinished();
        switch (part) {
            case "whole" -> whole();
            case "sign" -> sign();
            case "window" -> window();
            default -> throw new IllegalArgumentException(part);
        }
    }

    private void whole() throws IOException {
        call("practice", "init", "--dir", practice().toString());
        String[] key = key("PPSPM");
        call(with(key, "cert"));
        Path out = Files.createDirectories(folder.resolve("out"));
        Path paket = practice().resolve("packages/SPM");
        call(with(key, "sign", "--package", paket.toString(), "--out", out.toString()));
        for (Path bundle : children(out)) {
            Path extracted = folder.resolve("extracted-" + bundle.getFileName());
            call("extract", bundle.toString(), "--out", extracted.toString());
            call("verify", bundle.toString(), "--trust", anchors(), "--json");
            for (Path file : children(extracted)) {
                if (file.toString().endsWith(".pdf")) {
                    call("verify", file.toString(), "--trust", anchors());
                }
            }
        }
        batch(paket.resolve("00123A-spm.pdf"), out, key);
    }

    /** What ends at once: one package, one letter, a look at the certificate and at the history. */
    private void sign() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out-sign"));
        Path paket = practice().resolve("packages/SPM");
        call(with(key("PPSPM"), "sign", "--package", paket.toString(), "--out", out.toString()));
        String[] letter = {
            "sign",
            "--jenis=SURAT",
            "--satker=527010",
            "--tahun=2026",
            "--jabatan=DJPB",
            "--lokasi=Jakarta",
            "--nomor=1",
            "--lampiran=" + scan(),
            "--out=" + out
        };
        call(with(key("DJPB"), letter));
        call(with(key("PPSPM"), "cert"));
        call("history");
    }

    /** A page as scanners write it, with a cross-reference table; the practice files have streams. */
    private Path scan() throws IOException {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        for (String object : List.of(
                "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
                "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n")) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(object);
        }
        int start = pdf.length();
        pdf.append(table).append("trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n");
        pdf.append(start).append("\n%%EOF\n");
        return Files.writeString(folder.resolve("scan.pdf"), pdf, StandardCharsets.US_ASCII);
    }

    private void window() {
        call(Wiring.rehearsal(terminal), "window");
    }

    private Path practice() {
        return folder.resolve("practice");
    }

    private String anchors() {
        return practice().resolve("ca").toString();
    }

    private String settings() {
        return folder.resolve("settings").toString();
    }

    private String[] key(String official) {
        Path officials = practice().resolve("officials");
        return new String[] {
            "--p12", officials.resolve(official + ".p12").toString(),
            "--passphrase-file", officials.resolve(official + ".passphrase").toString(),
            "--trust", anchors()
        };
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
        call(Wiring.commandLine(terminal), arguments);
    }

    private void call(CommandLineApp app, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        Collections.addAll(all, "--config", settings());
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
