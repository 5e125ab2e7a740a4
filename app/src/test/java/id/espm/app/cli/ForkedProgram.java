package id.espm.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, for what only a process has: signals, log files, a list of arguments. */
final class ForkedProgram {
    private ForkedProgram() {}

    static Process start(Path home, String... args) throws IOException {
        return builder(home, args).start();
    }

    /** Standard error goes to {@code stderr.txt} in the home folder. */
    static ProcessBuilder builder(Path home, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "id.espm.app.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ESPM_HOME", home.resolve("espm-signer").toString());
        builder.environment().remove("ESPM_LANG");
        builder.redirectError(home.resolve("stderr.txt").toFile());
        return builder;
    }
}
