package id.espm.sandbox.kppn.konversi;

import id.espm.sandbox.kppn.konversi.AdkContents.Form;
import id.espm.sandbox.kppn.konversi.AdkContents.Member;
import id.espm.sandbox.kppn.konversi.AdkContents.Trouble;
import id.espm.sandbox.samples.Adk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ADK of practice as hostile files: never more than {@value #MAX_BYTES} bytes of a table, never more than
 * {@value #MAX_MEMBERS} members, whatever the file says of itself.
 */
public final class AdkReader {
    private static final Logger LOG = LoggerFactory.getLogger(AdkReader.class);
    /** Enough for {@link DbaseTable#MAX_ROWS} rows of the widest table. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int MAX_MEMBERS = 20;
    private static final int MAX_NAME = 200;

    private AdkReader() {}

    /** A member's rows, or why there are none. */
    private record Found(Optional<DbaseTable> table, Optional<Trouble> trouble) {
        static Found nothing(Trouble trouble) {
            return new Found(Optional.empty(), Optional.of(trouble));
        }
    }

    /**
     * Looks into an ADK.
     *
     * @throws IOException when this machine's files fail; what the ADK does wrong is told by the answer
     */
    public static AdkContents read(Path adk) throws IOException {
        if (!Files.isReadable(adk)) {
            throw new IOException("cannot read " + adk);
        }
        Form form = ZipEnd.form(adk);
        return form == Form.ZIP ? members(adk) : AdkContents.of(form);
    }

    private static AdkContents members(Path adk) {
        try (ZipFile zip = new ZipFile(adk.toFile(), Adk.PASSWORD.toCharArray())) {
            List<FileHeader> headers = zip.getFileHeaders();
            List<Member> members = new ArrayList<>();
            for (FileHeader header : headers.subList(0, Math.min(MAX_MEMBERS, headers.size()))) {
                members.add(member(zip, header));
            }
            return new AdkContents(Form.ZIP, members, headers.size() - members.size());
        } catch (IOException | RuntimeException e) {
            // Hostile bytes come out of the library as exceptions of many kinds.
            LOG.debug("an ADK cannot be read as a ZIP", e);
            return AdkContents.of(Form.DAMAGED);
        }
    }

    private static Member member(ZipFile zip, FileHeader header) {
        String name = String.valueOf(header.getFileName());
        Found found = name.toLowerCase(Locale.ROOT).endsWith(".dbf")
                ? table(zip, header)
                : new Found(Optional.empty(), Optional.empty());
        return new Member(
                name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "\u2026" : name,
                header.getUncompressedSize(),
                found.table(),
                found.trouble());
    }

    private static Found table(ZipFile zip, FileHeader header) {
        try (ZipInputStream in = zip.getInputStream(header)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            boolean whole = bytes.length < MAX_BYTES;
            return new Found(
                    Optional.of(DbaseTable.read(bytes)), whole ? Optional.empty() : Optional.of(Trouble.TOO_MUCH));
        } catch (ZipException e) {
            LOG.debug("a member of an ADK cannot be read", e);
            return Found.nothing(e.getType() == ZipException.Type.WRONG_PASSWORD ? Trouble.LOCKED : Trouble.DAMAGED);
        } catch (BrokenTableException | IOException | RuntimeException e) {
            // Hostile bytes come out of the library as exceptions of many kinds.
            LOG.debug("a member of an ADK is no table", e);
            return Found.nothing(Trouble.DAMAGED);
        }
    }
}
