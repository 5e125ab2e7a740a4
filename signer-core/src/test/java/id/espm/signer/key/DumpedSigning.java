package id.espm.signer.key;

import com.sun.management.HotSpotDiagnosticMXBean;
import id.espm.signer.DigestAlgorithm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Opens a key file, signs, and dumps the heap, garbage included: in a JVM of its own, so that only what the program keeps
 * is in the dump. The passphrase comes in a file, each byte disguised.
 */
final class DumpedSigning {
    static final byte DISGUISE = 0x5a;

    private DumpedSigning() {}

    /** Arguments: the key file, the file of the passphrase, the dump, and whether the secret is still open at the dump. */
    public static void main(String[] arguments) throws Exception {
        char[] typed = passphrase(Path.of(arguments[1]));
        Secret secret = Secret.copyOf(typed);
        Arrays.fill(typed, '\0');
        try (SigningKey key = KeyFile.open(Path.of(arguments[0]), secret)) {
            key.sign(new byte[] {1, 2, 3}, DigestAlgorithm.SHA256);
        }
        if (!Boolean.parseBoolean(arguments[3])) {
            secret.close();
        }
        dump(arguments[2]);
        secret.close();
    }

    private static char[] passphrase(Path file) throws IOException {
        byte[] disguised = Files.readAllBytes(file);
        char[] typed = new char[disguised.length];
        for (int i = 0; i < typed.length; i++) {
            typed[i] = (char) (disguised[i] ^ DISGUISE);
        }
        return typed;
    }

    private static void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, false);
    }
}
