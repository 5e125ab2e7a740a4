package id.espm.signer.hostile;

import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Makes what the long fuzzing starts from, once for a folder; what it found there stays. */
final class FuzzSeeds {
    private FuzzSeeds() {}

    public static void main(String[] arguments) throws IOException, SignerException {
        Path folder = Path.of(arguments[0]);
        if (Files.exists(seeds(folder))) {
            return;
        }
        Seeds made = Seeds.make(seeds(folder));
        for (Target target : Target.values()) {
            String name = target.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Path corpus = Files.createDirectories(folder.resolve("corpus-" + name));
            for (String seed : target.seeds()) {
                Files.write(corpus.resolve(seed), made.bytes(seed));
            }
        }
    }

    static Path seeds(Path folder) {
        return folder.resolve("seeds");
    }
}
