package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
    @TempDir
    private Path root;

    private Path page(Path folder) throws IOException {
        Path page = folder.resolve("docs").resolve("panduan").resolve("index.html");
        Files.createDirectories(page.getParent());
        return Files.writeString(page, "<html/>");
    }

    @Test
    void anInstalledProgramHasItBesideItsLibraries() throws IOException {
        Path jar = root.resolve("espm-signer").resolve("lib").resolve("app.jar");
        assertThat(Guide.nearest(jar)).isEmpty();

        Path page = page(root.resolve("espm-signer"));

        assertThat(Guide.nearest(jar)).contains(page);
    }

    @Test
    void aCheckoutHasItInItsRootAndTheNearestCounts() throws IOException {
        page(root);
        Path nearer = page(root.resolve("checkout"));

        assertThat(Guide.nearest(root.resolve("checkout/app/target/classes"))).contains(nearer);
    }
}
