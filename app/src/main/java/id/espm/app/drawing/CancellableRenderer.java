package id.espm.app.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/**
 * Draws pages by PDFBox and looks between two operators whether anybody still wants them: an interrupt would close the file. A
 * picture on a page that cannot be read is not left out silently, as PDFBox does: a crossed field stands in its place.
 */
final class CancellableRenderer extends PDFRenderer {
    private static final int OPAQUE = 0xFF000000;
    private static final Color FIELD = new Color(0xE6E6E6);
    private static final Color CROSS = new Color(0x9A9A9A);

    private final BooleanSupplier cancelled;
    private boolean complete;

    private CancellableRenderer(PDDocument document, BooleanSupplier cancelled) {
        super(document);
        this.cancelled = cancelled;
    }

    /** For people to look at. Scans have many more dots than a screen; most need not be decoded. */
    static CancellableRenderer forScreen(PDDocument document, BooleanSupplier cancelled) {
        CancellableRenderer renderer = new CancellableRenderer(document, cancelled);
        renderer.setSubsamplingAllowed(true);
        return renderer;
    }

    /** For comparing: each dot of a picture has its share. */
    static CancellableRenderer exact(PDDocument document) {
        return new CancellableRenderer(document, () -> false);
    }

    /**
     * Draws a page.
     *
     * @param scale dots per point
     * @throws CancellationException if nobody wants it any more
     */
    PagePicture draw(int page, double scale) throws IOException {
        complete = true;
        BufferedImage image = renderImage(page, (float) scale, ImageType.RGB);
        int[] dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < dots.length; i++) {
            dots[i] |= OPAQUE;
        }
        return new PagePicture(image.getWidth(), image.getHeight(), dots, complete);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new CancellableDrawer(parameters);
    }

    private final class CancellableDrawer extends PageDrawer {
        CancellableDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage picture) throws IOException {
            try {
                super.drawImage(picture);
            } catch (IOException e) {
                complete = false;
                crossOut();
                throw e;
            }
        }

        /** Pictures fill the unit square of their space (ISO 32000-2, 8.9.5.1). */
        private void crossOut() {
            AffineTransform place =
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            Rectangle2D field = new Rectangle2D.Double(0, 0, 1, 1);
            Graphics2D graphics = getGraphics();
            graphics.setColor(FIELD);
            graphics.fill(place.createTransformedShape(field));
            graphics.setColor(CROSS);
            for (Shape line : List.of(field, new Line2D.Double(0, 0, 1, 1), new Line2D.Double(1, 0, 0, 1))) {
                graphics.draw(place.createTransformedShape(line));
            }
        }
    }
}
