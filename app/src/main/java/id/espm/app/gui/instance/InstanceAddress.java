package id.espm.app.gui.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Where the open window listens, and what a caller must know: {@code port secret} in one line that only its owner can read. */
final class InstanceAddress {
    static final int SECRET_BYTES = 32;
    private static final String FILE = "window.address";
    private static final int LARGEST_PORT = 65535;

    private final int port;
    private final byte[] secret;

    private InstanceAddress(int port, byte[] secret) {
        this.port = port;
        this.secret = secret;
    }

    static InstanceAddress fresh(int port) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new InstanceAddress(port, secret);
    }

    int port() {
        return port;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Empty where there is none that makes sense, such as after a crash in its midst. */
    static Optional<InstanceAddress> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
        int blank = line.indexOf(' ');
        try {
            int port = Integer.parseInt(line.substring(0, Math.max(0, blank)));
            byte[] secret = HexFormat.of().parseHex(line.substring(blank + 1));
            boolean sound = port > 0 && port <= LARGEST_PORT && secret.length == SECRET_BYTES;
            return sound ? Optional.of(new InstanceAddress(port, secret)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path part = posix
                ? Files.createTempFile(
                        folder,
                        ".window",
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".window", ".part");
        try {
            Files.writeString(part, port + " " + HexFormat.of().formatHex(secret), StandardCharsets.US_ASCII);
            Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
