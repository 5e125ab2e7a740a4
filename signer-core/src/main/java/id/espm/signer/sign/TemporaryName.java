package id.espm.signer.sign;

import id.espm.signer.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What unfinished bundles are called: hidden, and with the process and the machine that write them, so that what a killed process
 * left behind can be told from what another one is writing now.
 */
final class TemporaryName {
    private static final String MACHINE = machine();
    private static final Pattern FORM = Pattern.compile("\\..{1,60}\\.([0-9]+)-([0-9a-f]{8})\\.[0-9]+\\.part");
    private static final int SHOWN = 40;

    private TemporaryName() {}

    /** A file beside the target that does not exist; who makes it must insist on making it anew. */
    static Path beside(Path target) {
        String name = target.getFileName().toString();
        String prefix = "." + name.substring(0, Math.min(name.length(), SHOWN)) + "."
                + ProcessHandle.current().pid() + "-" + MACHINE + ".";
        Path file;
        do {
            String digits = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
            file = target.resolveSibling(prefix + digits + ".part");
        } while (Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        return file;
    }

    /** Files in a folder that a process of this machine was writing which is no more. */
    static List<Path> abandoned(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(TemporaryName::isAbandoned).toList();
        }
    }

    private static boolean isAbandoned(Path file) {
        Matcher name = FORM.matcher(file.getFileName().toString());
        return name.matches() && name.group(2).equals(MACHINE) && !isBeingWritten(file, Long.parseLong(name.group(1)));
    }

    /** A process that began after the file was written only has the same number by chance. */
    private static boolean isBeingWritten(Path file, long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        Optional<Instant> began = process.get().info().startInstant();
        try {
            FileTime written = Files.getLastModifiedTime(file);
            return began.isEmpty() || !began.get().isAfter(written.toInstant());
        } catch (IOException e) {
            // Gone or hidden: not ours to remove.
            return true;
        }
    }

    private static String machine() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            name = "localhost";
        }
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 8);
    }
}
