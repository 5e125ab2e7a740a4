package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files damaged at random, by a fixed seed: each ends in order, and soon. */
class DamagedKeyFilesTest {
    private static final String PASSPHRASE = "kopi tubruk";
    private static final IssuedKey PPSPM = Officials.ppspm();
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122);

    @ParameterizedTest
    @EnumSource(Protection.class)
    void damageEndsInOrder(Protection protection) throws Exception {
        Path whole = folder.resolve("whole.p12");
        Pkcs12File.write(whole, PPSPM, PASSPHRASE.toCharArray(), protection);

        requireOrder(Files.readAllBytes(whole), 120);
    }

    @Test
    void damageOfFilesWithoutMacOrEncryptionEndsInOrder() throws Exception {
        PfxMaker encrypted = new PfxMaker(PASSPHRASE).official(PPSPM, "1");
        requireOrder(Files.readAllBytes(encrypted.writeWithoutMac(folder.resolve("whole.p12"))), 400);

        PfxMaker clear =
                new PfxMaker(PASSPHRASE).clearKey(PPSPM.privateKey(), "1").clearCertificate(PPSPM.certificate(), "1");
        requireOrder(Files.readAllBytes(clear.writeWithoutMac(folder.resolve("whole.p12"))), 400);
    }

    @Test
    void aByteThatIsWrongUnderAMacIsNeverAWrongPassphrase() throws Exception {
        Path file = new PfxMaker(PASSPHRASE).official(PPSPM, "1").write(folder.resolve("whole.p12"));
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[30 + random.nextInt(whole.length - 30)] ^= (byte) (1 << random.nextInt(8));
            assertThat(open(Files.write(file, damaged)))
                    .as("variant %s", i)
                    .satisfiesAnyOf(
                            problem -> assertThat(problem).isEmpty(),
                            problem -> assertThat(problem).get().isNotInstanceOf(Problem.WrongPassphrase.class));
        }
    }

    private void requireOrder(byte[] whole, int variants) throws Exception {
        for (int i = 0; i < variants; i++) {
            Path file = Files.write(folder.resolve("damaged.p12"), damaged(whole));
            long before = System.nanoTime();

            assertThat(open(file))
                    .as("variant %s", i)
                    .satisfiesAnyOf(
                            problem -> assertThat(problem).isEmpty(),
                            problem -> assertThat(problem).get().isInstanceOf(Problem.OfKey.class));
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as("variant %s", i)
                    .isLessThan(SOON);
        }
    }

    private Optional<Problem> open(Path file) {
        try (Secret secret = Secret.copyOf(PASSPHRASE.toCharArray());
                SigningKey key = KeyFile.open(file, secret)) {
            // What was damaged is no part of the pair: a name, or without MAC what the issuer signed.
            assertThat(key.certificate().getPublicKey())
                    .isEqualTo(PPSPM.certificate().getPublicKey());
            return Optional.empty();
        } catch (SignerException e) {
            return Optional.of(e.problem());
        }
    }

    private byte[] damaged(byte[] whole) {
        int at = random.nextInt(whole.length);
        int length = Math.min(1 + random.nextInt(20), whole.length - at);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> joined(whole, at, new byte[0], at + length);
            case 2 -> joined(whole, at, random(length), at);
            case 3 -> joined(whole, at, random(length), at + length);
            default -> joined(whole, at, new byte[] {(byte) (whole[at] ^ 1 << random.nextInt(8))}, at + 1);
        };
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] whole, int head, byte[] middle, int tail) {
        byte[] joined = Arrays.copyOf(whole, head + middle.length + whole.length - tail);
        System.arraycopy(middle, 0, joined, head, middle.length);
        System.arraycopy(whole, tail, joined, head + middle.length, whole.length - tail);
        return joined;
    }
}
