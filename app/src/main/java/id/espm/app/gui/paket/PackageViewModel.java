package id.espm.app.gui.paket;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict.Checking;
import id.espm.app.gui.paket.PackageVerdict.Empty;
import id.espm.app.gui.paket.PackageVerdict.Refused;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.signer.Jabatan;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.rules.JenisRule;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Step 2: which package, what is said of it, what is in it, and whether the rules hold. Every change is checked anew. */
public final class PackageViewModel {
    private final Background background;
    private final Rules rules;
    private final PackageDetails profile;
    private final PackageReading reading;
    private final PackageFields fields = new PackageFields();
    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Detail>> fixed = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<PackageVerdict> verdict = new ReadOnlyObjectWrapper<>(new Empty());
    private final ReadOnlyObjectWrapper<Optional<SpmCount>> spmCount = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<DocumentRow> documents = FXCollections.observableArrayList();
    private Running running = Running.NOTHING;
    private PackageDetails checkedDetails = PackageDetails.none();
    private int generation;
    private boolean filling;

    /** @param profile what the official set up once, for what a package does not say itself */
    public PackageViewModel(Background background, Rules rules, PackageDetails profile) {
        this.background = background;
        this.rules = rules;
        this.profile = profile;
        this.reading = new PackageReading(rules);
        InvalidationListener edited = field -> edited();
        fields.all().forEach(field -> field.addListener(edited));
    }

    /**
     * How many SPM the package holds.
     *
     * @param count all, also where several stand in one ADK
     * @param limit PER-10/PB/2018 Pasal 6(2)
     */
    public record SpmCount(int count, int limit) {}

    /**
     * A position that the official may choose.
     *
     * @param maySign whether it signs this jenis
     * @param pasal   where the regulation says who does
     */
    public record JabatanChoice(Jabatan jabatan, boolean maySign, String pasal) {}

    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What the package says itself, and so cannot be changed here. */
    public ReadOnlyObjectProperty<Set<Detail>> fixedProperty() {
        return fixed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PackageVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public PackageVerdict verdict() {
        return verdict.get();
    }

    /** Empty where the limit does not apply. */
    public ReadOnlyObjectProperty<Optional<SpmCount>> spmCountProperty() {
        return spmCount.getReadOnlyProperty();
    }

    public ObservableList<DocumentRow> documents() {
        return FXCollections.unmodifiableObservableList(documents);
    }

    public PackageFields fields() {
        return fields;
    }

    /** Every position, and whether it signs the chosen jenis; before one is chosen nothing is ruled out. */
    public List<JabatanChoice> jabatanChoices() {
        Optional<JenisRule> rule = fields.jenisProperty().get().map(rules::of);
        return EnumSet.allOf(Jabatan.class).stream()
                .map(j -> new JabatanChoice(
                        j,
                        rule.map(r -> r.jabatan().contains(j)).orElse(true),
                        rule.map(JenisRule::jabatanPasal).orElse("")))
                .toList();
    }

    /** Whether this kind of package goes to eSPM. */
    public boolean isSubmitted() {
        return fields.jenisProperty().get().map(j -> rules.of(j).submitted()).orElse(true);
    }

    /** Takes another package. */
    public void choose(Path chosen) {
        int mine = begin();
        folder.set(Optional.of(chosen));
        documents.clear();
        spmCount.set(Optional.empty());
        verdict.set(new Checking());
        running = background
                .run(() -> SaidByPackage.of(chosen))
                .onSuccess(said -> ifCurrent(mine, () -> understood(said)))
                .onError(
                        SignerException.class,
                        e -> ifCurrent(mine, () -> {
                            fixed.set(Set.of());
                            verdict.set(new Refused(new Failure.OfSigner(e.problem())));
                        }))
                .start();
    }

    private void understood(PackageDetails said) {
        Set<Detail> known = EnumSet.noneOf(Detail.class);
        said.jenis().ifPresent(v -> known.add(Detail.JENIS));
        said.satker().ifPresent(v -> known.add(Detail.SATKER));
        said.kppn().ifPresent(v -> known.add(Detail.KPPN));
        said.tahun().ifPresent(v -> known.add(Detail.TAHUN));
        said.jabatan().ifPresent(v -> known.add(Detail.JABATAN));
        said.lokasi().ifPresent(v -> known.add(Detail.LOKASI));
        fixed.set(Set.copyOf(known));
        filling = true;
        try {
            fields.fill(said.orElse(profile));
        } finally {
            filling = false;
        }
        check();
    }

    private void edited() {
        if (!filling && folder.get().isPresent() && !fields.details().equals(checkedDetails)) {
            check();
        }
    }

    /** Reads the folder again, such as after the official mended it. */
    public void check() {
        Optional<Path> chosen = folder.get();
        if (chosen.isEmpty()) {
            return;
        }
        int mine = begin();
        PackageDetails said = fields.details();
        checkedDetails = said;
        Set<Detail> missing = fields.missing(rules);
        verdict.set(new Checking());
        running = background
                .run(() -> reading.read(chosen.get(), said, missing))
                .onSuccess(found -> ifCurrent(mine, () -> show(found)))
                .start();
    }

    private void show(PackageReading.Found found) {
        documents.setAll(found.documents());
        spmCount.set(fields.jenisProperty()
                .get()
                .map(rules::of)
                .filter(JenisRule::spmLimited)
                .map(rule -> new SpmCount(found.nomor(), rules.spmLimit().max())));
        verdict.set(found.verdict());
    }

    /** Shows how many files, in the order in which they are signed, are signed by now. */
    public void showSigned(int files) {
        int left = files;
        for (DocumentRow row : documents) {
            row.setSigned(left);
            left -= row.files();
        }
    }

    /** Forgets the package, for the next one. */
    public void reset() {
        begin();
        folder.set(Optional.empty());
        documents.clear();
        spmCount.set(Optional.empty());
        fixed.set(Set.of());
        verdict.set(new Empty());
    }

    /** Stops what goes on. */
    public void close() {
        begin();
    }

    private int begin() {
        running.cancel();
        return ++generation;
    }

    /** Drops the outcome of a run that was overtaken by a later one. */
    private void ifCurrent(int its, Runnable action) {
        if (its == generation) {
            action.run();
        }
    }
}
