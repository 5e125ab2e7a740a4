package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.Officials;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After signing, the passphrase is nowhere in memory: not in objects that live, and not in what the collector will take. */
class HeapDumpTest {
    private static final String PASSPHRASE = "Kopi-Tubruk-Tolitoli-0815";
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Protection.class)
    void nothingOfThePassphraseIsLeftAfterSigning(Protection protection) throws Exception {
        assertThat(encodingsIn(dump(protection, false))).isEmpty();
    }

    @Test
    void aSecretThatIsStillOpenIsFound() throws Exception {
        assertThat(encodingsIn(dump(Protection.AES_256, true))).isNotEmpty();
    }

    private Path dump(Protection protection, boolean open) throws IOException, InterruptedException {
        Path keyFile = folder.resolve("official.p12");
        Pkcs12File.write(keyFile, Officials.ppspm(), PASSPHRASE.toCharArray(), protection);
        byte[] disguised = PASSPHRASE.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < disguised.length; i++) {
            disguised[i] ^= DumpedSigning.DISGUISE;
        }
        Path typed = Files.write(folder.resolve("typed"), disguised);
        Path dump = folder.resolve("heap.hprof");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DumpedSigning.class.getName(),
                        keyFile.toString(),
                        typed.toString(),
                        dump.toString(),
                        String.valueOf(open))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(dump).as("%s", Files.readString(said)).exists();
        return dump;
    }

    private static List<Charset> encodingsIn(Path dump) throws IOException {
        // Latin-1 keeps every byte as one character, so that the search of strings does for bytes.
        String heap = Files.readString(dump, StandardCharsets.ISO_8859_1);
        return ENCODINGS.stream()
                .filter(charset -> Stream.of(PASSPHRASE, PASSPHRASE.substring(0, 12))
                        .map(text -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                        .anyMatch(heap::contains))
                .toList();
    }
}
