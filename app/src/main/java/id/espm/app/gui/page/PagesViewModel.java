package id.espm.app.gui.page;

import id.espm.app.drawing.DrawnPdf;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.page.PageDrawing.Document;
import id.espm.app.gui.page.PagesState.Empty;
import id.espm.app.gui.page.PagesState.Failed;
import id.espm.app.gui.page.PagesState.Opening;
import id.espm.app.gui.page.PagesState.Shown;
import id.espm.app.gui.page.PictureShelf.Drawn;
import id.espm.app.gui.work.Background;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** Which document is looked at, how large, which page, and what is pointed out on its pages. */
public final class PagesViewModel {
    private final Background background;
    private final long mostBytes;
    private final ReadOnlyObjectWrapper<PagesState> state = new ReadOnlyObjectWrapper<>(new Empty());
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT_WIDTH);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper wantedPage = new ReadOnlyIntegerWrapper();
    private final ObservableList<PageMark> marks = FXCollections.observableArrayList();
    private PictureShelf shelf;
    private Optional<PageDrawing> drawing = Optional.empty();
    private int generation;
    private boolean prepared;

    public PagesViewModel(Background background) {
        this(background, PictureShelf.MOST_BYTES);
    }

    /** @param mostBytes how much memory pictures may take besides those in view */
    PagesViewModel(Background background, long mostBytes) {
        this.background = background;
        this.mostBytes = mostBytes;
        this.shelf = new PictureShelf(mostBytes);
    }

    public ReadOnlyObjectProperty<PagesState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public PagesState state() {
        return state.get();
    }

    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    /** The page that is looked at, 0 being the first. */
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** What is pointed out, to be changed by who knows. */
    public ObservableList<PageMark> marks() {
        return marks;
    }

    /** Loads beforehand what draws. */
    public void prepare() {
        if (!prepared) {
            prepared = true;
            background
                    .run(() -> {
                        DrawnPdf.prepare();
                        return true;
                    })
                    .onError(IOException.class, e -> {
                        // Where nothing can be drawn, each page says so.
                    })
                    .start();
        }
    }

    /** Opens another document; what is shown by now goes. */
    public void show(PageFile file) {
        clear();
        int mine = generation;
        state.set(new Opening());
        background
                .run(() -> open(file))
                .onSuccess(document -> opened(mine, document))
                .onError(SignerException.class, e -> fail(mine, new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> fail(mine, new Failure.OfFiles(e)))
                .start();
    }

    private static Document open(PageFile file) throws IOException, SignerException, InterruptedException {
        PageFile.Opened opened = file.open();
        boolean shown = false;
        try {
            Document document = new Document(DrawnPdf.open(opened.region()), opened);
            shown = true;
            return document;
        } finally {
            if (!shown) {
                opened.close();
            }
        }
    }

    private void opened(int its, Document document) {
        PageDrawing opened = new PageDrawing(background, document, shelf);
        if (its != generation) {
            opened.close();
            return;
        }
        drawing = Optional.of(opened);
        state.set(new Shown(document.pdf().pages()));
    }

    private void fail(int its, Failure failure) {
        if (its == generation) {
            state.set(new Failed(failure));
        }
    }

    /** Shows no document any more. */
    public void clear() {
        generation++;
        drawing.ifPresent(PageDrawing::close);
        drawing = Optional.empty();
        shelf = new PictureShelf(mostBytes);
        marks.clear();
        page.set(0);
        wantedPage.set(0);
        state.set(new Empty());
    }

    /** Stops what goes on. */
    public void close() {
        clear();
    }

    /** How many pages there are; 0 while no document is shown. */
    public int pages() {
        return state.get() instanceof Shown shown ? shown.pages().size() : 0;
    }

    /** Goes to a page, or as near as there is one. */
    public void go(int index) {
        if (pages() > 0) {
            int there = Math.clamp(index, 0, pages() - 1);
            wantedPage.set(-1);
            wantedPage.set(there);
        }
    }

    /** The page to scroll to; -1 for a moment before each time. */
    ReadOnlyIntegerProperty wantedPageProperty() {
        return wantedPage.getReadOnlyProperty();
    }

    /** The view tells which page it shows. */
    void lookingAt(int index) {
        page.set(index);
    }

    /** The view tells which pages it shows or will show, and in how many dots per point. */
    void want(List<Integer> pages, double scale) {
        drawing.ifPresent(going -> going.want(pages, scale));
    }

    /** What was drawn of the document that is shown now. */
    ObservableMap<Integer, Drawn> pictures() {
        return shelf.pictures();
    }

    Optional<Drawn> picture(int index) {
        return shelf.get(index);
    }
}
