package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFile;
import id.espm.app.draft.DraftFolder;
import id.espm.app.draft.DraftIntake;
import id.espm.app.draft.DraftIntake.Taken;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.DraftDesk.Open;
import id.espm.app.gui.paket.PackageVerdict.Checking;
import id.espm.app.gui.paket.PackageVerdict.Empty;
import id.espm.app.gui.work.Background;
import id.espm.signer.Difference;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.key.Secret;
import id.espm.signer.paket.OfferedFile.Place;
import id.espm.signer.paket.PackageDetails;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The packages under work: what is in them, what is said of them, and whether the rules hold. Every change is kept and checked anew. */
public final class PackageViewModel {
    private final Background background;
    private final PackageSetup setup;
    private final DraftShelf shelf;
    private final DraftDesk desk;
    private final DraftIntake intake;
    private final PackageChecks checks;
    private final PackageFields fields = new PackageFields();
    private final PackageNews news = new PackageNews();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.nothing(new Empty()));
    private final ReadOnlyObjectWrapper<PackageVerdict> verdict = new ReadOnlyObjectWrapper<>(new Empty());
    private final ReadOnlyObjectWrapper<OpenPackages> open = new ReadOnlyObjectWrapper<>(OpenPackages.none());
    private boolean filling;

    public PackageViewModel(Background background, PackageSetup setup) {
        this.background = background;
        this.setup = setup;
        DraftFolder folder = new DraftFolder(setup.settings().drafts());
        this.shelf = new DraftShelf(setup.settings(), folder, news);
        this.desk = new DraftDesk(folder, setup.clock(), e -> news.tell(new Failure.OfFiles(e)));
        this.intake = new DraftIntake(setup.profile().details(), setup.clock());
        this.checks = new PackageChecks(background, setup);
        InvalidationListener edited = field -> edited();
        fields.all().forEach(field -> field.addListener(edited));
        fill(setup.profile().details());
        listDrafts();
    }

    /** What the shown package came to. */
    public ReadOnlyObjectProperty<Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PackageVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public PackageVerdict verdict() {
        return verdict.get();
    }

    /** All packages that are open, and the one that is shown. */
    public ReadOnlyObjectProperty<OpenPackages> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What was refused, doubted or could not be kept, and which drafts wait. */
    public PackageNews news() {
        return news;
    }

    /** How the signatures of the open packages are to be seen. */
    public PackageLooks looks() {
        return new PackageLooks(desk);
    }

    public PackageFields fields() {
        return fields;
    }

    public PackageChoices choices() {
        return new PackageChoices(setup.rules(), setup.profile().jabatan(), fields);
    }

    /** How many SPM the shown package holds, where they are limited. */
    public Optional<PackageChoices.SpmCount> spmCount() {
        return choices()
                .limit()
                .map(limit -> new PackageChoices.SpmCount(found.get().nomor(), limit));
    }

    /** Whether a package of this kind goes to eSPM; before a kind is chosen it is taken for granted. */
    public boolean isSubmitted() {
        return fields.jenisProperty()
                .get()
                .map(jenis -> setup.rules().of(jenis).submitted())
                .orElse(true);
    }

    /** What the shown package says itself, and so cannot be changed. */
    public Set<Detail> fixed() {
        return desk.open().draft().map(Draft::fixed).orElse(Set.of());
    }

    /** The open packages that may be signed, in their order. */
    public List<ReadyPackage> ready() {
        return desk.open().drafts().stream()
                .flatMap(draft -> checks.result(draft.id()).flatMap(each -> each.ready(draft.id())).stream())
                .toList();
    }

    /** Takes what was dropped or picked. */
    public void take(List<Path> paths) {
        background.run(() -> intake.take(paths)).onSuccess(this::taken).start();
    }

    /** Takes one folder or file. */
    public void choose(Path chosen) {
        take(List.of(chosen));
    }

    private void taken(Taken taken) {
        news.tell(taken);
        Open next = desk.open();
        if (!taken.files().isEmpty()) {
            Draft under = next.draft().orElseGet(this::fresh);
            Draft filled = under.with(taken.files());
            if (under.isEmpty()) {
                filled = filled.change().folder(taken.folder()).build();
            }
            next = next.with(filled).show(filled.id());
        }
        for (Draft described : taken.packages()) {
            Optional<Draft> blank = next.draft().filter(Draft::isEmpty);
            next = (blank.isPresent() ? next.without(blank.get().id()) : next)
                    .with(described)
                    .show(described.id());
        }
        if (!next.equals(desk.open())) {
            taken.folder()
                    .or(() -> taken.packages().stream().findFirst().flatMap(Draft::folder))
                    .ifPresent(shelf::worked);
            change(next);
        }
    }

    /** A folder that may be one package or several, as the official says. */
    public void answer(DraftIntake.Doubt doubt, boolean several) {
        news.settled(doubt);
        background
                .run(() -> intake.settle(doubt, several))
                .onSuccess(this::taken)
                .onError(SignerException.class, e -> news.tell(new Failure.OfSigner(e.problem())))
                .start();
    }

    private Draft fresh() {
        return Draft.empty(fields.details(), setup.clock().instant());
    }

    /** Says where a file belongs. Another ADK in the place of one leaves that one out. */
    public void answer(Path file, Place place) {
        desk.open().draft().ifPresent(draft -> {
            Set<Path> replaced = place instanceof Place.Adk adk
                    ? draft.sorted().stream()
                            .map(sorted -> sorted.documents().get(adk.document()))
                            .filter(Objects::nonNull)
                            .flatMap(document -> document.adk().stream())
                            .collect(Collectors.toSet())
                    : Set.of();
            List<DraftFile> files = draft.files().stream()
                    .map(each -> each.path().equals(file)
                            ? each.at(place)
                            : replaced.contains(each.path()) ? each.at(new Place.LeftOut()) : each)
                    .toList();
            change(desk.open().with(draft.change().files(files).build()));
        });
    }

    /** Takes files out of the shown package; they stay where they are on the disk. */
    public void remove(Set<Path> files) {
        desk.open().draft().ifPresent(draft -> change(desk.open().with(draft.without(files))));
    }

    /** Whether a difference of the shown package is confirmed. */
    public boolean isAccepted(Difference difference) {
        return desk.open().draft().map(draft -> draft.accepts(difference)).orElse(false);
    }

    /** Confirms a difference, or takes that back. */
    public void accept(Difference difference, boolean accepted) {
        desk.open().draft().ifPresent(draft -> {
            Set<String> keys = new HashSet<>(draft.accepted());
            if (accepted ? keys.add(Draft.key(difference)) : keys.remove(Draft.key(difference))) {
                change(desk.open().with(draft.change().accepted(keys).build()));
            }
        });
    }

    /** Takes the files as they are now; what was confirmed of them before is not confirmed any more. */
    public void acceptChanges() {
        desk.open()
                .draft()
                .ifPresent(draft -> background
                        .run(() -> draft.change()
                                .files(draft.files().stream()
                                        .map(DraftFile::again)
                                        .toList())
                                .accepted(Set.of())
                                .build())
                        .onSuccess(again -> change(desk.open().with(again)))
                        .start());
    }

    /** Divides the shown package where it holds too many SPM. */
    public void split() {
        desk.open().draft().ifPresent(draft -> {
            Open next = desk.open();
            for (Draft part :
                    new DraftSplit(setup.rules()).split(draft, setup.clock().instant())) {
                next = next.with(part);
            }
            change(next);
        });
    }

    /** Reads ADKs by this password until the window is closed. */
    public void typePassword(Secret typed) {
        checks.typePassword(typed);
        check();
    }

    /** Shows another of the open packages. */
    public void show(UUID id) {
        if (!desk.open().shown().equals(Optional.of(id))) {
            desk.replace(desk.open().show(id));
            drawOpen();
            desk.open().draft().ifPresent(draft -> fill(draft.details()));
            show();
        }
    }

    /** Opens a draft that waits. */
    public void open(UUID id) {
        shelf.find(id).ifPresent(draft -> {
            desk.replace(desk.open().with(draft).show(id));
            fill(draft.details());
            refresh();
        });
    }

    /** Forgets a package with its draft; it can be undone. Its documents stay where they are. */
    public void delete(UUID id) {
        desk.open().find(id).or(() -> shelf.find(id)).ifPresent(draft -> {
            desk.replace(desk.open().with(draft));
            change(desk.open().without(id));
        });
    }

    public boolean canUndo() {
        return desk.canUndo();
    }

    /** Takes the last change back. */
    public void undo() {
        if (desk.canUndo()) {
            desk.undo();
            fill(desk.open()
                    .draft()
                    .map(Draft::details)
                    .orElseGet(() -> setup.profile().details()));
            refresh();
        }
    }

    private void change(Open next) {
        Optional<UUID> shown = desk.open().shown();
        desk.change(next);
        if (!desk.open().shown().equals(shown)) {
            fill(desk.open()
                    .draft()
                    .map(Draft::details)
                    .orElseGet(() -> setup.profile().details()));
        }
        refresh();
    }

    private void refresh() {
        listDrafts();
        check();
    }

    private void edited() {
        Optional<Draft> draft = desk.open().draft();
        if (!filling
                && draft.isPresent()
                && !fields.details().equals(draft.get().details())) {
            desk.replace(desk.open()
                    .with(draft.get().change().details(fields.details()).build()));
            check();
        }
    }

    private void fill(PackageDetails details) {
        filling = true;
        try {
            fields.fill(details);
        } finally {
            filling = false;
        }
    }

    /** Reads the shown package and those that were not read yet. */
    public void check() {
        desk.open().shown().ifPresent(checks::forget);
        if (checks.check(desk.open().drafts(), this::checked)) {
            verdict.set(new Checking());
        } else {
            show();
        }
        drawOpen();
    }

    private void checked() {
        show();
        drawOpen();
        prefill();
    }

    private void show() {
        Found shown = desk.open().shown().flatMap(checks::result).orElseGet(() -> Found.nothing(new Empty()));
        found.set(shown);
        verdict.set(shown.verdict());
    }

    /** What the ADK says goes into fields that are blank. */
    private void prefill() {
        found.get().slots().stream()
                .flatMap(slot -> slot.spm().stream())
                .map(AdkSpm::key)
                .findFirst()
                .ifPresent(key -> fields.fillBlank(key.satker(), key.tahun()));
    }

    private void drawOpen() {
        open.set(OpenPackages.of(desk.open(), checks));
        news.undoable(desk.canUndo());
    }

    private void listDrafts() {
        shelf.list(desk.open().drafts().stream().map(Draft::id).collect(Collectors.toSet()));
    }

    /** Looks whether files changed on the disk, and reads again only then. */
    public void glance() {
        if (!(verdict.get() instanceof Checking)) {
            checks.glance(desk.open().drafts(), this::check);
        }
    }

    /** A package was signed: its draft goes. */
    public void signed(UUID id) {
        desk.finish(id);
        checks.forget(id);
        if (desk.open().drafts().isEmpty()) {
            fill(setup.profile().details());
        }
        listDrafts();
        show();
        drawOpen();
    }

    /** Makes room for another package; what is open stays among the drafts. */
    public void reset() {
        checks.clear();
        desk.putAway();
        fill(setup.profile().details());
        news.clear();
        listDrafts();
        show();
        drawOpen();
    }

    /** Stops what goes on. */
    public void close() {
        checks.close();
    }
}
