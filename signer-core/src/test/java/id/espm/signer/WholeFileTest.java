package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void makesItsFolderAndTakesTheOldFilesPlace() throws IOException {
        Path file = folder.resolve("a/b/c.json");
        WholeFile.replace(file, bytes("old"));
        WholeFile.replace(file, bytes("new"));

        assertThat(file).hasContent("new");
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void whereItFailsNothingIsLeftBehind() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/by a folder"));

        assertThatThrownBy(() -> WholeFile.replace(taken.getParent(), bytes("x")))
                .isInstanceOf(IOException.class);
        assertThat(folder).isDirectoryNotContaining(other -> other.toString().endsWith(".part"));
    }
}
