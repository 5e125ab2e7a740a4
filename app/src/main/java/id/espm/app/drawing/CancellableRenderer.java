package id.espm.app.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages by PDFBox and looks between two operators whether anybody still wants them: an interrupt would close the file. */
final class CancellableRenderer extends PDFRenderer {
    private static final int OPAQUE = 0xFF000000;

    private final BooleanSupplier cancelled;

    CancellableRenderer(PDDocument document, BooleanSupplier cancelled) {
        super(document);
        this.cancelled = cancelled;
        // Scans have many more dots than a screen; most need not be decoded.
        setSubsamplingAllowed(true);
    }

    /**
     * Draws a page.
     *
     * @param scale dots per point
     * @throws CancellationException if nobody wants it any more
     */
    PagePicture draw(int page, double scale) throws IOException {
        BufferedImage image = renderImage(page, (float) scale, ImageType.RGB);
        int[] dots = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < dots.length; i++) {
            dots[i] |= OPAQUE;
        }
        return new PagePicture(image.getWidth(), image.getHeight(), dots);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new CancellableDrawer(parameters, cancelled);
    }

    private static final class CancellableDrawer extends PageDrawer {
        private final BooleanSupplier cancelled;

        CancellableDrawer(PageDrawerParameters parameters, BooleanSupplier cancelled) throws IOException {
            super(parameters);
            this.cancelled = cancelled;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            super.processOperator(operator, operands);
        }
    }
}
