package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;
import id.espm.signer.FileRegion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The members of a ZIP by its central directory (APPNOTE.TXT 4.3.12), read before any library sees the file: a directory that says
 * more than it may have is not begun.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    /** Stands where the real value is in a ZIP64 record, which no ADK needs. */
    private static final long ELSEWHERE = 0xffffffffL;

    private final FileRegion file;
    private final AdkLimits limits;

    private ZipDirectory(FileRegion file, AdkLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * A member, as the directory has it.
     *
     * @param name      with its folders
     * @param encrypted whether it needs a password
     * @param crc       of its content
     * @param packed    its size in the file, in bytes
     * @param size      its size inflated, in bytes
     * @param offset    where its local header begins
     */
    record Member(String name, boolean encrypted, long crc, long packed, long size, long offset) {
        /** The name without folders, in lower case. */
        String plainName() {
            int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
            return name.substring(slash + 1).toLowerCase(Locale.ROOT);
        }

        /** Where its header and its bytes are. */
        FileRegion region(FileRegion zip) throws Unreadable {
            if (offset > zip.length() - LOCAL_SIZE || packed > zip.length() - offset) {
                throw new Unreadable(AdkGap.DAMAGED, "a member that reaches beyond the file");
            }
            return zip.part(offset, zip.length() - offset);
        }
    }

    /** @throws Unreadable if the file is no whole ZIP, or its directory is too large */
    static List<Member> read(FileRegion file, AdkLimits limits) throws IOException, Unreadable {
        return new ZipDirectory(file, limits).members();
    }

    private List<Member> members() throws IOException, Unreadable {
        ByteBuffer end = end();
        int count = end.getShort(10) & 0xffff;
        long size = end.getInt(12) & ELSEWHERE;
        long offset = end.getInt(16) & ELSEWHERE;
        if (count > limits.members() || size > limits.directoryBytes()) {
            throw new Unreadable(AdkGap.TOO_MUCH, "a directory of " + count + " members");
        }
        if (offset > file.length() - size) {
            throw new Unreadable(AdkGap.DAMAGED, "no directory where it should be");
        }
        ByteBuffer directory = buffer(file.part(offset, size));
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(member(directory));
        }
        return members;
    }

    /** The last record of that kind, for a comment may follow it. */
    private ByteBuffer end() throws IOException, Unreadable {
        long length = Math.min(file.length(), END_SIZE + MAX_COMMENT);
        ByteBuffer tail = buffer(file.part(file.length() - length, length));
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new Unreadable(AdkGap.DAMAGED, "a ZIP without an end");
    }

    private static Member member(ByteBuffer directory) throws Unreadable {
        int at = directory.position();
        if (directory.remaining() < ENTRY_SIZE || directory.getInt(at) != ENTRY) {
            throw new Unreadable(AdkGap.DAMAGED, "a directory that is shorter than it says");
        }
        int name = directory.getShort(at + 28) & 0xffff;
        int rest = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
        if (directory.remaining() < ENTRY_SIZE + name + rest) {
            throw new Unreadable(AdkGap.DAMAGED, "a name that reaches beyond the directory");
        }
        byte[] letters = new byte[name];
        directory.get(at + ENTRY_SIZE, letters);
        directory.position(at + ENTRY_SIZE + name + rest);
        return new Member(
                new String(letters, StandardCharsets.UTF_8),
                (directory.getShort(at + 8) & 1) != 0,
                directory.getInt(at + 16) & ELSEWHERE,
                directory.getInt(at + 20) & ELSEWHERE,
                directory.getInt(at + 24) & ELSEWHERE,
                directory.getInt(at + 42) & ELSEWHERE);
    }

    private static ByteBuffer buffer(FileRegion part) throws IOException {
        return ByteBuffer.wrap(part.readAll()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
