package id.espm.signer.pdf.appearance;

import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A block in its place.
 *
 * @param page      its index, 0 being the first
 * @param rectangle of the annotation, in the page's default user space
 * @param form      its normal appearance, turned so that it stands upright; belongs to the {@link RenderedAppearance}
 */
public record Placed(int page, PDRectangle rectangle, COSStream form) {}
