package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFile;
import id.espm.app.draft.FileStamp;
import id.espm.app.gui.paket.Slot.Flaw;
import id.espm.signer.Caution;
import id.espm.signer.Sha256;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.rules.JenisRule;
import id.espm.signer.rules.JenisRule.Part;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each document of a draft lacks, seen by itself; whether the package may be signed is for the rules to say. */
final class SlotReading {
    private final JenisRule rule;
    private final Map<Path, FileStamp.Change> changes;
    private final Map<Path, AdkContents> contents;
    private final Map<Path, DraftFile> files;

    SlotReading(Draft draft, Rules rules, Map<Path, FileStamp.Change> changes, Map<Path, AdkContents> contents) {
        this.rule = rules.of(draft.details().jenis().orElseThrow());
        this.changes = changes;
        this.contents = contents;
        this.files =
                draft.files().stream().collect(Collectors.toMap(DraftFile::path, file -> file, (one, same) -> one));
    }

    List<Slot> slots(Sorted sorted) {
        List<Slot> slots = new ArrayList<>();
        sorted.documents().forEach((name, document) -> slots.add(slot(name, document)));
        return repeated(slots);
    }

    private Slot slot(String name, PackageDocument document) {
        List<AdkSpm> spm =
                document.adk().map(contents::get).map(AdkContents::spm).orElse(List.of());
        long size = Slot.files(document).mapToLong(this::size).sum();
        return new Slot(name, document, size, spm, flaws(document));
    }

    private long size(Path file) {
        DraftFile known = files.get(file);
        return known == null ? 0 : Math.max(0, known.stamp().size());
    }

    private Set<Flaw> flaws(PackageDocument document) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        part(flaws, rule.adk(), document.adk().isPresent(), Flaw.ADK_MISSING, Flaw.ADK_NOT_ALLOWED);
        part(flaws, rule.lampiran(), !document.lampiran().isEmpty(), Flaw.PDF_MISSING, Flaw.PDF_NOT_ALLOWED);
        Set<FileStamp.Change> seen = Slot.files(document)
                .map(file -> changes.getOrDefault(file, FileStamp.Change.NONE))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileStamp.Change.class)));
        if (seen.contains(FileStamp.Change.GONE)) {
            flaws.add(Flaw.UNREADABLE);
        }
        if (seen.contains(FileStamp.Change.CHANGED)) {
            flaws.add(Flaw.CHANGED);
        }
        if (hasTwice(document.lampiran())) {
            flaws.add(Flaw.DUPLICATE);
        }
        boolean signed =
                document.lampiran().stream().map(files::get).anyMatch(file -> file != null && file.signatures() > 0);
        if (signed) {
            flaws.add(Flaw.SIGNED_INSIDE);
        }
        return flaws;
    }

    private static void part(Set<Flaw> flaws, Part part, boolean there, Flaw missing, Flaw notAllowed) {
        switch (part) {
            case REQUIRED -> {
                if (!there) {
                    flaws.add(missing);
                }
            }
            case FORBIDDEN -> {
                if (there) {
                    flaws.add(notAllowed);
                }
            }
        }
    }

    /** The same content under another name is the same file. */
    private boolean hasTwice(List<Path> several) {
        List<Sha256> contentsOf = several.stream()
                .map(files::get)
                .filter(file -> file != null && file.stamp().size() != FileStamp.ABSENT)
                .map(file -> file.stamp().sha256())
                .toList();
        return contentsOf.size() > Set.copyOf(contentsOf).size();
    }

    /** The same ADK or the same SPM in two slots. */
    private List<Slot> repeated(List<Slot> slots) {
        Map<String, Integer> counts = new HashMap<>();
        slots.forEach(slot -> marks(slot).forEach(mark -> counts.merge(mark, 1, Integer::sum)));
        return slots.stream()
                .map(slot -> marks(slot).stream().anyMatch(mark -> counts.getOrDefault(mark, 0) > 1)
                        ? with(slot, Flaw.DUPLICATE)
                        : slot)
                .toList();
    }

    private Collection<String> marks(Slot slot) {
        Set<String> marks = slot.document().nomor().stream()
                .map(nomor -> nomor.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        slot.spm().forEach(spm -> marks.add(spm.key().nomor().strip().toUpperCase(Locale.ROOT)));
        slot.document()
                .adk()
                .map(files::get)
                .filter(file -> file.stamp().size() != FileStamp.ABSENT)
                .ifPresent(file -> marks.add(file.stamp().sha256().hex()));
        return marks;
    }

    /** The slots, with what the history knows of them. */
    static List<Slot> signedBefore(List<Slot> slots, List<Caution.SignedBefore> before) {
        Set<String> nomor = before.stream().map(Caution.SignedBefore::nomor).collect(Collectors.toSet());
        return slots.stream()
                .map(slot -> slot.document().nomor().stream().anyMatch(nomor::contains)
                                || slot.spm().stream()
                                        .anyMatch(
                                                spm -> nomor.contains(spm.key().nomor()))
                        ? with(slot, Flaw.SIGNED_BEFORE)
                        : slot)
                .toList();
    }

    private static Slot with(Slot slot, Flaw flaw) {
        Set<Flaw> flaws = EnumSet.of(flaw);
        flaws.addAll(slot.flaws());
        return new Slot(slot.name(), slot.document(), slot.size(), slot.spm(), flaws);
    }
}
