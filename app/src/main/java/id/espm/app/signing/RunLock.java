package id.espm.app.signing;

import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.sign.Leftovers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a folder for results to one run at a time. The system lets go of it with the process, however that ends. */
public final class RunLock implements Closeable {
    private final Path output;
    private final Optional<FileChannel> channel;

    private RunLock(Path output, Optional<FileChannel> channel) {
        this.output = output;
        this.channel = channel;
    }

    /** No lock, for who does one thing in a folder beside others. */
    public static RunLock none(Path output) {
        return new RunLock(output, Optional.empty());
    }

    /**
     * Takes the lock of a folder.
     *
     * @param locks  where locks are kept; made if it is not there
     * @param output the folder for results, which need not be there
     * @throws SignerException {@link Problem.RunningAlready}
     */
    public static RunLock take(Path locks, Path output) throws IOException, SignerException {
        Path folder = output.toAbsolutePath().normalize();
        String name =
                Sha256.of(folder.toString().getBytes(StandardCharsets.UTF_8)).hex();
        Files.createDirectories(locks);
        FileChannel channel = FileChannel.open(
                locks.resolve("run-" + name.substring(0, 16) + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw new SignerException(new Problem.RunningAlready(folder), e);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new SignerException(new Problem.RunningAlready(folder));
        }
        return new RunLock(folder, Optional.of(channel));
    }

    /** Removes what a killed run left in the folder, where nobody else may be writing. */
    public void sweep() throws IOException {
        if (channel.isPresent()) {
            Leftovers.sweep(output);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
