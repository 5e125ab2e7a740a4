package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.bundle.BundleClaim;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle stays one, whatever it lost. */
class BundleClaimTest {
    @TempDir
    Path folder;

    @Test
    void aBundleThatLostAPartOrItsNameIsStillOne() throws Exception {
        Path bundle =
                Packages.sign(Packages.samples(folder).resolve("SPM"), folder).bundle();
        for (String lost : names(bundle)) {
            Path less = without(bundle, lost, folder.resolve("kiriman.asice"));

            assertThat(BundleClaim.isMadeBy(less)).as(lost).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SPM-527010-20261120-101500-00123A.asice, true",
        "LPJ-527010-20261120-101500.ASICE, true",
        "surat.asice, false",
        "surat-527010.zip, false"
    })
    void whatIsNoZipGoesByItsName(String name, boolean bundle) throws Exception {
        assertThat(BundleClaim.isMadeBy(Files.writeString(folder.resolve(name), "rusak")))
                .isEqualTo(bundle);
    }

    @ParameterizedTest
    @CsvSource({
        "paket.json, true",
        "PAKET.JSON, true",
        "META-INF/ASiCManifest-segel.xml, true",
        "META-INF/signature-paket-02.p7s, true",
        "META-INF/ASiCManifest001.xml, false",
        "arsip/paket.json, false"
    })
    void aContainerGoesByItsEntries(String entry, boolean bundle) throws Exception {
        Path file = folder.resolve("c.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
        }

        assertThat(BundleClaim.isMadeBy(file)).isEqualTo(bundle);
    }

    private static List<String> names(Path bundle) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static Path without(Path bundle, String lost, Path target) throws Exception {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(bundle));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(lost)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        return target;
    }
}
