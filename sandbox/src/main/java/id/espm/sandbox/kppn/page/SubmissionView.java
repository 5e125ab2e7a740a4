package id.espm.sandbox.kppn.page;

import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.StatusChange;
import id.espm.sandbox.kppn.SubmissionFiles;
import id.espm.sandbox.kppn.SubmissionStatus;
import id.espm.sandbox.kppn.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A submission with everything that KPPN sees of it.
 *
 * @param item the submission
 * @param facts its size and time as people read them
 * @param steps what may be done with it now
 * @param signatures what its signatures are worth
 * @param dokumen what is in it
 * @param history what happened so far
 */
record SubmissionView(
        InboxItem item, Facts facts, Steps steps, Signatures signatures, List<Document> dokumen, List<Change> history) {
    private static final String LIST = "META-INF/signature-paket";
    private static final String SEAL = "META-INF/signature-segel.p7s";

    /** Texts of the submission; {@code alasan} is empty unless it was rejected. */
    record Facts(String nomor, String size, Shown.Time sentAt, String alasan, int maxAlasan) {}

    /** Which buttons there are; {@code files} tells whether ADK and bundle may be saved. */
    record Steps(boolean unduh, boolean konversi, boolean span, boolean selesai, boolean tolak, boolean files) {
        /** Whether there is any; the template reads public members alone. */
        public boolean any() {
            return unduh || konversi || span || selesai || tolak;
        }
    }

    /** The verdict over all, when it was given, and one by one; {@code failure} says why there is none. */
    record Signatures(
            EtsiWords.Badge overall,
            boolean pending,
            Optional<Shown.Time> judgedAt,
            String failure,
            List<String> unsigned,
            List<Signature> all) {}

    /** One signature; what it claims may be empty. */
    record Signature(
            String document,
            EtsiWords.Badge badge,
            String etsi,
            String sentence,
            String signer,
            String roles,
            Optional<Shown.Time> claimedTime,
            String place,
            String coverage,
            String serial,
            String format,
            List<String> remarks) {}

    /** A document; {@code number} is its place in the list. */
    record Document(int number, String name, boolean adk, String size) {}

    /** A line of the history. */
    record Change(String label, Shown.Time time, String note) {}

    static SubmissionView of(Kppn kppn, InboxItem item) throws IOException {
        List<StatusChange> history = kppn.history(item);
        Verdict verdict = kppn.verdict(item);
        List<Dokumen> dokumen = verdict instanceof Verdict.Judged ? dokumen(kppn, item) : List.of();
        return new SubmissionView(
                item,
                new Facts(
                        String.join(", ", item.nomor()),
                        Shown.size(item.size()),
                        Shown.time(item.sentAt(), item.zone()),
                        item.status() == SubmissionStatus.REJECTED
                                ? history.getLast().note()
                                : "",
                        Kppn.MAX_ALASAN),
                steps(item.status(), history),
                signatures(verdict, dokumen, item.zone()),
                documents(dokumen),
                history.stream().map(h -> change(h, item.zone())).toList());
    }

    private static List<Dokumen> dokumen(Kppn kppn, InboxItem item) throws IOException {
        try (SubmissionFiles files = kppn.open(item)) {
            return files.dokumen();
        }
    }

    /** Konversi comes first, then SPAN; a stage begins once. */
    private static Steps steps(SubmissionStatus now, List<StatusChange> history) {
        boolean span = history.stream().anyMatch(h -> h.note().equals(Kppn.SPAN));
        boolean processing = now == SubmissionStatus.PROCESSING;
        return new Steps(
                now.mayBecome(SubmissionStatus.RECEIVED),
                now == SubmissionStatus.RECEIVED,
                processing && !span,
                now.mayBecome(SubmissionStatus.DONE),
                now.mayBecome(SubmissionStatus.REJECTED),
                received(history));
    }

    /** Whether a KPPN operator downloaded it; a rejection before that gives nobody its ADK. */
    static boolean received(List<StatusChange> history) {
        return history.stream().anyMatch(h -> h.status() == SubmissionStatus.RECEIVED);
    }

    private static Signatures signatures(Verdict verdict, List<Dokumen> dokumen, ZoneId zone) {
        EtsiWords.Badge badge = EtsiWords.badge(verdict);
        return switch (verdict) {
            case Verdict.Pending pending -> new Signatures(badge, true, Optional.empty(), "", List.of(), List.of());
            case Verdict.Failed failed ->
                new Signatures(badge, false, Optional.empty(), failed.reason(), List.of(), List.of());
            case Verdict.Judged judged ->
                new Signatures(
                        badge,
                        false,
                        Optional.of(Shown.time(judged.at(), zone)),
                        "",
                        judged.judgement().unsigned().stream()
                                .map(document -> name(document, dokumen))
                                .toList(),
                        judged.judgement().signatures().stream()
                                // DSS gives a container's own signatures in any order; its documents come after them.
                                .sorted(Comparator.comparingInt(s -> rank(entry(s.document()))))
                                .map(s -> signature(s, dokumen, zone))
                                .toList());
        };
    }

    private static int rank(String entry) {
        if (entry.equals(SEAL)) {
            return 0;
        }
        return entry.startsWith(LIST) ? 1 : 2;
    }

    private static Signature signature(JudgedSignature s, List<Dokumen> dokumen, ZoneId zone) {
        List<String> remarks = new ArrayList<>(s.errors());
        remarks.addAll(s.warnings());
        Optional<Instant> claimed = s.claimedTime();
        return new Signature(
                name(s.document(), dokumen),
                EtsiWords.badge(s),
                EtsiWords.etsi(s),
                EtsiWords.sentence(s),
                s.signer().orElse(""),
                String.join(", ", s.claimedRoles()),
                claimed.map(t -> Shown.time(t, zone)),
                s.claimedPlace().orElse(""),
                coverage(s),
                s.certificateSerial().map(n -> n.toString(16)).orElse(""),
                s.format(),
                remarks);
    }

    /** Place in the container, without the container's own name. */
    private static String entry(String document) {
        return document.substring(document.indexOf('!') + 1);
    }

    /** A container's signature covers what its manifest lists: the contents list alone, or all there is. */
    private static String coverage(JudgedSignature s) {
        String entry = entry(s.document());
        if (entry.startsWith(LIST)) {
            return "daftar isi paket";
        }
        if (!s.coversWholeDocument()) {
            return "sebagian: setelahnya berkas masih bertambah, misalnya tanda tangan berikutnya";
        }
        return entry.equals(SEAL) ? "seluruh paket" : "seluruh dokumen";
    }

    /** The document's own name instead of its place in the container. */
    private static String name(String document, List<Dokumen> dokumen) {
        String entry = entry(document);
        if (entry.equals(SEAL)) {
            return "Segel seluruh paket";
        }
        if (entry.startsWith(LIST)) {
            return "Daftar isi paket (paket.json)";
        }
        return dokumen.stream()
                .filter(d -> d.entry().equals(entry))
                .map(Dokumen::name)
                .findFirst()
                .orElse(entry);
    }

    private static List<Document> documents(List<Dokumen> dokumen) {
        List<Document> documents = new ArrayList<>();
        for (Dokumen d : dokumen) {
            documents.add(new Document(documents.size(), d.name(), SubmissionFiles.isAdk(d), Shown.size(d.size())));
        }
        return documents;
    }

    private static Change change(StatusChange change, ZoneId zone) {
        return new Change(change.status().label(), Shown.time(change.time(), zone), change.note());
    }
}
