package id.espm.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An eSPM that only a proxy would know: nothing but the way there can be tried. */
final class FarEspm {
    private FarEspm() {}

    /** Asks it for a submission. */
    static Program.Result status(Program program, Path home) throws IOException {
        Path password = Files.writeString(home.resolve("espm.pass"), "rahasia1");
        return program.run(
                "status",
                "0123456789abcdef",
                "--url",
                "https://espm.example",
                "--user",
                "operator",
                "--password-file",
                password);
    }
}
