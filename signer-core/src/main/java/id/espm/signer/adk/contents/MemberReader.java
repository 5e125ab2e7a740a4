package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;
import id.espm.signer.FileRegion;
import id.espm.signer.key.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;
import org.jspecify.annotations.Nullable;

/** Decrypts and inflates one member by zip4j, which knows ZipCrypto and AES; never more of it than there may be. */
final class MemberReader {
    private final Optional<Secret> password;
    private final AdkLimits limits;

    MemberReader(Optional<Secret> password, AdkLimits limits) {
        this.password = password;
        this.limits = limits;
    }

    /**
     * The content.
     *
     * @param most how many bytes it may have
     * @throws Unreadable also for a password that does not fit; ZipCrypto takes one in 128 wrong ones for right, which then
     *     shows as content that cannot be inflated, or has another CRC
     */
    byte[] read(FileRegion zip, ZipDirectory.Member member, int most) throws IOException, Unreadable {
        if (member.encrypted() && password.isEmpty()) {
            throw new Unreadable(AdkGap.NO_PASSWORD, member.name());
        }
        long bound = Math.min(most, Math.max(1, member.packed()) * limits.ratio());
        if (member.size() > bound) {
            throw new Unreadable(AdkGap.TOO_MUCH, "a member of " + member.size() + " bytes");
        }
        char @Nullable [] chars = member.encrypted()
                ? password.map(secret -> secret.use(char[]::clone)).orElse(null)
                : null;
        try (InputStream in = new BufferedInputStream(member.region(zip).open());
                ZipInputStream entry = new ZipInputStream(in, chars)) {
            return content(entry, member, (int) bound);
        } catch (ZipException e) {
            throw new Unreadable(
                    e.getType() == ZipException.Type.WRONG_PASSWORD ? AdkGap.WRONG_PASSWORD : AdkGap.DAMAGED, e);
        } catch (RuntimeException e) {
            // Hostile bytes come out of the library as exceptions of many kinds.
            throw new Unreadable(AdkGap.DAMAGED, e);
        } finally {
            if (chars != null) {
                Arrays.fill(chars, '\0');
            }
        }
    }

    /** The file can be read, as its directory was: an error that remains is one of the content. */
    private static byte[] content(ZipInputStream entry, ZipDirectory.Member member, int bound)
            throws ZipException, Unreadable {
        FileHeader header = new FileHeader();
        header.setFileName(member.name());
        header.setCrc(member.crc());
        header.setCompressedSize(member.packed());
        header.setUncompressedSize(member.size());
        try {
            if (entry.getNextEntry(header, false) == null) {
                throw new Unreadable(AdkGap.DAMAGED, "no member where it should be");
            }
            byte[] bytes = entry.readNBytes(bound + 1);
            if (bytes.length > bound) {
                throw new Unreadable(AdkGap.TOO_MUCH, "a member that inflates to more than it says");
            }
            return bytes;
        } catch (ZipException e) {
            throw e;
        } catch (IOException e) {
            throw new Unreadable(AdkGap.DAMAGED, e);
        }
    }
}
