package id.espm.signer.pdf;

import id.espm.signer.Problem.PdfFieldUnusable;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.appearance.Placed;
import id.espm.signer.pdf.revision.SignatureTransforms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/**
 * Decides which objects a signature adds to a document and which it replaces: the field with its widget, the form, the page,
 * the catalog. The signature dictionary itself gets a number here and is written last.
 */
final class SignatureUpdate {
    private static final COSName PERMS = COSName.getPDFName("Perms");

    private final OpenedPdf pdf;
    private final Path file;
    private final List<Field> fields;
    private final DocumentEdit edit;
    private final COSObjectKey signature;

    SignatureUpdate(OpenedPdf pdf, Path file) throws IOException, SignerException {
        this.pdf = pdf;
        this.file = file;
        this.fields = FormFields.of(pdf.catalog());
        this.edit = new DocumentEdit(pdf, file);
        this.signature = edit.objects().reserve();
        permission().requireSignable();
    }

    SigningPermission permission() {
        return new SigningPermission(file, edit.catalog(), fields);
    }

    UpdateObjects objects() {
        return edit.objects();
    }

    /** The number that the signature dictionary is to get. */
    COSObjectKey signature() {
        return signature;
    }

    private COSObject value() {
        return new COSObject(new COSDictionary(), signature);
    }

    /**
     * An empty field that is there.
     *
     * @throws SignerException {@link PdfFieldUnusable}, {@link PdfUnusable}
     */
    Field emptyField(String name) throws SignerException {
        requirePermission(true);
        Field field = fields.stream()
                .filter(f -> f.signature() && f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unusable(name, PdfFieldUnusable.State.UNKNOWN));
        if (field.dictionary().containsKey(COSName.V)) {
            throw unusable(name, PdfFieldUnusable.State.SIGNED);
        }
        permission().requireUnlocked(name);
        return field;
    }

    /** Puts the signature into a field that is there, and a block where the field stands. */
    void use(Field field, Optional<Placed> block) throws SignerException {
        field.dictionary().setItem(COSName.V, value());
        edit.replace(field.dictionary());
        if (block.isPresent()) {
            COSDictionary widget = SignatureWidget.of(field.dictionary());
            SignatureWidget.show(widget, block.get());
            edit.replace(widget);
        }
        edit.form();
    }

    private void requirePermission(boolean inExistingField) throws SignerException {
        if (!pdf.permitsSigning(inExistingField)) {
            throw new SignerException(new PdfUnusable(file, PdfUnusable.Reason.PERMISSION_MISSING));
        }
    }

    private SignerException unusable(String name, PdfFieldUnusable.State state) {
        return new SignerException(new PdfFieldUnusable(file, name, state));
    }

    /**
     * Adds a field and puts the signature into it.
     *
     * @param blocks where it is seen; the first is the field's own widget. Without any it is not seen
     */
    Field addField(List<Placed> blocks) throws IOException, SignerException {
        requirePermission(false);
        String name = freeName();
        permission().requireUnlocked(name);
        COSDictionary page =
                pdf.pages().page(blocks.isEmpty() ? 0 : blocks.getFirst().page());
        COSDictionary widget = SignatureWidget.field(name, edit.reference(page));
        widget.setItem(COSName.V, value());
        if (blocks.isEmpty()) {
            SignatureWidget.hide(widget);
        } else {
            SignatureWidget.show(widget, blocks.getFirst());
        }
        COSObject reference = edit.objects().add(widget);
        edit.addToForm(reference);
        edit.addToPage(page, reference);
        for (Placed further : blocks.stream().skip(1).toList()) {
            addStamp(further, name);
        }
        return new Field(name, widget, true);
    }

    /** Earlier signatures do not allow annotations beside the field, so a further page is only for the first. */
    private void addStamp(Placed block, String name) throws IOException, SignerException {
        if (fields.stream().anyMatch(field -> field.value().isPresent())) {
            throw new SignerException(new PdfUnusable(file, PdfUnusable.Reason.ONE_BLOCK_ONLY));
        }
        COSDictionary page = pdf.pages().page(block.page());
        COSDictionary stamp = SignatureWidget.stamp(block, name, edit.reference(page));
        edit.addToPage(page, edit.objects().add(stamp));
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

    /** Says what the signature allows afterwards: the author's certification, and the lock of the field. */
    List<COSDictionary> references(Field field, Optional<Certification> certification) throws SignerException {
        List<COSDictionary> references = new ArrayList<>();
        if (certification.isPresent()) {
            references.add(SignatureDictionary.certification(certification.get()));
            COSDictionary permissions = edit.catalog().getCOSDictionary(PERMS);
            if (permissions == null) {
                permissions = new COSDictionary();
                edit.catalog().setItem(PERMS, permissions);
            }
            permissions.setItem(SignatureTransforms.DOC_MDP, value());
            edit.replaceInCatalog(PERMS);
        }
        Optional<COSDictionary> lock = SigningPermission.lock(field.dictionary());
        if (lock.isPresent()) {
            references.add(SignatureDictionary.lock(lock.get(), edit.reference(edit.catalog())));
        }
        return references;
    }
}
