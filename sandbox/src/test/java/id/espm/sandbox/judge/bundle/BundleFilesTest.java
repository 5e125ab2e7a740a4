package id.espm.sandbox.judge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleFilesTest {
    @TempDir
    Path dir;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    BundleFilesTest() {
        entries.put("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
        entries.put("paket.json", "{}".getBytes(StandardCharsets.US_ASCII));
        entries.put("lampiran/a.pdf", new byte[5000]);
        entries.put("META-INF/ASiCManifest-paket-01.xml", new byte[0]);
        entries.put("META-INF/signature-paket-01.p7s", new byte[0]);
        entries.put("META-INF/ASiCManifest-segel.xml", new byte[0]);
        entries.put("META-INF/signature-segel.p7s", new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void storedAndDeflatedEntriesOpenAlikeAndLeaveNothingBehind(boolean deflate) throws Exception {
        Path folder;
        try (BundleFiles files = BundleFiles.open(write(zip(deflate)))) {
            assertThat(files.files()).containsOnlyKeys(entries.keySet());
            assertThat(files.file("lampiran/a.pdf")).hasBinaryContent(new byte[5000]);
            folder = files.file("lampiran/a.pdf").getParent();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void anEntryThatGrowsBeyondReasonIsCutOff() throws Exception {
        entries.put("lampiran/a.pdf", new byte[20 << 20]);

        refuses(zip(true), Reason.TOO_LARGE);
    }

    @Test
    void aMimetypeThatIsNotFirstOrNotStoredIsRefused() throws Exception {
        byte[] type = entries.remove("mimetype");
        entries.put("mimetype", type);
        refuses(zip(false), Reason.WRONG_MIMETYPE);
    }

    @Test
    void aFileThatTheDirectoryDoesNotListIsRefused() throws Exception {
        byte[] bytes = zip(false);
        int second = indexOf(bytes, "PK\u0003\u0004", 4);
        int third = indexOf(bytes, "PK\u0003\u0004", second + 4);
        // The second entry once more in front of the first: readers of the directory do not see it.
        byte[] hidden = Arrays.copyOfRange(bytes, second, third);
        byte[] all = new byte[hidden.length + bytes.length];
        System.arraycopy(hidden, 0, all, 0, hidden.length);
        System.arraycopy(bytes, 0, all, hidden.length, bytes.length);

        refuses(all, Reason.NOT_A_ZIP);
    }

    @Test
    void anEncryptedEntryIsRefused() throws Exception {
        byte[] bytes = zip(false);
        int header = indexOf(bytes, "PK\u0003\u0004", 4);
        bytes[header + 6] |= 1;

        refuses(bytes, Reason.NOT_A_ZIP);
    }

    @Test
    void everyCutIsRefused() throws Exception {
        byte[] whole = zip(false);
        for (int length = 0; length < whole.length; length += 97) {
            refuses(Arrays.copyOf(whole, length), Reason.NOT_A_ZIP);
        }
    }

    private void refuses(byte[] bundle, Reason reason) throws Exception {
        Path file = write(bundle);
        assertThatThrownBy(() -> BundleFiles.open(file).close())
                .isInstanceOfSatisfying(
                        UnsafeBundleException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private Path write(byte[] bundle) throws Exception {
        return Files.write(dir.resolve("b.asice"), bundle);
    }

    private byte[] zip(boolean deflate) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                if (!deflate || entry.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, String text, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }
}
