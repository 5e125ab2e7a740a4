package id.espm.signer.hostile;

import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Writes PDFs object by object, sound or not, and signs them whatever they are: an attacker signs what no program would. */
final class PdfText {
    static final int CATALOG = 1;
    static final int PAGES = 2;
    static final int PAGE = 3;
    private static final String RANGE = "[0 0000000000 0000000000 0000000000]";
    private static final int VALUE = 16_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TreeMap<Integer, Integer> listed = new TreeMap<>();
    private final List<Integer> fields = new ArrayList<>();
    private int next = PAGE + 1;
    private int previous = -1;

    PdfText() {
        text("%PDF-1.7\n");
    }

    /** A catalog, the root of the pages, and one page. */
    static PdfText withPage() {
        PdfText pdf = new PdfText();
        pdf.object(CATALOG, "<</Type/Catalog/Pages 2 0 R>>");
        pdf.object(PAGES, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
        pdf.object(PAGE, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
        return pdf;
    }

    PdfText text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    int position() {
        return out.size();
    }

    /** Where the newest cross-reference section begins. */
    int previous() {
        return previous;
    }

    int newNumber() {
        return next++;
    }

    int object(String body) {
        return object(newNumber(), body);
    }

    int object(int number, String body) {
        listed.put(number, out.size());
        text(number + " 0 obj\n" + body + "\nendobj\n");
        return number;
    }

    int stream(String entries, byte[] data) {
        return stream(newNumber(), entries, data);
    }

    int stream(int number, String entries, byte[] data) {
        listed.put(number, out.size());
        text(number + " 0 obj\n<<" + entries + "/Length " + data.length + ">>stream\n");
        out.writeBytes(data);
        text("\nendstream\nendobj\n");
        return number;
    }

    /** Lists an object at a place of choice. */
    void list(int number, int position) {
        listed.put(number, position);
    }

    /** Ends a revision with a cross-reference table. */
    PdfText end(String trailer) {
        int table = out.size();
        StringBuilder xref = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        List<Integer> numbers = List.copyOf(listed.keySet());
        for (int i = 0; i < numbers.size(); ) {
            int j = i;
            while (j < numbers.size() && numbers.get(j) == numbers.get(i) + j - i) {
                j++;
            }
            xref.append(numbers.get(i)).append(' ').append(j - i).append('\n');
            for (; i < j; i++) {
                String place = String.valueOf(listed.get(numbers.get(i)));
                xref.append("0".repeat(10 - place.length())).append(place).append(" 00000 n \n");
            }
        }
        String prev = previous < 0 ? "" : "/Prev " + previous;
        text(xref + "trailer\n<</Root 1 0 R/Size " + next + prev + trailer + ">>\n");
        return start(table);
    }

    PdfText end() {
        return end("");
    }

    /** Names where the newest section begins, and ends the file. */
    PdfText start(int section) {
        text("startxref\n" + section + "\n%%EOF\n");
        previous = section;
        listed.clear();
        return this;
    }

    /** Signs everything so far in an update, as any program would. */
    PdfText sign(SigningKey key) throws SignerException {
        return sign(key, "", SigningMethod.basic());
    }

    /** @param catalog further entries of the catalog */
    PdfText sign(SigningKey key, String catalog, SigningMethod method) throws SignerException {
        int dictionary = newNumber();
        int from = out.size();
        object(
                dictionary,
                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange" + RANGE + "/Contents<"
                        + "0".repeat(VALUE) + ">>>");
        fields.add(object("<</FT/Sig/T(f" + dictionary + ")/V " + dictionary
                + " 0 R/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/F 132/P 3 0 R>>"));
        object(
                CATALOG,
                "<</Type/Catalog/Pages 2 0 R" + catalog + "/AcroForm<</SigFlags 3/Fields["
                        + String.join(" ", fields.stream().map(f -> f + " 0 R").toList()) + "]>>>>");
        end();
        return seal(from, key, method);
    }

    private PdfText seal(int from, SigningKey key, SigningMethod method) throws SignerException {
        byte[] whole = out.toByteArray();
        String dictionary = new String(whole, from, RANGE.length() + 300, StandardCharsets.ISO_8859_1);
        int range = from + dictionary.indexOf(RANGE);
        int gap = from + dictionary.indexOf("/Contents<") + "/Contents".length();
        int last = gap + VALUE + 2;
        String stated = String.format(Locale.ROOT, "[0 %010d %010d %010d]", gap, last, whole.length - last);
        put(whole, range, stated);
        MessageDigest digest = method.digest().newDigest();
        digest.update(whole, 0, gap);
        digest.update(whole, last, whole.length - last);
        byte[] cms = new CmsSigner(new CmsSigningRequest(CmsSigningRequest.Format.PADES, Officials.context()), method)
                .signDetached(digest.digest(), key);
        put(whole, gap + 1, HexFormat.of().formatHex(cms));
        out.reset();
        out.writeBytes(whole);
        return this;
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
