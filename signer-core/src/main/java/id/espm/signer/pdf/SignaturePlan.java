package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a signature that is known before the document is hashed: the update but for range and value.
 *
 * @param key        the number of the signature dictionary
 * @param dictionary the signature dictionary, without range and value
 * @param field      the full name of the field
 * @param repaired   whether the document was damaged and is repaired by the update
 */
record SignaturePlan(UpdateWriter update, COSObjectKey key, COSDictionary dictionary, String field, boolean repaired) {

    /** Reads the document, by the short way where it is ordinary, and decides what the update holds. */
    static SignaturePlan of(PdfSigningRequest request, @Nullable Secret password, CertificateIdentity signer)
            throws IOException, SignerException {
        FileRegion file = new FileRegion(request.pdf().path(), 0, request.pdf().size());
        try (OpenedPdf pdf = ShortWay.open(file)) {
            return of(pdf, request, signer);
        } catch (Unusual e) {
            // Nothing was written yet, so the long way starts anew.
        }
        return PdfOpening.guard(file, () -> {
            try (OpenedPdf pdf = LongWay.open(file, password)) {
                return of(pdf, request, signer);
            }
        });
    }

    /** Decides it for a document that is open. */
    static SignaturePlan of(OpenedPdf pdf, PdfSigningRequest request, CertificateIdentity signer)
            throws IOException, SignerException {
        PdfCheck.requirePages(pdf, request.pdf().path());
        SignatureUpdate update = new SignatureUpdate(pdf, request.pdf().path());
        pdf.requireSound();
        Field field =
                request.field().isPresent() ? update.useField(request.field().get()) : update.addField();
        COSDictionary dictionary = SignatureDictionary.of(
                signer.nama(), request.context(), update.references(field, request.certification()));
        pdf.requireSound();
        UpdateWriter writer = new UpdateWriter(pdf, request.pdf().size(), update.objects());
        return new SignaturePlan(
                writer, update.signature(), dictionary, field.name(), pdf.tail().repaired());
    }
}
