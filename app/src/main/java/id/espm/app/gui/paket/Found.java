package id.espm.app.gui.paket;

import id.espm.app.draft.FileStamp;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What reading a package came to, as far as it got.
 *
 * @param slots         its documents
 * @param questions     what is to be answered first
 * @param differences   between ADK and PDFs; each has to be confirmed
 * @param cautions      what else should be known
 * @param changes       files that are not what they were, or are gone
 * @param wantsPassword whether an ADK could be read if its password were known
 * @param verdict       whether it may be signed
 */
public record Found(
        List<Slot> slots,
        List<Question> questions,
        List<Difference> differences,
        List<Caution> cautions,
        Map<Path, FileStamp.Change> changes,
        boolean wantsPassword,
        PackageVerdict verdict) {
    public Found {
        slots = List.copyOf(slots);
        questions = List.copyOf(questions);
        differences = List.copyOf(differences);
        cautions = List.copyOf(cautions);
        changes = Map.copyOf(changes);
    }

    static Found nothing(PackageVerdict verdict) {
        return new Found(List.of(), List.of(), List.of(), List.of(), Map.of(), false, verdict);
    }

    Found with(PackageVerdict other) {
        return new Found(slots, questions, differences, cautions, changes, wantsPassword, other);
    }

    /** The package as it may be signed, if it may. */
    Optional<ReadyPackage> ready(UUID draft) {
        return verdict instanceof PackageVerdict.Ready ready
                ? Optional.of(new ReadyPackage(draft, ready.checked(), differences))
                : Optional.empty();
    }

    /** How many SPM it holds: what ADKs hold, where they could be read. */
    int nomor() {
        return slots.stream()
                .mapToInt(slot ->
                        Math.max(slot.document().nomor().size(), slot.spm().size()))
                .sum();
    }
}
