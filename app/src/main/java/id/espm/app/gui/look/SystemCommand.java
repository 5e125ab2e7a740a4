package id.espm.app.gui.look;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How each system is told to show a file in its file manager. */
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
}
