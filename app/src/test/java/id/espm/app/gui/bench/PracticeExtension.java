package id.espm.app.gui.bench;

import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One practice folder for all tests of a run: making its keys takes seconds. Tests read it and never change it. */
public final class PracticeExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PracticeFolder.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PracticeExtension.class))
                .getOrComputeIfAbsent(Shared.class)
                .folder;
    }

    static final class Shared implements AutoCloseable {
        private final Path root;
        private final PracticeFolder folder;

        Shared() {
            try {
                root = Files.createTempDirectory("practice");
                folder = PracticeFolder.init(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.walk(root)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }
}
