package id.espm.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is not ours, called to judge what we made. */
public final class ForeignTool {
    /** What it printed (both streams) and its exit code. */
    public record Result(int exit, String output) {}

    private final String program;

    private ForeignTool(String program) {
        this.program = program;
    }

    /** Skips the test, saying why, where this machine lacks the program. */
    public static ForeignTool require(String program) {
        boolean found = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
        assumeTrue(found, program + " is not installed on this machine, and it is the judge of this test");
        return new ForeignTool(program);
    }

    public Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, new byte[0], arguments);
    }

    public Result run(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "tool", ".out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end within a minute");
        }
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
