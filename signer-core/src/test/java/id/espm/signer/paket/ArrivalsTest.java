package id.espm.signer.paket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that arrive, by a clock that is moved by hand. */
class ArrivalsTest {
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    Path inbox;

    private long now;
    private Arrivals arrivals;

    @BeforeEach
    void watch() {
        arrivals = Arrivals.ofPackages(new PackageFinder(inbox.resolve("out")), inbox, QUIET, () -> now);
    }

    private Path put(String paket, String file, String text) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(paket));
        return Files.writeString(folder.resolve(file), text);
    }

    private List<Path> after(Duration time) throws IOException {
        now += time.toNanos();
        return arrivals.look();
    }

    @Test
    void aPackageCountsOnceItWasQuiet() throws IOException {
        put("a", "00001A.zip", "ADK");

        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(QUIET.minusNanos(1))).isEmpty();
        assertThat(after(Duration.ofNanos(1))).containsExactly(inbox.resolve("a"));
        assertThat(after(QUIET)).isEmpty();
    }

    @Test
    void whatStillGrowsIsWaitedFor() throws IOException {
        put("a", "00001A.zip", "ADK");
        after(Duration.ZERO);
        put("a", "00001A.zip", "ADK, lebih panjang");

        assertThat(after(QUIET)).isEmpty();
        assertThat(after(QUIET)).containsExactly(inbox.resolve("a"));
    }

    @Test
    void aFileThatIsCalledUnfinishedHoldsThePackageBack() throws IOException {
        put("a", "00001A.zip", "ADK");
        Path part = put("a", "00001A.pdf.crdownload", "%PDF");
        after(Duration.ZERO);

        assertThat(after(QUIET.multipliedBy(100))).isEmpty();

        Files.move(part, part.resolveSibling("00001A.pdf"));
        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(QUIET)).containsExactly(inbox.resolve("a"));
    }

    @Test
    void aPackageThatWasMendedArrivesAgain() throws IOException {
        put("a", "00001A.zip", "ADK");
        after(Duration.ZERO);
        after(QUIET);
        put("a", "paket.json", "{\"jenis\": \"SPM\"}");

        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(QUIET)).containsExactly(inbox.resolve("a"));
    }

    @Test
    void oneThatWentAwayAndCameBackArrivesAgain() throws IOException {
        Path file = put("a", "00001A.zip", "ADK");
        after(Duration.ZERO);
        assertThat(after(QUIET)).hasSize(1);
        Files.delete(file);
        Files.delete(inbox.resolve("a"));
        assertThat(after(QUIET)).isEmpty();
        put("a", "00001A.zip", "ADK");

        assertThat(after(Duration.ZERO)).isEmpty();
        assertThat(after(QUIET)).containsExactly(inbox.resolve("a"));
    }

    @Test
    void resultsAmongThePackagesAreNone() throws IOException {
        put("out", "SPM.asice", "bundel");
        after(Duration.ZERO);

        assertThat(after(QUIET)).isEmpty();
    }

    @Test
    void eachWaitsForItselfAlone() throws IOException {
        put("a", "00001A.zip", "ADK");
        after(Duration.ZERO);
        put("b", "00002A.zip", "ADK");

        assertThat(after(QUIET)).containsExactly(inbox.resolve("a"));
        assertThat(after(QUIET)).containsExactly(inbox.resolve("b"));
    }
}
