package id.espm.app.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * What no batch can be faster than, in a process of its own: read each file once, SHA-256 it, sign once by RSA-2048 for each file
 * and twice for the bundle, write all of it, fsync file and folder; by the JDK alone. The output is no bundle.
 */
final class BatchLimit {
    private static final int FOR_THE_BUNDLE = 2;

    private BatchLimit() {}

    /** Arguments: the folder of packages, the folder for results, how many threads. */
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[1]));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Path paket : listed(Path.of(args[0]))) {
            tasks.add(() -> {
                one(paket, out.resolve(paket.getFileName()), key);
                return null;
            });
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(Integer.parseInt(args[2]))) {
            for (Future<Void> done : workers.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private static void one(Path paket, Path target, PrivateKey key) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        byte[] buffer = new byte[1 << 16];
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Path file : listed(paket)) {
                signature.initSign(key);
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        signature.update(buffer, 0, n);
                        out.write(ByteBuffer.wrap(buffer, 0, n));
                    }
                }
                out.write(ByteBuffer.wrap(signature.sign()));
            }
            for (int i = 0; i < FOR_THE_BUNDLE; i++) {
                signature.initSign(key);
                signature.update(buffer, 0, 1_000);
                out.write(ByteBuffer.wrap(signature.sign()));
            }
            out.force(true);
        }
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted().toList();
        }
    }
}
