package id.espm.signer.bundle;

import java.util.Optional;

/** The reader and writer of {@code paket.json}, for tests that stand elsewhere. */
public final class ContentsListBytes {
    private ContentsListBytes() {}

    public static Optional<ContentsList> read(byte[] json) {
        return ContentsListJson.read(json);
    }

    public static byte[] write(ContentsList list) {
        return ContentsListJson.write(list);
    }
}
