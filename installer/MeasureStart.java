import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code installer/measure-start} runs: PROGRAM ROUNDS FOLDER. */
final class MeasureStart {
    private static final int WARM_UP = 2;
    private static final long PATIENCE_SECONDS = 120;

    private final String program;
    private final int rounds;
    private final Path folder;

    private MeasureStart(String program, int rounds, Path folder) {
        this.program = program;
        this.rounds = rounds;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new MeasureStart(args[0], Integer.parseInt(args[1]), Path.of(args[2])).measure();
    }

    /** One timed process: milliseconds. */
    private interface Start {
        double once(int round) throws IOException, InterruptedException;
    }

    private void measure() throws IOException, InterruptedException {
        Path practice = folder.resolve("practice");
        toItsEnd("practice", "init", "--dir", practice.toString());
        Path pdf = Files.write(folder.resolve("scan.pdf"), scan(200_000));
        String[] sign = {
            "sign", "--jenis", "SURAT", "--satker", "527010", "--jabatan", "DJPB", "--tahun", "2026", "--lokasi", "Jakarta", "--nomor", "1",
            "--lampiran", pdf.toString(), "--level", "B-B",
            "--p12", practice.resolve("officials/DJPB.p12").toString(),
            "--passphrase-file", practice.resolve("officials/DJPB.passphrase").toString(),
            "--trust", practice.resolve("ca").toString()
        };
        System.out.printf(
                "Java %s, %d processors, %s %s%n%n"
                        + "| call | median, ms | fastest | slowest | aim |%n|---|---:|---:|---:|---:|%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"), System.getProperty("os.arch"));
        tell("--version", 150, round -> toItsEnd("--version"));
        tell("sign, one PDF of 200 KB", 350, round -> toItsEnd(
                Stream.concat(Stream.of(sign), Stream.of("--out", folder.resolve("out-" + round).toString()))
                        .toArray(String[]::new)));
        if (System.getenv("DISPLAY") == null && System.getProperty("os.name").equals("Linux")) {
            System.err.println("measure-start: no display and no xvfb-run, so not the window");
        } else {
            tell("the window, to its first screen", 2000, this::toTheWindow);
        }
    }

    private void tell(String call, int aim, Start start) throws IOException, InterruptedException {
        double[] times = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double time = start.once(round);
            if (round >= 0) {
                times[round] = time;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %d |%n",
                call, (times[(rounds - 1) / 2] + times[rounds / 2]) / 2, times[0], times[rounds - 1], aim);
    }

    private double toItsEnd(String... call) throws IOException, InterruptedException {
        ProcessBuilder builder = builder("settings", call);
        Path said = folder.resolve("said.txt");
        builder.redirectErrorStream(true).redirectOutput(said.toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        int code = process.waitFor();
        long end = System.nanoTime();
        if (code != 0) {
            throw new IOException(List.of(call) + " ended with " + code + ": " + Files.readString(said));
        }
        return (end - begin) / 1e6;
    }

    /** The window makes a file once its first screen was drawn. */
    private double toTheWindow(int round) throws IOException, InterruptedException {
        Path ready = folder.resolve("ready-" + round);
        ProcessBuilder builder = builder("settings-window");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Despm.window.ready=" + ready);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("said.txt").toFile());
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!Files.exists(ready)) {
                if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IOException("no window: " + Files.readString(folder.resolve("said.txt")));
                }
                Thread.sleep(2);
            }
            return (System.nanoTime() - begin) / 1e6;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private ProcessBuilder builder(String settings, String... call) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(call));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("ESPM_HOME", folder.resolve(settings).toString());
        builder.environment().remove("ESPM_JAVA");
        return builder;
    }

    /** A page with a picture that no program can make smaller, as a scan is. */
    private static byte[] scan(int bytes) throws IOException {
        byte[] pixels = new byte[bytes];
        new Random(1).nextBytes(pixels);
        int width = 400;
        int height = bytes / width;
        List<byte[]> objects = List.of(
                text("<</Type/Catalog/Pages 2 0 R>>"),
                text("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                text("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>"),
                stream(
                        "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width " + width + "/Height "
                                + height,
                        pixels),
                stream("", text("595 0 0 842 0 0 cm /I Do")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text("%PDF-1.7\n"));
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.write(text(i + 1 + " 0 obj\n"));
            out.write(objects.get(i));
            out.write(text("\nendobj\n"));
        }
        int start = out.size();
        int size = objects.size() + 1;
        out.write(text("xref\n0 " + size + "\n" + table));
        out.write(text("trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] stream(String entries, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text("<<" + entries + "/Length " + content.length + ">>\nstream\n"));
        out.write(content);
        out.write(text("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
