package id.espm.app.update;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.update.PackageCheck.Outcome;
import id.espm.signer.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that somebody downloaded. */
class PackageCheckTest {
    @TempDir
    private Path folder;

    private Outcome verify(String name, String content) throws Exception {
        String sha256 = Sha256.of("paket".getBytes(StandardCharsets.UTF_8)).hex();
        String json = ReleaseText.with(root -> root.putArray("packages")
                .add(ReleaseText.onePackage("linux", ReleaseText.DEB, "a1").put("sha256", sha256)));
        PublishedRelease release = ReleaseJson.read(json.getBytes(StandardCharsets.UTF_8));
        return PackageCheck.of(Files.writeString(folder.resolve(name), content), release)
                .outcome();
    }

    @Test
    void isGenuineByItsBytesWhateverItsName() throws Exception {
        assertThat(verify("unduhan (1).deb", "paket")).isEqualTo(Outcome.GENUINE);
    }

    @Test
    void isNoneByItsNameAlone() throws Exception {
        assertThat(verify(ReleaseText.DEB, "paket ")).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void mayBelongToAnotherVersion() throws Exception {
        assertThat(verify("espm-signer_0.1.0_amd64.deb", "lama")).isEqualTo(Outcome.NOT_LISTED);
    }
}
