package id.espm.sandbox.kppn.page;

import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.SubmissionFiles;
import id.espm.sandbox.kppn.konversi.AdkContents;
import id.espm.sandbox.kppn.konversi.AdkReader;
import id.espm.sandbox.kppn.konversi.DbaseTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What Konversi finds: each original ADK, whether it is what the package says, and the tables in it.
 *
 * @param item the submission
 * @param adk one by one
 */
record KonversiView(InboxItem item, List<Adk> adk) {

    /** An original, compared with {@code paket.json}; {@code number} is its place in the list of documents. */
    record Adk(
            int number,
            String name,
            String size,
            String sha256,
            String listed,
            Optional<Note> note,
            int more,
            List<Member> members) {
        /** Byte for byte; the template reads public members alone. */
        public boolean same() {
            return sha256.equals(listed);
        }
    }

    /** A file in the ADK; the note says why there are no rows, or not all. */
    record Member(String name, String size, Optional<DbaseTable> table, Optional<Note> note) {}

    /** Why something is not shown; {@code kind} is {@code info} where nothing is wrong, else {@code alasan}. */
    record Note(String kind, String text) {
        static Note info(String text) {
            return new Note("info", text);
        }

        static Note wrong(String text) {
            return new Note("alasan", text);
        }
    }

    static KonversiView of(Kppn kppn, InboxItem item) throws IOException {
        List<Adk> found = new ArrayList<>();
        try (SubmissionFiles files = kppn.open(item)) {
            int number = 0;
            for (Dokumen dokumen : files.dokumen()) {
                if (SubmissionFiles.isAdk(dokumen)) {
                    found.add(adk(number, dokumen, files.content(dokumen)));
                }
                number++;
            }
        }
        return new KonversiView(item, found);
    }

    private static Adk adk(int number, Dokumen dokumen, Path original) throws IOException {
        AdkContents contents = AdkReader.read(original);
        return new Adk(
                number,
                dokumen.name(),
                Shown.size(Files.size(original)),
                sha256(original),
                dokumen.sha256(),
                note(contents.form()),
                contents.more(),
                contents.members().stream().map(KonversiView::member).toList());
    }

    private static Member member(AdkContents.Member member) {
        Optional<Note> other = member.table().isPresent()
                ? Optional.empty()
                : Optional.of(Note.info("Bukan tabel dBASE; isinya tidak dibaca."));
        Optional<Note> note = member.trouble().map(KonversiView::trouble).or(() -> other);
        return new Member(member.name(), Shown.size(member.size()), member.table(), note);
    }

    private static Optional<Note> note(AdkContents.Form form) {
        return switch (form) {
            case ZIP -> Optional.empty();
            case OTHER ->
                Optional.of(Note.info(
                        "Bukan arsip ZIP. Isinya hanya dikenal aplikasi KPPN sendiri, dan tidak ditebak di sini."));
            case DAMAGED -> Optional.of(Note.wrong("Arsip ZIP yang rusak: isinya tidak dapat dibaca."));
            case TOO_MUCH ->
                Optional.of(Note.wrong("Daftar isi arsip ini melampaui batas yang wajar, maka tidak dibaca."));
        };
    }

    private static Note trouble(AdkContents.Trouble trouble) {
        return switch (trouble) {
            case LOCKED -> Note.info("Terkunci dengan kata sandi lain daripada kata sandi latihan.");
            case DAMAGED -> Note.wrong("Rusak, atau bukan tabel dBASE seperti kata namanya.");
            case TOO_MUCH -> Note.wrong("Tabel ini lebih besar daripada yang dibaca; hanya awalnya yang ditampilkan.");
        };
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
