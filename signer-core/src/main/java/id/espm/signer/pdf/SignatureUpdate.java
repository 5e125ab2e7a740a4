package id.espm.signer.pdf;

import id.espm.signer.Problem.PdfFieldUnusable;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.FormFields.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * Decides which objects a signature adds to a document and which it replaces: the field with its widget, the form, the page,
 * the catalog. The signature dictionary itself gets a number here and is written last.
 */
final class SignatureUpdate {
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    /** SignaturesExist and AppendOnly (ISO 32000-2, table 225). */
    private static final int SIG_FLAGS = 3;
    /** Print and Locked (ISO 32000-2, table 167). */
    private static final int WIDGET_FLAGS = 132;

    private final OpenedPdf pdf;
    private final Path file;
    private final COSDictionary catalog;
    private final List<Field> fields;
    private final UpdateObjects objects;
    private final COSObjectKey signature;

    SignatureUpdate(OpenedPdf pdf, Path file) throws IOException, SignerException {
        this.pdf = pdf;
        this.file = file;
        this.catalog = pdf.catalog();
        this.fields = FormFields.of(catalog);
        this.objects = new UpdateObjects(pdf.tail().nextNumber());
        this.signature = objects.reserve();
        permission().requireSignable();
    }

    SigningPermission permission() {
        return new SigningPermission(file, catalog, fields);
    }

    UpdateObjects objects() {
        return objects;
    }

    /** The number that the signature dictionary is to get. */
    COSObjectKey signature() {
        return signature;
    }

    COSObject catalogReference() throws SignerException {
        return new COSObject(catalog, key(catalog));
    }

    /** Puts the signature into an empty field that is there. */
    Field useField(String name) throws SignerException {
        requirePermission(true);
        Field field = fields.stream()
                .filter(f -> f.signature() && f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unusable(name, PdfFieldUnusable.State.UNKNOWN));
        if (field.dictionary().containsKey(COSName.V)) {
            throw unusable(name, PdfFieldUnusable.State.SIGNED);
        }
        permission().requireUnlocked(name);
        field.dictionary().setItem(COSName.V, new COSObject(new COSDictionary(), signature));
        objects.replace(key(field.dictionary()), field.dictionary());
        form();
        return field;
    }

    private void requirePermission(boolean inExistingField) throws SignerException {
        if (!pdf.permitsSigning(inExistingField)) {
            throw new SignerException(new PdfUnusable(file, PdfUnusable.Reason.PERMISSION_MISSING));
        }
    }

    private SignerException unusable(String name, PdfFieldUnusable.State state) {
        return new SignerException(new PdfFieldUnusable(file, name, state));
    }

    /** Adds a field, with an invisible widget on the first page, and puts the signature into it. */
    Field addField() throws IOException, SignerException {
        requirePermission(false);
        String name = freeName();
        permission().requireUnlocked(name);
        COSDictionary page = pdf.pages().page(0);
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.SIG);
        widget.setString(COSName.T, name);
        widget.setItem(COSName.V, new COSObject(new COSDictionary(), signature));
        widget.setInt(COSName.F, WIDGET_FLAGS);
        widget.setItem(COSName.P, new COSObject(page, key(page)));
        widget.setItem(COSName.RECT, zeros());
        COSDictionary appearance = new COSDictionary();
        appearance.setItem(COSName.N, emptyForm());
        widget.setItem(COSName.AP, appearance);
        COSObject reference = objects.add(widget);
        append(form(), COSName.FIELDS, reference, () -> replaceChild(catalog, COSName.ACRO_FORM));
        append(page, COSName.ANNOTS, reference, () -> replace(page));
        return new Field(name, widget, true);
    }

    private String freeName() {
        Set<String> used = new HashSet<>();
        fields.forEach(f -> used.add(f.name().split("\\.", 2)[0]));
        int number = 1;
        while (used.contains("Signature" + number)) {
            number++;
        }
        return "Signature" + number;
    }

    private static COSArray zeros() {
        COSArray box = new COSArray();
        box.setFloatArray(new float[4]);
        return box;
    }

    /** PDF/A-1 wants an appearance for every field, seen or not (ISO 19005-1, 6.9). */
    private static COSStream emptyForm() throws IOException {
        COSStream form = new COSStream();
        form.createRawOutputStream().close();
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, zeros());
        form.setItem(COSName.RESOURCES, new COSDictionary());
        return form;
    }

    /** The form, made where there is none, with flags that say that there are signatures. */
    private COSDictionary form() throws SignerException {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null) {
            form = new COSDictionary();
            form.setItem(COSName.FIELDS, new COSArray());
            catalog.setItem(COSName.ACRO_FORM, objects.add(form));
            replace(catalog);
        }
        if (form.getInt(COSName.SIG_FLAGS, 0) != (form.getInt(COSName.SIG_FLAGS, 0) | SIG_FLAGS)) {
            form.setInt(COSName.SIG_FLAGS, form.getInt(COSName.SIG_FLAGS, 0) | SIG_FLAGS);
            replaceChild(catalog, COSName.ACRO_FORM);
        }
        return form;
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

    /** Writes a dictionary again where it stands: as an object of its own, or within its parent. */
    private void replaceChild(COSDictionary parent, COSName name) throws SignerException {
        if (parent.getItem(name) instanceof COSObject indirect) {
            objects.replace(indirect.getKey(), indirect.getObject());
        } else {
            replace(parent);
        }
    }

    private void replace(COSDictionary dictionary) throws SignerException {
        objects.replace(key(dictionary), dictionary);
    }

    private COSObjectKey key(COSBase object) throws SignerException {
        COSObjectKey key = object.getKey();
        if (key == null) {
            throw new SignerException(new PdfUnusable(file, PdfUnusable.Reason.DAMAGED));
        }
        return key;
    }

    /** Says what the signature allows afterwards: the author's certification, and the lock of the field. */
    List<COSDictionary> references(Field field, Optional<Certification> certification) throws SignerException {
        List<COSDictionary> references = new ArrayList<>();
        if (certification.isPresent()) {
            permission().requireUnsigned();
            references.add(SignatureDictionary.certification(certification.get()));
            COSDictionary permissions = catalog.getCOSDictionary(PERMS);
            if (permissions == null) {
                permissions = new COSDictionary();
                catalog.setItem(PERMS, permissions);
            }
            permissions.setItem(DOC_MDP, new COSObject(new COSDictionary(), signature));
            replaceChild(catalog, PERMS);
        }
        Optional<COSDictionary> lock = SigningPermission.lock(field.dictionary());
        if (lock.isPresent()) {
            references.add(SignatureDictionary.lock(lock.get(), catalogReference()));
        }
        return references;
    }
}
