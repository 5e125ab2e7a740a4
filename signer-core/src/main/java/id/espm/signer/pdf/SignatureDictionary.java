package id.espm.signer.pdf;

import id.espm.signer.SigningContext;
import id.espm.signer.pdf.revision.SignatureTransforms;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** Composes a signature dictionary but for its range and its value (ISO 32000-2, table 255; ETSI EN 319 142-1, 6.3). */
final class SignatureDictionary {
    private static final COSName ETSI_CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");
    private static final COSName ADOBE_PPKLITE = COSName.getPDFName("Adobe.PPKLite");
    private static final COSName SIG_REF = COSName.getPDFName("SigRef");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName FIELDS = COSName.FIELDS;
    private static final COSName ACTION = COSName.getPDFName("Action");
    private static final COSName DATA = COSName.getPDFName("Data");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
    private static final String VERSION = "1.2";

    private SignatureDictionary() {}

    /**
     * @param name       the signer's, as the certificate has it
     * @param references what the signature says about later changes
     */
    static COSDictionary of(String name, SigningContext context, List<COSDictionary> references) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.SIG);
        dictionary.setItem(COSName.FILTER, ADOBE_PPKLITE);
        dictionary.setItem(COSName.SUB_FILTER, ETSI_CADES_DETACHED);
        dictionary.setString(COSName.NAME, name);
        dictionary.setString(COSName.LOCATION, context.place());
        dictionary.setString(COSName.REASON, context.reason());
        dictionary.setString(COSName.M, date(context.claimedTime()));
        if (!references.isEmpty()) {
            dictionary.setItem(COSName.REFERENCE, new COSArray(references));
        }
        return dictionary;
    }

    /** A date with its zone (ISO 32000-2, 7.9.4), with the last apostrophe that older readers expect. */
    private static String date(ZonedDateTime time) {
        return DATE.format(time) + OFFSET.format(time).replace(':', '\'') + "'";
    }

    /** Certifies the document and says what may still be changed (ISO 32000-2, 12.8.2.2). */
    static COSDictionary certification(Certification certification) {
        COSDictionary parameters = parameters();
        parameters.setInt(COSName.P, certification.permission());
        return reference(SignatureTransforms.DOC_MDP, parameters);
    }

    /**
     * What the lock of a signature field says, taken into its signature (ISO 32000-2, 12.8.2.4).
     *
     * @param catalog a reference to the document catalog
     */
    static COSDictionary lock(COSDictionary lock, COSBase catalog) {
        COSDictionary parameters = parameters();
        Optional.ofNullable(lock.getItem(ACTION)).ifPresent(action -> parameters.setItem(ACTION, action));
        Optional.ofNullable(lock.getItem(FIELDS)).ifPresent(fields -> parameters.setItem(FIELDS, fields));
        if (lock.getDictionaryObject(COSName.P) instanceof COSInteger permission) {
            parameters.setItem(COSName.P, permission);
        }
        COSDictionary reference = reference(SignatureTransforms.FIELD_MDP, parameters);
        reference.setItem(DATA, catalog);
        return reference;
    }

    private static COSDictionary parameters() {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, TRANSFORM_PARAMS);
        parameters.setItem(COSName.V, COSName.getPDFName(VERSION));
        return parameters;
    }

    private static COSDictionary reference(COSName method, COSDictionary parameters) {
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, SIG_REF);
        reference.setItem(TRANSFORM_METHOD, method);
        reference.setItem(TRANSFORM_PARAMS, parameters);
        return reference;
    }
}
