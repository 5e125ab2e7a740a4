package id.espm.signer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@link ForkedSigning} in a JVM of its own, the same as this one and on the same class path. */
record Fork(String who, Path input, Path output, Path keyFile) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * Runs it to its end.
     *
     * @return whether it ended well
     */
    boolean run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ForkedSigning.class.getName()));
        command.addAll(List.of(who, input.toString(), output.toString(), keyFile.toString()));
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
