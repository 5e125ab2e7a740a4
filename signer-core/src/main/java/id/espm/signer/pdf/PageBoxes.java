package id.espm.signer.pdf;

import id.espm.signer.pdf.appearance.PageGeometry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** The boxes and the rotation of a page, its own or inherited (ISO 32000-2, 7.7.3.4 and 14.11.2). */
final class PageBoxes {
    private static final int MAX_DEPTH = 64;
    private static final int FULL_TURN = 360;
    private static final int QUARTER = 90;
    /** What viewers take for a page without a box: US Letter. */
    private static final float[] FALLBACK = {0, 0, 612, 792};

    private PageBoxes() {}

    static PageGeometry of(COSDictionary page, int index) {
        float[] media = box(inherited(page, COSName.MEDIA_BOX), FALLBACK);
        float[] crop = box(inherited(page, COSName.CROP_BOX), media);
        float[] shown = {
            Math.max(media[0], crop[0]),
            Math.max(media[1], crop[1]),
            Math.min(media[2], crop[2]),
            Math.min(media[3], crop[3])
        };
        if (shown[0] >= shown[2] || shown[1] >= shown[3]) {
            shown = media;
        }
        int rotation =
                inherited(page, COSName.ROTATE) instanceof COSNumber r ? Math.floorMod(r.intValue(), FULL_TURN) : 0;
        return new PageGeometry(index, shown[0], shown[1], shown[2], shown[3], rotation % QUARTER == 0 ? rotation : 0);
    }

    private static @Nullable COSBase inherited(COSDictionary page, COSName key) {
        COSDictionary node = page;
        for (int depth = 0; node != null && depth < MAX_DEPTH; depth++) {
            COSBase value = node.getDictionaryObject(key);
            if (value != null) {
                return value;
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    private static float[] box(@Nullable COSBase value, float[] fallback) {
        if (!(value instanceof COSArray array) || array.size() < 4) {
            return fallback;
        }
        float[] n = new float[4];
        for (int i = 0; i < n.length; i++) {
            if (!(array.getObject(i) instanceof COSNumber number)) {
                return fallback;
            }
            n[i] = number.floatValue();
        }
        float[] box = {Math.min(n[0], n[2]), Math.min(n[1], n[3]), Math.max(n[0], n[2]), Math.max(n[1], n[3])};
        return box[0] < box[2] && box[1] < box[3] ? box : fallback;
    }
}
