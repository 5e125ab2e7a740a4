package id.espm.signer.pdf;

import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/** Changes the catalog, the form and pages of a document, and notes which objects an update must write again. */
final class DocumentEdit {
    /** SignaturesExist and AppendOnly (ISO 32000-2, table 225). */
    private static final int SIG_FLAGS = 3;

    private final Path file;
    private final COSDictionary catalog;
    private final UpdateObjects objects;

    DocumentEdit(OpenedPdf pdf, Path file) throws IOException {
        this.file = file;
        this.catalog = pdf.catalog();
        this.objects = new UpdateObjects(pdf.tail().nextNumber());
    }

    COSDictionary catalog() {
        return catalog;
    }

    UpdateObjects objects() {
        return objects;
    }

    /** The form, made where there is none, with flags that say that there are signatures. */
    COSDictionary form() throws SignerException {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null) {
            form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            catalog.setItem(COSName.ACRO_FORM, objects.add(form));
            replace(catalog);
        }
        int flags = form.getInt(COSName.SIG_FLAGS, 0);
        if (flags != (flags | SIG_FLAGS)) {
            form.setInt(COSName.SIG_FLAGS, flags | SIG_FLAGS);
            replaceInCatalog(COSName.ACRO_FORM);
        }
        return form;
    }

    void addToForm(COSObject field) throws SignerException {
        append(form(), COSName.FIELDS, field, () -> replaceInCatalog(COSName.ACRO_FORM));
    }

    void addToPage(COSDictionary page, COSObject annotation) throws SignerException {
        append(page, COSName.ANNOTS, annotation, () -> replace(page));
    }

    /** Notes that what holds a direct value must be written again. */
    private interface Rewriting {
        void note() throws SignerException;
    }

    /** Appends to an array within an object: only what holds the array itself is written again. */
    private void append(COSDictionary parent, COSName name, COSObject value, Rewriting holder) throws SignerException {
        COSArray array = parent.getCOSArray(name);
        if (array == null) {
            array = new COSArray();
            parent.setItem(name, array);
        }
        array.add(value);
        if (parent.getItem(name) instanceof COSObject indirect) {
            objects.replace(indirect.getKey(), array);
        } else {
            holder.note();
        }
    }

    /** Writes what the catalog holds again where it stands: as an object of its own, or within the catalog. */
    void replaceInCatalog(COSName name) throws SignerException {
        if (catalog.getItem(name) instanceof COSObject indirect) {
            objects.replace(indirect.getKey(), indirect.getObject());
        } else {
            replace(catalog);
        }
    }

    void replace(COSDictionary dictionary) throws SignerException {
        objects.replace(key(dictionary), dictionary);
    }

    COSObject reference(COSDictionary dictionary) throws SignerException {
        return new COSObject(dictionary, key(dictionary));
    }

    private COSObjectKey key(COSBase object) throws SignerException {
        COSObjectKey key = object.getKey();
        if (key == null) {
            throw new SignerException(new PdfUnusable(file, PdfUnusable.Reason.DAMAGED));
        }
        return key;
    }
}
