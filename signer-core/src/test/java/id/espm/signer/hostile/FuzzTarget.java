package id.espm.signer.hostile;

import java.io.IOException;
import java.nio.file.Path;

/** Where Jazzer enters; which reader it is to try, it is told by system properties. */
public final class FuzzTarget {
    private static final Target TARGET = Target.named(System.getProperty("fuzz.target", "pdf"));
    private static final Seeds SEEDS = new Seeds(FuzzSeeds.seeds(Path.of(System.getProperty("fuzz.dir", "."))));

    private FuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        TARGET.take(SEEDS, bytes);
    }
}
