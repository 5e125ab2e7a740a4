package id.espm.signer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read as often as needed, each time from their beginning. */
public interface ByteSource {
    /** How many there are. */
    long length();

    /** Opens them for reading from the first. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    static ByteSource of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return new ByteSource() {
            @Override
            public long length() {
                return copy.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(copy);
            }
        };
    }
}
