package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NativeCryptographyTest {
    /** Machines of which the build knows a library: there it must be found, or nobody would notice that it is not. */
    private static final boolean KNOWN_MACHINE = System.getProperty("os.name").equals("Linux")
            && List.of("amd64", "aarch64").contains(System.getProperty("os.arch"));

    @Test
    void isThereWhereTheBuildBringsItAndNeverInstalled() {
        assertThat(NativeCryptography.provider().isPresent()).isEqualTo(KNOWN_MACHINE);
        NativeCryptography.provider()
                .ifPresent(provider -> assertThat(Security.getProviders()).doesNotContain(provider));
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void hashesAreThoseOfThePlatformWhateverTheirLengthAndFromEachState(DigestAlgorithm algorithm) throws Exception {
        Random random = new Random(1);
        MessageDigest platform = MessageDigest.getInstance(algorithm.standardName());
        for (int length : new int[] {0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000, 1 << 20}) {
            byte[] content = new byte[length];
            random.nextBytes(content);
            MessageDigest digest = algorithm.newDigest();
            digest.update(content, 0, length / 3);
            MessageDigest copy = DigestAlgorithm.copyOf(digest);
            digest.update(content, length / 3, length - length / 3);

            assertThat(digest.digest()).as("%d bytes", length).isEqualTo(platform.digest(content));
            assertThat(copy.digest()).isEqualTo(platform.digest(Arrays.copyOf(content, length / 3)));
        }
    }

    @Test
    void whatNobodyKnowsIsRefusedAsByThePlatform() {
        assertThatThrownBy(() -> NativeCryptography.digest("SHA-1000")).isInstanceOf(NoSuchAlgorithmException.class);
    }

    @Test
    void everythingIsComputedInJavaWhereNativeCodeIsNotWanted() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + NativeCryptography.PROPERTY + "=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Told.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(said.lines().toList().getLast().toLowerCase(Locale.ROOT)).isEqualTo("false sun");
    }

    /** Run in a JVM of its own. */
    static final class Told {
        public static void main(String[] args) {
            System.out.println(NativeCryptography.provider().isPresent() + " "
                    + DigestAlgorithm.SHA256.newDigest().getProvider().getName());
        }
    }
}
