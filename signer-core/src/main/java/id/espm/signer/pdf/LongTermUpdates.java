package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.pdf.EmbeddedSignature.Later;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Whether what follows a signature in a PDF is only what levels B-LT and B-LTA add (ETSI EN 319 142-1, 5.4): a document
 * security store, and fields of document timestamps that draw nothing. The revision that was signed and the file as it is now
 * are compared object by object. An object that changed must be equal but for those additions; a new object must be out of
 * reach for everything that was signed. Whatever is not understood is an objection.
 */
final class LongTermUpdates {
    private static final long MAX_UPDATE = 64 << 20;
    private static final int MAX_OBJECTS = 1_000_000;
    private static final int END_WINDOW = 64;
    private static final Pattern END = Pattern.compile("startxref[\\r\\n]+[0-9]+[\\r\\n]+%%EOF[\\r\\n]{0,2}$");
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final COSName CRLS = COSName.getPDFName("CRLs");
    private static final COSName OCSPS = COSName.getPDFName("OCSPs");
    private static final Set<COSName> CATALOG_ADDITIONS = Set.of(DSS, EXTENSIONS, COSName.ACRO_FORM);
    private static final Set<COSName> FORM_ADDITIONS = Set.of(COSName.FIELDS, SIG_FLAGS);

    private final COSDocument before;
    private final COSDocument now;
    private final Set<COSObjectKey> timestampFields = new HashSet<>();

    private LongTermUpdates(COSDocument before, COSDocument now) {
        this.before = before;
        this.now = now;
    }

    /**
     * Compares.
     *
     * @param coveredEnd where the signed revision ends
     * @param timestamps the document timestamps after it, already checked
     */
    static Later after(FileRegion pdf, long coveredEnd, List<CmsTimestamp> timestamps) throws IOException {
        FileRegion update = pdf.part(coveredEnd, pdf.length() - coveredEnd);
        if (update.length() > MAX_UPDATE || !hasFormOfUpdate(update)) {
            return Later.unknown("not analysed");
        }
        boolean strict = opensStrictly(pdf.part(0, coveredEnd));
        try (PDDocument signed = open(pdf.part(0, coveredEnd), strict);
                PDDocument whole = open(pdf, strict)) {
            LongTermUpdates updates = new LongTermUpdates(signed.getDocument(), whole.getDocument());
            Optional<String> objection = updates.objection();
            return objection.isPresent()
                    ? Later.unknown(objection.get())
                    : new Later(Optional.empty(), updates.hasRevocationValues(), timestamps);
        } catch (IOException | SignerException | RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            return Later.unknown("not readable");
        }
    }

    /** It ends as an update does, with nothing behind, and is not of the hybrid kind that readers take in two ways. */
    private static boolean hasFormOfUpdate(FileRegion update) throws IOException {
        String text = new String(update.readAll(), StandardCharsets.ISO_8859_1);
        return END.matcher(text.substring(Math.max(0, text.length() - END_WINDOW)))
                        .find()
                && !text.contains("/XRefStm");
    }

