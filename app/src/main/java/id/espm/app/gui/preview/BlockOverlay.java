package id.espm.app.gui.preview;

import id.espm.app.drawing.PagePicture;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PageFrame;
import id.espm.app.gui.page.PageOverlay;
import id.espm.app.gui.page.PagePictures;
import id.espm.signer.pdf.appearance.PageArea;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;

/** Lays the block over each page on which it stands. */
final class BlockOverlay implements PageOverlay {
    private final PreviewViewModel model;
    private final Words words;
    /** Kept, so that a block that is moved by the keyboard keeps the cursor. */
    private final Map<Integer, BlockHandle> handles = new HashMap<>();

    private Optional<Image> image = Optional.empty();

    BlockOverlay(PreviewViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** Shows the block as it was drawn now. */
    void show(Optional<PagePicture> picture) {
        image = picture.map(PagePictures::image);
        image.ifPresent(now -> handles.values().forEach(handle -> handle.show(now)));
    }

    /** Another document. */
    void forget() {
        handles.clear();
    }

    @Override
    public List<Node> over(PageFrame frame) {
        Standing standing = model.standingProperty().get();
        Optional<PageArea> area = standing.areas().stream()
                .filter(each -> each.page() == frame.page())
                .findFirst();
        if (area.isEmpty()) {
            handles.remove(frame.page());
            return List.of();
        }
        BlockHandle handle = handles.computeIfAbsent(frame.page(), this::handle);
        handle.place(frame.over(area.get()), frame.scale(), standing.free());
        image.ifPresent(handle::show);
        return List.of(handle);
    }

    private BlockHandle handle(int page) {
        return new BlockHandle(
                words.get("preview.block", page + 1),
                (left, top, width, height) -> model.place(page, left, top, width, height));
    }
}
