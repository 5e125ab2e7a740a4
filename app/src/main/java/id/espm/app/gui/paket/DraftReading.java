package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFile;
import id.espm.app.draft.FileStamp;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict.Asked;
import id.espm.app.gui.paket.PackageVerdict.Changed;
import id.espm.app.gui.paket.PackageVerdict.Differing;
import id.espm.app.gui.paket.PackageVerdict.Incomplete;
import id.espm.app.gui.paket.PackageVerdict.Ready;
import id.espm.app.gui.paket.PackageVerdict.Refused;
import id.espm.app.history.History;
import id.espm.app.signing.RecordWords;
import id.espm.app.signing.Resumption;
import id.espm.signer.AdkGap;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a draft and asks the rules about it; what it finds is shown as far as it got. To be used in the background. */
final class DraftReading {
    private final PackageSetup setup;
    private final AdkReader adks;
    private final PackageSigner signer;

    /** @param adks reads ADKs, with whatever password is known */
    DraftReading(PackageSetup setup, AdkReader adks) {
        this.setup = setup;
        this.adks = adks;
        // Whether a difference was confirmed is for the draft to say; the check tells them all.
        this.signer = new PackageSigner(setup.rules(), new ReviewSettings(adks, true));
    }

    /** @param missing what the fields do not say yet */
    Found read(Draft draft, Set<Detail> missing) {
        Optional<Sorted> sorted = draft.sorted();
        if (sorted.isEmpty()) {
            return Found.nothing(new Incomplete(missing));
        }
        Map<Path, FileStamp.Change> changes = draft.changes();
        Map<Path, AdkContents> contents = contents(sorted.get());
        SlotReading slots = new SlotReading(draft, setup.rules(), changes, contents);
        List<Question> questions = sorted.get().questions().stream()
                .map(open -> Question.of(open, sorted.get()))
                .toList();
        boolean wantsPassword = contents.values().stream()
                .map(AdkContents::gap)
                .flatMap(Optional::stream)
                .anyMatch(gap -> gap == AdkGap.NO_PASSWORD || gap == AdkGap.WRONG_PASSWORD);
        Found found = new Found(
                slots.slots(sorted.get()),
                questions,
                List.of(),
                List.of(),
                changes,
                wantsPassword,
                new Incomplete(missing));
        if (!questions.isEmpty()) {
            return found.with(new Asked(questions.size()));
        }
        if (!missing.isEmpty()) {
            return found;
        }
        return changes.isEmpty() ? check(draft, sorted.get(), found) : found.with(changed(draft, changes));
    }

    private static PackageVerdict changed(Draft draft, Map<Path, FileStamp.Change> changes) {
        for (DraftFile file : draft.files()) {
            if (changes.get(file.path()) == FileStamp.Change.GONE) {
                return new Refused(new Failure.OfSigner(new Problem.FileUnreadable(file.path())));
            }
        }
        return new Changed(List.copyOf(changes.keySet()));
    }

    private Map<Path, AdkContents> contents(Sorted sorted) {
        Map<Path, AdkContents> contents = new HashMap<>();
        sorted.list().stream().flatMap(document -> document.adk().stream()).forEach(adk -> {
            try {
                contents.put(adk, adks.read(adk));
            } catch (IOException e) {
                // That it cannot be read is told by its stamp.
                contents.remove(adk);
            }
        });
        return contents;
    }

    private Found check(Draft draft, Sorted sorted, Found found) {
        SigningPackage source = new SigningPackage(draft.source().orElseThrow(), draft.details(), sorted.list());
        try {
            CheckedPackage checked = signer.check(source);
            List<Difference> differences = checked.review().differences();
            List<Caution> cautions = new ArrayList<>();
            checked.cautions().stream()
                    .filter(caution -> !(caution instanceof Caution.DifferenceAccepted))
                    .forEach(cautions::add);
            List<Caution.SignedBefore> before = before(checked);
            cautions.addAll(before);
            long open = differences.stream()
                    .filter(difference -> !draft.accepts(difference))
                    .count();
            return new Found(
                    SlotReading.signedBefore(found.slots(), before),
                    found.questions(),
                    differences,
                    cautions,
                    found.changes(),
                    found.wantsPassword(),
                    open > 0 ? new Differing((int) open) : new Ready(checked));
        } catch (SignerException e) {
            return found.with(new Refused(new Failure.OfSigner(e.problem())));
        }
    }

    private List<Caution.SignedBefore> before(CheckedPackage checked) throws SignerException {
        try (History history = History.open(setup.history())) {
            RecordWords unused = new RecordWords(Difference::nomor);
            return new Resumption(signer, history, setup.clock(), unused).cautions(checked, setup.rules());
        }
    }
}
