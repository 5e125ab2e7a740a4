package id.espm.app.gui.page;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A PDF to be looked at: a file of its own, or part of another that must stay open meanwhile. */
@FunctionalInterface
public interface PageFile {
    /** To be closed by the caller once nobody looks any more. */
    Opened open() throws IOException, SignerException;

    /**
     * A PDF that is there.
     *
     * @param region  where it stands
     * @param because what is closed with it
     */
    record Opened(FileRegion region, Closeable because) implements Closeable {
        @Override
        public void close() throws IOException {
            because.close();
        }
    }

    /** A file of its own. */
    static PageFile of(Path pdf) {
        return () -> new Opened(FileRegion.whole(pdf), () -> {});
    }
}
