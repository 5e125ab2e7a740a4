package id.espm.signer.asic.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The fields of a ZIP by which nobody reads content: versions, times, attributes (APPNOTE 4.4). Those that stand twice must say
 * the same twice, the others the same of every entry, as one writer makes them; so no byte of a bundle can be changed unseen.
 */
final class Bookkeeping {
    /** In a local header; in the directory the same fields stand two bytes further. */
    private static final int VERSION_NEEDED = 4;

    private static final int FLAGS = 6;
    private static final int TIME_AND_DATE = 10;
    private static final int DIRECTORY_SHIFT = 2;

    private static final int MADE_BY = 4;
    private static final int COMMENT_LENGTH = 32;
    private static final int DISK = 34;
    private static final int INTERNAL_ATTRIBUTES = 36;
    private static final int EXTERNAL_ATTRIBUTES = 38;

    private static final int ZIP64_FIELD = 1;

    private final ZipBytes whole;

    Bookkeeping(ZipBytes whole) {
        this.whole = whole;
    }

    /** The first entry that departs, if one does. */
    Optional<String> objection(CentralDirectory directory, List<ZipArchiveEntry> entries) throws IOException {
        List<ByteBuffer> listed = directory.headers(whole);
        if (!areByOneWriter(listed)) {
            return Optional.of("attributes");
        }
        for (int i = 0; i < entries.size(); i++) {
            ZipArchiveEntry entry = entries.get(i);
            ByteBuffer local = whole.read(entry.getLocalHeaderOffset(), LocalHeader.SIZE);
            boolean same = agree(local, listed.get(i), VERSION_NEEDED, 2)
                    && agree(local, listed.get(i), FLAGS, 2)
                    && agree(local, listed.get(i), TIME_AND_DATE, 4);
            if (!same || !onlyZip64(entry.getLocalFileDataExtra()) || !onlyZip64(entry.getCentralDirectoryExtra())) {
                return Optional.of("local header: " + EntryNames.printable(entry.getName()));
            }
        }
        return Optional.empty();
    }

    /** A writer states its own version with every entry, or with each entry the version that it needs. */
    private static boolean areByOneWriter(List<ByteBuffer> listed) {
        Set<Integer> versions = new HashSet<>();
        Set<List<Integer>> attributes = new HashSet<>();
        boolean asNeeded = true;
        for (ByteBuffer header : listed) {
            versions.add(header.get(MADE_BY) & 0xff);
            asNeeded &= header.get(MADE_BY) == header.get(VERSION_NEEDED + DIRECTORY_SHIFT);
            attributes.add(List.of(
                    header.get(MADE_BY + 1) & 0xff,
                    ZipBytes.unsigned16(header, INTERNAL_ATTRIBUTES),
                    header.getInt(EXTERNAL_ATTRIBUTES)));
        }
        boolean plain = listed.stream().allMatch(h -> h.getShort(COMMENT_LENGTH) == 0 && h.getShort(DISK) == 0);
        return plain && attributes.size() <= 1 && (asNeeded || versions.size() <= 1);
    }

    private static boolean agree(ByteBuffer local, ByteBuffer listed, int at, int length) {
        return local.slice(at, length).equals(listed.slice(at + DIRECTORY_SHIFT, length));
    }

    /** What else extra fields say - owners, exact times - no bundle needs. */
    private static boolean onlyZip64(byte[] extra) {
        return extra.length == 0 || (extra.length >= 4 && extra[0] == ZIP64_FIELD && extra[1] == 0);
    }
}
