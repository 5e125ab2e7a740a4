package id.espm.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ZIP is a bundle, a container or neither by what it holds. */
class SignedFileVerifierTest {
    @TempDir
    Path folder;

    @Test
    void aPlainZipIsUnsigned() throws Exception {
        assertThat(verify(zip("arsip.zip", "a.txt")).signed()).isFalse();
    }

    @Test
    void anEmptyZipIsUnsigned() throws Exception {
        assertThat(verify(zip("arsip.zip")).signed()).isFalse();
    }

    @Test
    void aFormThatIsNotKnownIsNamed() throws Exception {
        assertThat(verify(zip("surat.asice", "a.txt", "META-INF/signatures.xml"))
                        .findings()
                        .toString())
                .contains("FORM_UNKNOWN, detail=XAdES");
    }

    @Test
    void whatHoldsAContentsListIsJudgedAsABundle() throws Exception {
        assertThat(verify(zip("arsip.zip", "paket.json")).findings().toString()).contains("BUNDLE_UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.asice", "a.asics", "a.sce", "a.SCS", "SPM-527010-20261120-101500-1.asice"})
    void aContainerThatLostItsBeginningIsRefused(String name) throws Exception {
        FileReport report = verify(Files.writeString(folder.resolve(name), "rusak"));

        assertThat(report.signed()).isTrue();
        assertThat(report.findings().toString()).contains("BUNDLE_UNREADABLE");
    }

    private Path zip(String name, String... entries) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("isi".getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static FileReport verify(Path file) throws Exception {
        return new SignedFileVerifier(new VerificationSettings(TrustAnchors.none(), Instant.now()), Rules.builtIn())
                .verify(file, Optional.empty());
    }
}
