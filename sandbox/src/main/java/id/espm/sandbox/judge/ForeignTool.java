package id.espm.sandbox.judge;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program that is not ours, such as {@code openssl} or {@code pdfsig}, called to judge what we made. */
public final class ForeignTool {
    private static final long TIMEOUT_SECONDS = 60;

    private final Path program;

    private ForeignTool(Path program) {
        this.program = program;
    }

    /**
     * What a run gave.
     *
     * @param exit   the exit code
     * @param output what it printed on both streams
     */
    public record Result(int exit, String output) {}

    /** The program, where the PATH of this machine has it. */
    public static Optional<ForeignTool> find(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(ForeignTool::new);
    }

    /** Runs it in a folder without any input. */
    public Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, new byte[0], arguments);
    }

    /**
     * Runs it.
     *
     * @param input what it reads from its standard input
     * @throws IOException if it cannot be started or does not end within a minute
     */
    public Result run(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("espm-judge-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input);
            }
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within a minute");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
