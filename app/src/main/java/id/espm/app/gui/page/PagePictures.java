package id.espm.app.gui.page;

import id.espm.app.drawing.PagePicture;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Brings what was drawn into the window. */
public final class PagePictures {
    private PagePictures() {}

    /** A picture without copying its dots. */
    public static Image image(PagePicture picture) {
        return new WritableImage(new PixelBuffer<>(
                picture.width(),
                picture.height(),
                IntBuffer.wrap(picture.argb()),
                PixelFormat.getIntArgbPreInstance()));
    }
}
