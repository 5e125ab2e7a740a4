package id.espm.signer.benchmarks;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignerException;
import id.espm.signer.benchmarks.BenchCase.Kind;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * What no signer can be faster than: read the file, SHA-256 it, sign once by RSA-2048, write it and 20 KB, all by the JDK and
 * once each. The output is no signature.
 */
final class Limit {
    static final int SURPLUS = 20_000;

    private Limit() {}

    static List<Contender> contenders(BenchSigner signer) {
        List<Contender> contenders = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            contenders.add(of(Contender.LIMIT, kind, signer.key()));
            signer.acceleratedKey().ifPresent(key -> contenders.add(of("limit with ACCP", kind, key)));
        }
        return contenders;
    }

    private static Contender of(String title, Kind kind, SigningKey key) {
        return new Contender(title, kind, false, input -> output -> work(input, key, output));
    }

    private static void work(Path input, SigningKey key, Path output) throws IOException, SignerException {
        MessageDigest digest = DigestAlgorithm.SHA256.newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(input);
                OutputStream out = Files.newOutputStream(output)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            byte[] value = key.sign(digest.digest(), DigestAlgorithm.SHA256);
            System.arraycopy(value, 0, buffer, 0, value.length);
            out.write(buffer, 0, SURPLUS);
        }
    }
}