    private static boolean opensStrictly(FileRegion pdf) {
        try (PDDocument document = PdfOpening.openStrictly(pdf)) {
            return document.getNumberOfPages() >= 0;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** What was signed in order must have stayed in order: a repair could find other objects than other readers do. */
    private static PDDocument open(FileRegion pdf, boolean strict) throws IOException, SignerException {
        return strict ? PdfOpening.openStrictly(pdf) : PdfOpening.open(pdf, null);
    }

    private Optional<String> objection() {
        Map<COSObjectKey, Long> then = before.getXrefTable();
        if (then.size() > MAX_OBJECTS) {
            return Optional.of("not analysed");
        }
        if (!PdfObjects.same(
                        before.getTrailer().getItem(COSName.ROOT),
                        now.getTrailer().getItem(COSName.ROOT))
                || !PdfObjects.same(
                        before.getTrailer().getItem(COSName.INFO),
                        now.getTrailer().getItem(COSName.INFO))
                || now.getTrailer().containsKey(COSName.ENCRYPT)) {
            return Optional.of("trailer");
        }
        return catalog().or(this::changedObjects).or(this::newObjects);
    }

    private Optional<String> catalog() {
        COSDictionary root = before.getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary newRoot = now.getTrailer().getCOSDictionary(COSName.ROOT);
        if (root == null || newRoot == null || !PdfObjects.sameBut(root, newRoot, CATALOG_ADDITIONS)) {
            return Optional.of("catalog");
        }
        if (root.containsKey(DSS) && !PdfObjects.same(root.getItem(DSS), newRoot.getItem(DSS))) {
            return Optional.of("DSS");
        }
        if (!DssEntries.acceptable(newRoot.getDictionaryObject(DSS))
                || !DssEntries.extensionsGrew(
                        root.getCOSDictionary(EXTENSIONS), newRoot.getCOSDictionary(EXTENSIONS))) {
            return Optional.of("DSS");
        }
        return form(root, newRoot);
    }

    private Optional<String> form(COSDictionary root, COSDictionary newRoot) {
        COSBase entry = root.getItem(COSName.ACRO_FORM);
        COSBase newEntry = newRoot.getItem(COSName.ACRO_FORM);
        boolean indirect = entry instanceof COSObject || newEntry instanceof COSObject;
        COSDictionary form = root.getCOSDictionary(COSName.ACRO_FORM);
        COSDictionary newForm = newRoot.getCOSDictionary(COSName.ACRO_FORM);
        if (form == null || newForm == null || (indirect && !PdfObjects.same(entry, newEntry))) {
            return Optional.of("AcroForm");
        }
        Optional<List<COSObject>> fields =
                PdfObjects.additions(form.getItem(COSName.FIELDS), newForm.getItem(COSName.FIELDS));
        if (fields.isEmpty() || !PdfObjects.sameBut(form, newForm, FORM_ADDITIONS)) {
            return Optional.of("AcroForm");
        }
        for (COSObject field : fields.get()) {
            if (before.getXrefTable().containsKey(field.getKey()) || !TimestampField.acceptable(field.getObject())) {
                return Optional.of("field");
            }
            timestampFields.add(field.getKey());
        }
        return Optional.empty();
    }

    /** Every object that was there is there, and the same; or it grew by a timestamp's field, as form and page do. */
    private Optional<String> changedObjects() {
        Map<COSObjectKey, Long> current = now.getXrefTable();
        Set<COSObjectKey> growing = growingObjects();
        for (Map.Entry<COSObjectKey, Long> entry : before.getXrefTable().entrySet()) {
            COSObjectKey key = entry.getKey();
            Long offset = current.get(key);
            if (offset == null) {
                return Optional.of("object " + key.getNumber() + " removed");
            }
            if (!offset.equals(entry.getValue()) && !growing.contains(key) && !isSame(key)) {
                return Optional.of("object " + key.getNumber());
            }
        }
        return Optional.empty();
    }

    /** Catalog and form, which were compared already, and what holds their lists of fields. */
    private Set<COSObjectKey> growingObjects() {
        Set<COSObjectKey> keys = new HashSet<>();
        COSBase root = before.getTrailer().getItem(COSName.ROOT);
        COSDictionary catalog = before.getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary form = catalog == null ? null : catalog.getCOSDictionary(COSName.ACRO_FORM);
        for (COSBase item : new COSBase[] {
            root,
            catalog == null ? null : catalog.getItem(COSName.ACRO_FORM),
            form == null ? null : form.getItem(COSName.FIELDS),
            catalog == null ? null : catalog.getItem(EXTENSIONS)
        }) {
            if (item instanceof COSObject reference) {
                keys.add(reference.getKey());
            }
        }
        return keys;
    }

    private boolean isSame(COSObjectKey key) {
        COSBase then = before.getObjectFromPool(key).getObject();
        COSBase current = now.getObjectFromPool(key).getObject();
        if (then instanceof COSArray && current instanceof COSArray) {
            return PdfObjects.same(then, current) || grewByTimestamps(then, current);
        }
        if (then instanceof COSDictionary page
                && current instanceof COSDictionary newPage
                && COSName.PAGE.equals(page.getCOSName(COSName.TYPE))) {
            return PdfObjects.sameBut(page, newPage, Set.of(COSName.ANNOTS))
                    && grewByTimestamps(page.getItem(COSName.ANNOTS), newPage.getItem(COSName.ANNOTS));
        }
        return PdfObjects.same(then, current);
    }

    private boolean grewByTimestamps(@Nullable COSBase then, @Nullable COSBase current) {
        return PdfObjects.additions(then, current)
                .filter(added -> added.stream().allMatch(o -> timestampFields.contains(o.getKey())))
                .isPresent();
    }

    /** An object that was missing when the file was signed, and referred to all the same, must not appear now. */
    private Optional<String> newObjects() {
        Set<Long> known = new HashSet<>();
        before.getXrefTable().keySet().forEach(key -> known.add(key.getNumber()));
        Set<Long> added = new HashSet<>();
        for (COSObjectKey key : now.getXrefTable().keySet()) {
            if (!before.getXrefTable().containsKey(key) && known.contains(key.getNumber())) {
                return Optional.of("object " + key.getNumber());
            }
            if (!known.contains(key.getNumber())) {
                added.add(key.getNumber());
            }
        }
        for (COSObjectKey key : before.getXrefTable().keySet()) {
            if (PdfObjects.refersTo(before.getObjectFromPool(key).getObject(), added)) {
                return Optional.of("object " + key.getNumber());
            }
        }
        return Optional.empty();
    }

    private boolean hasRevocationValues() {
        COSDictionary root = now.getTrailer().getCOSDictionary(COSName.ROOT);
        COSDictionary store = root == null ? null : root.getCOSDictionary(DSS);
        return store != null && (isFilled(store.getCOSArray(CRLS)) || isFilled(store.getCOSArray(OCSPS)));
    }

    private static boolean isFilled(@Nullable COSArray array) {
        return array != null && array.size() > 0;
    }
}
