package id.espm.app.gui.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javax.imageio.ImageIO;

/** Pictures of the window for people to look at: they are kept where {@code -Despm.pictures} names a folder. */
public final class Pictures {
    private Pictures() {}

    /** Takes one, on the window's thread. */
    public static void take(Node root, String name) {
        String folder = System.getProperty("espm.pictures");
        if (folder == null) {
            return;
        }
        write(root, Path.of(folder).resolve(name.replace(' ', '-') + ".png"));
    }

    /** Writes one to a file, on the window's thread. */
    public static void write(Node root, Path png) {
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(root.snapshot(null, null), null), "png", png.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
