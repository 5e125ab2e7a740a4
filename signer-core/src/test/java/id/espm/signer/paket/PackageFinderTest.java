package id.espm.signer.paket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFinderTest {
    @TempDir
    Path dir;

    private void file(String path) throws IOException {
        Path file = dir.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private List<Path> found() throws IOException {
        return new PackageFinder(dir.resolve("out"))
                .below(dir).stream().map(dir::relativize).toList();
    }

    @Test
    void aDescribedFolderIsThePackageItself() throws IOException {
        file("paket.json");
        file("sub/paket.json");

        assertThat(found()).containsExactly(Path.of(""));
    }

    @Test
    void describedFoldersAreFoundAtAnyDepthAndOthersOneLevelDown() throws IOException {
        file("b/00123A.zip");
        file("b/lampiran/00123A.pdf");
        file("a/2026/nov/paket.json");
        file("a/2026/okt/paket.json");

        assertThat(found()).containsExactly(Path.of("a/2026/nov"), Path.of("a/2026/okt"), Path.of("b"));
    }

    @Test
    void resultsHiddenFoldersAndEmptyOnesAreNoPackages() throws IOException {
        file("out/SPM.asice");
        file(".git/config");
        file("catatan.txt");
        Files.createDirectory(dir.resolve("kosong"));

        assertThat(found()).isEmpty();
    }

    @Test
    void whatLiesBesideThePackagesIsTold() throws IOException {
        file("a/00123A.zip");
        file("00124A.zip");
        file("Thumbs.db");

        assertThat(new PackageFinder(dir.resolve("out")).loose(dir)).containsExactly(dir.resolve("00124A.zip"));
    }
}
