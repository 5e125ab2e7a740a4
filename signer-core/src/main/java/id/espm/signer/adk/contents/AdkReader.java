package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;
import id.espm.signer.FileRegion;
import id.espm.signer.adk.contents.ZipDirectory.Member;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an ADK holds, as far as it is known: the list of SPM in an ADK SPM of SAS. Made once, used for any number of files by
 * several threads. Whatever a file tries, the answer is a value, and comes after some milliseconds and some megabytes.
 */
public final class AdkReader {
    private static final int START = 32;

    private final AdkLimits limits;
    private final MemberReader members;

    /**
     * @param password opens ADKs that are encrypted; stays the caller's, who closes it when nothing is read any more. The
     *     password of SAS is not ours to publish, so it is a setting
     * @param limits   what a file may ask for
     */
    public AdkReader(Optional<Secret> password, AdkLimits limits) {
        this.limits = limits;
        this.members = new MemberReader(password, limits);
    }

    /** A reader that tells the kind of every ADK, and reads those that are not encrypted. */
    public static AdkReader withoutPassword() {
        return new AdkReader(Optional.empty(), AdkLimits.usual());
    }

    /** A reader of encrypted ADKs, too. */
    public static AdkReader withPassword(Secret password) {
        return new AdkReader(Optional.of(password), AdkLimits.usual());
    }

    /**
     * Reads one file. Without the password of an encrypted one nothing but its directory is read.
     *
     * @throws IOException if the file itself cannot be read
     */
    public AdkContents read(Path adk) throws IOException {
        FileRegion file = FileRegion.whole(adk);
        byte[] start = file.part(0, Math.min(START, file.length())).readAll();
        if (TableHeader.isTable(start)) {
            return AdkContents.unknown(AdkKind.TABLE, AdkGap.FORM_UNKNOWN);
        }
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            return AdkContents.unknown(AdkKind.UNKNOWN, AdkGap.FORM_UNKNOWN);
        }
        List<Member> tables;
        try {
            tables = ZipDirectory.read(file, limits).stream()
                    .filter(member -> member.plainName().equals(SpmTable.NAME))
                    .toList();
        } catch (Unreadable e) {
            return AdkContents.unknown(AdkKind.OTHER_ZIP, e.gap());
        }
        return tables.isEmpty() ? AdkContents.unknown(AdkKind.OTHER_ZIP, AdkGap.FORM_UNKNOWN) : spm(file, tables);
    }

    /** Of several tables, in several folders, all count: none may hide behind another. One without a row was cut off. */
    private AdkContents spm(FileRegion file, List<Member> tables) throws IOException {
        List<AdkSpm> spm = new ArrayList<>();
        int left = limits.tableBytes();
        try {
            for (Member member : tables) {
                byte[] table = members.read(file, member, left);
                left -= table.length;
                spm.addAll(SpmTable.read(table, limits));
            }
        } catch (Unreadable e) {
            return AdkContents.unknown(AdkKind.SPM, e.gap());
        }
        return spm.isEmpty()
                ? AdkContents.unknown(AdkKind.SPM, AdkGap.DAMAGED)
                : new AdkContents(AdkKind.SPM, spm, Optional.empty());
    }
}
