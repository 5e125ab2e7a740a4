package id.espm.signer.pdf;

import id.espm.signer.pdf.appearance.Placed;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Composes the annotations of a signature (ISO 32000-2, 12.5.6.12 and 12.5.6.19). */
final class SignatureWidget {
    private static final COSName STAMP = COSName.getPDFName("Stamp");
    /** Print and Locked (ISO 32000-2, table 167). */
    private static final int WIDGET_FLAGS = 4 | 128;
    /** Print, ReadOnly, Locked and LockedContents. */
    private static final int STAMP_FLAGS = 4 | 64 | 128 | 512;

    private SignatureWidget() {}

    /** A field with its widget in one. */
    static COSDictionary field(String name, COSObject page) {
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.SIG);
        widget.setString(COSName.T, name);
        widget.setInt(COSName.F, WIDGET_FLAGS);
        widget.setItem(COSName.P, page);
        return widget;
    }

    /** Where a widget stands on its page; empty where it is not to be seen. */
    static Optional<PDRectangle> rectangle(COSDictionary widget) {
        COSArray box = widget.getCOSArray(COSName.RECT);
        if (box == null || box.size() < 4) {
            return Optional.empty();
        }
        PDRectangle rectangle = new PDRectangle(box);
        return rectangle.getWidth() > 0 && rectangle.getHeight() > 0 ? Optional.of(rectangle) : Optional.empty();
    }

    /** Makes a widget that is not seen. PDF/A-1 wants an appearance for every field, seen or not (ISO 19005-1, 6.9). */
    static void hide(COSDictionary widget) throws IOException {
        COSStream form = new COSStream();
        form.createRawOutputStream().close();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(0, 0));
        form.setItem(COSName.RESOURCES, new COSDictionary());
        widget.setItem(COSName.RECT, new PDRectangle(0, 0));
        show(widget, form);
    }

    /** Makes an annotation look like a block. */
    static void show(COSDictionary annotation, Placed placed) {
        annotation.setItem(COSName.RECT, placed.rectangle());
        show(annotation, placed.form());
    }

    private static void show(COSDictionary annotation, COSBase form) {
        COSDictionary appearance = new COSDictionary();
        appearance.setItem(COSName.N, form);
        annotation.setItem(COSName.AP, appearance);
    }

    /** The same block on a further page, which cannot be a second widget of the field (ISO 32000-2, 12.7.5.5). */
    static COSDictionary stamp(Placed placed, String name, COSObject page) {
        COSDictionary stamp = new COSDictionary();
        stamp.setItem(COSName.TYPE, COSName.ANNOT);
        stamp.setItem(COSName.SUBTYPE, STAMP);
        stamp.setString(COSName.CONTENTS, name);
        stamp.setInt(COSName.F, STAMP_FLAGS);
        stamp.setItem(COSName.P, page);
        show(stamp, placed);
        return stamp;
    }

    /** The widget of a field that is there: the field itself, or the first below it. */
    static COSDictionary of(COSDictionary field) {
        COSArray kids = field.getCOSArray(COSName.KIDS);
        return kids != null && kids.size() > 0 && kids.getObject(0) instanceof COSDictionary kid ? kid : field;
    }
}
