package id.espm.app.gui.preview;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.page.PageFile;
import id.espm.app.gui.page.PagesViewModel;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.work.Background;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.pdf.SigningPlaces;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.template.PageSelection;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The PDFs of the package, and for each how its signature will be seen; until somebody says so, it is not. */
public final class PreviewViewModel {
    private static final int MOST_UNDO = 100;

    private final Background background;
    private final PackageViewModel paket;
    private final PagesViewModel pages;
    private final ObservableList<PreviewDocument> documents = FXCollections.observableArrayList();
    private final ObservableList<PreviewDocument> seen = FXCollections.unmodifiableObservableList(documents);
    private final ObjectProperty<Optional<PreviewDocument>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PdfAppearances> appearances =
            new ReadOnlyObjectWrapper<>(PdfAppearances.all(Optional.empty()));
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.nowhere());
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty sameSize = new SimpleBooleanProperty(true);
    private final Deque<PdfAppearances> earlier = new ArrayDeque<>();
    private int generation;
    private int standingGeneration;

    public PreviewViewModel(Background background, PackageViewModel paket) {
        this.background = background;
        this.paket = paket;
        this.pages = new PagesViewModel(background);
        paket.verdictProperty().subscribe(this::follow);
        selected.subscribe(now -> look());
    }

    /** The PDFs, in the package's order; empty while the package is not ready. */
    public ObservableList<PreviewDocument> documents() {
        return seen;
    }

    /** What is looked at. */
    public ObjectProperty<Optional<PreviewDocument>> selectedProperty() {
        return selected;
    }

    /** The pages of what is looked at. */
    public PagesViewModel pages() {
        return pages;
    }

    /** How the signatures will be seen: what signing asks for. */
    public ReadOnlyObjectProperty<PdfAppearances> appearancesProperty() {
        return appearances.getReadOnlyProperty();
    }

    /** Whether a change is for all documents with pages of the same size. */
    public BooleanProperty sameSizeProperty() {
        return sameSize;
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What could not be read or written last. */
    ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** The package, once it may be signed. */
    Optional<SigningPackage> source() {
        return paket.verdict() instanceof PackageVerdict.Ready ready
                ? Optional.of(ready.checked().source())
                : Optional.empty();
    }

    private void follow(PackageVerdict verdict) {
        int mine = ++generation;
        if (!(verdict instanceof PackageVerdict.Ready ready)) {
            documents.clear();
            selected.set(Optional.empty());
            return;
        }
        SigningPackage source = ready.checked().source();
        KeptLooks kept = KeptLooks.of(source, paket.looks(), appearances.get());
        background
                .run(() -> {
                    List<PreviewDocument> found = read(source);
                    return new Read(found, kept.restored(found));
                })
                .onSuccess(read -> {
                    if (mine == generation) {
                        show(read);
                    }
                })
                .start();
    }

    private record Read(List<PreviewDocument> documents, KeptLooks.Restored looks) {}

    private void show(Read read) {
        Map<Path, PdfAppearance> all = new HashMap<>(read.looks().byFile());
        all.putAll(appearances.get().byFile());
        appearances.set(new PdfAppearances(PdfAppearance.hidden(), all));
        failure.set(read.looks().failure());
        documents.setAll(read.documents());
        selected.set(read.documents().stream().findFirst());
    }

    private static List<PreviewDocument> read(SigningPackage source) {
        List<PreviewDocument> found = new ArrayList<>();
        for (PackageDocument document : source.dokumen()) {
            for (Path pdf : document.lampiran()) {
                found.add(read(pdf, document.label()));
            }
        }
        return found;
    }

    private static PreviewDocument read(Path pdf, String nomor) {
        try {
            return new PreviewDocument(pdf, nomor, Optional.of(SigningPlaces.of(pdf)), Optional.empty());
        } catch (SignerException e) {
            return new PreviewDocument(pdf, nomor, Optional.empty(), Optional.of(new Failure.OfSigner(e.problem())));
        }
    }

    private void look() {
        selected.get().ifPresentOrElse(document -> pages.show(PageFile.of(document.file())), pages::clear);
        stand();
    }

    /** How the signature in what is looked at will be seen. */
    PdfAppearance appearance() {
        return selected.get()
                .map(document -> appearances.get().of(document.file()))
                .orElseGet(PdfAppearance::hidden);
    }

    /** The look that is changed further: that of what is looked at, or the usual one. */
    VisibleSignature visible() {
        return appearance().visible().orElseGet(() -> VisibleSignature.of(Template.usual()));
    }

    /** Does not show the signature. */
    void hide() {
        change(document -> true, PdfAppearance.hidden());
    }

    /** Stands in a corner. */
    void corner(Place.Corner corner) {
        PageSelection where = visible().template().place() instanceof Place.AtAnchor
                ? PageSelection.LAST
                : visible().template().pages();
        template(template -> template.at(new Placement(where, Place.InCorner.of(corner), Optional.empty())));
    }

    /** Stands in an empty field that is there, in each document that has one of this name. */
    void field(String name) {
        change(
                document -> BlockPlacing.hasField(document, name),
                new PdfAppearance(Optional.of(visible()), Optional.of(name)));
    }

    /** Stands on these pages. */
    void pages(PageSelection selection) {
        template(template -> template.at(new Placement(selection, template.place(), Optional.empty())));
    }

    /**
     * Stands at another place of a page, in points as {@link BlockPlacing#at} takes them.
     *
     * @param page where it was dragged; the other pages follow
     */
    void place(int page, double left, double top, double width, double height) {
        selected.get()
                .flatMap(PreviewDocument::places)
                .ifPresent(places -> template(
                        template -> BlockPlacing.at(template, places.pages().get(page), left, top, width, height)));
    }

    /** Another look, such as a template that was kept. */
    void template(UnaryOperator<Template> change) {
        VisibleSignature now = visible();
        VisibleSignature next = new VisibleSignature(change.apply(now.template()), now.picture());
        change(
                document -> selected.get()
                        .filter(one -> BlockPlacing.isSameSize(one, document, next.template()))
                        .isPresent(),
                new PdfAppearance(Optional.of(next), Optional.empty()));
    }

    /** Changes what the block shows, wherever it stands. */
    void content(UnaryOperator<Template> change) {
        VisibleSignature now = visible();
        keep(new VisibleSignature(change.apply(now.template()), now.picture()));
    }

    /** Shows an official's picture in the block, or none. */
    void picture(Optional<Path> file) {
        if (file.isEmpty()) {
            keep(VisibleSignature.of(visible().template()));
            return;
        }
        background
                .run(() -> SignaturePicture.read(file.get()))
                .onSuccess(picture -> keep(new VisibleSignature(visible().template(), Optional.of(picture))))
                .onError(SignerException.class, e -> fail(new Failure.OfSigner(e.problem())))
                .start();
    }

    private void keep(VisibleSignature visible) {
        Optional<String> field = appearance().field();
        change(
                document -> field.map(name -> BlockPlacing.hasField(document, name))
                        .orElseGet(() -> selected.get()
                                .filter(one -> BlockPlacing.isSameSize(one, document, visible.template()))
                                .isPresent()),
                new PdfAppearance(Optional.of(visible), field));
    }

    private interface Fits {
        boolean test(PreviewDocument document);
    }

    private void change(Fits fits, PdfAppearance next) {
        Optional<PreviewDocument> one = selected.get();
        if (one.isEmpty()) {
            return;
        }
        Map<Path, PdfAppearance> all = new HashMap<>(appearances.get().byFile());
        for (PreviewDocument document : documents) {
            boolean meant = document.equals(one.get()) || (sameSize.get() && fits.test(document));
            if (meant && (document.mayBeSeen() || next.visible().isEmpty())) {
                all.put(document.file(), next);
            }
        }
        PdfAppearances now = new PdfAppearances(PdfAppearance.hidden(), all);
        if (!now.equals(appearances.get())) {
            earlier.push(appearances.get());
            while (earlier.size() > MOST_UNDO) {
                earlier.removeLast();
            }
            set(now);
        }
    }

    /** Takes the last change back. */
    void undo() {
        if (!earlier.isEmpty()) {
            set(earlier.pop());
        }
    }

    private void set(PdfAppearances now) {
        failure.set(Optional.empty());
        undoable.set(!earlier.isEmpty());
        appearances.set(now);
        KeptLooks.keep(documents, now, paket.looks());
        stand();
    }

    /** An anchor is looked for in the document, which takes time; everything else is known at once. */
    private void stand() {
        int mine = ++standingGeneration;
        Optional<PreviewDocument> document = selected.get();
        if (document.isEmpty()) {
            standing.set(Standing.nowhere());
            return;
        }
        PdfAppearance appearance = appearance();
        boolean searched = appearance.field().isEmpty()
                && appearance
                        .visible()
                        .filter(v -> v.template().place() instanceof Place.AtAnchor)
                        .isPresent();
        if (!searched) {
            standing.set(BlockPlacing.standing(document.get(), appearance));
            return;
        }
        background
                .run(() -> BlockPlacing.standing(document.get(), appearance))
                .onSuccess(found -> {
                    if (mine == standingGeneration) {
                        standing.set(found);
                    }
                })
                .start();
    }

    void fail(Failure reason) {
        failure.set(Optional.of(reason));
    }

    /** Stops what goes on. */
    public void close() {
        generation++;
        pages.close();
    }
}
