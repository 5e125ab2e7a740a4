package id.espm.app;

import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A practice folder that all tests share and none changes: its keys take seconds to make. */
public final class Practice implements AutoCloseable {
    private final Path dir;
    private final PracticeFolder folder;

    private Practice() {
        try {
            dir = Files.createTempDirectory("espm-practice-");
            folder = PracticeFolder.init(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PracticeFolder folder() {
        return folder;
    }

    /** The trust anchors. */
    public String trust() {
        return folder.trustAnchors().toString();
    }

    public Path paket(String name) {
        return folder.packages().resolve(name);
    }

    public PracticeOfficial official(String name) {
        return folder.official(name);
    }

    /** The options by which an official signs. */
    public List<String> key(String name) {
        PracticeOfficial official = official(name);
        return List.of(
                "--p12",
                official.p12().toString(),
                "--passphrase-file",
                official.passphraseFile().toString());
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(dir)) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    /** Hands the shared folder to tests. */
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Practice.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(Practice.class, type -> new Practice(), Practice.class);
        }
    }
}
