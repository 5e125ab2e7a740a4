package id.espm.app.gui.look;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How each system is told to show something in a program of its own. */
final class SystemCommand {
    private SystemCommand() {}

    /** @param os as {@code os.name} says it */
    static List<String> toShow(String os, Path file) {
        Path absolute = file.toAbsolutePath();
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("explorer.exe", "/select,", absolute.toString());
        }
        if (name.startsWith("mac")) {
            return List.of("open", "-R", absolute.toString());
        }
        return List.of("xdg-open", absolute.resolveSibling("").toString());
    }

    /** @param os as {@code os.name} says it */
    static List<String> toBrowse(String os, URI page) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }

    /** Starts a program and lets it go; what it says is of no interest. */
    static void start(List<String> command) throws IOException {
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
