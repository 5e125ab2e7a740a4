package id.espm.signer.hostile;

import static id.espm.signer.hostile.PdfText.PAGES;

import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** PDFs that are made to take long, or much memory. */
final class HostilePdfs {
    private static final int BOMB = 15 << 20;
    private static final int DEEP = 2_000_000;

    private final SigningKey key;
    private final Map<String, Maker> makers = new LinkedHashMap<>();

    HostilePdfs(SigningKey key) {
        this.key = key;
        size();
        bombs();
        circles();
        depth();
        numbers();
        signatures();
        repairs();
    }

    /** Makes one file. */
    interface Maker {
        byte[] make() throws SignerException;
    }

    Map<String, Maker> all() {
        return makers;
    }

    private void size() {
        makers.put("200000-objects.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            for (int i = 0; i < 200_000; i++) {
                pdf.object("<</A " + i + "/B[1 2 3]/C(abcdefghijklm)>>");
            }
            return signedThrice(pdf.end());
        });
        makers.put("1000000-objects.pdf", () -> signedThrice(packed(1_000_000, "7 ")));
        makers.put("240000-linked-objects.pdf", () -> {
            PdfText pdf = new PdfText();
            pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/X 4 0 R>>");
            pdf.object(PAGES, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
            pdf.object(PdfText.PAGE, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/X 4 0 R>>");
            for (int i = 0; i < 240_000; i++) {
                pdf.object("<</N " + (i + 5) + " 0 R/M " + (i / 2 + 4) + " 0 R>>");
            }
            return signedTwice(pdf.end(), "/X 4 0 R");
        });
    }

    private void bombs() {
        makers.put("bomb-object-stream.pdf", () -> signedTwice(objectStream(Bombs.zlib(BOMB, (byte) ' '), 1, 4), ""));
        makers.put("bomb-xref-stream.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            return xref(pdf, "/Filter/FlateDecode/W[1 4 2]/Size 2147483647", Bombs.zlib(BOMB, (byte) 0))
                    .bytes();
        });
        makers.put("bomb-xref-entries.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            return xref(pdf, "/Filter/FlateDecode/W[1 1 1]/Size 20000000", Bombs.zlib(60 << 10, (byte) 1))
                    .bytes();
        });
        makers.put("bomb-metadata.pdf", () -> metadata(Bombs.zlib(BOMB / 2, (byte) ' '), "/Filter/FlateDecode"));
        makers.put("metadata-without-ends.pdf", () -> metadata(bytes("<dc:a>".repeat(600_000)), ""));
        makers.put(
                "bomb-twice-deflated.pdf",
                () -> signedTwice(
                        objectStream(
                                Bombs.deflate(Bombs.zlib(BOMB, (byte) ' ')), 1, 4, "/Filter[/FlateDecode/FlateDecode]"),
                        ""));
    }

    private void circles() {
        makers.put("prev-loop.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            int table = pdf.position();
            return pdf.end("/Prev " + table).bytes();
        });
        makers.put("10000-revisions.pdf", () -> {
            PdfText pdf = PdfText.withPage().end();
            for (int i = 0; i < 10_000; i++) {
                pdf.object(4, "<</A " + i + ">>");
                pdf.end();
            }
            return signedTwice(pdf, "");
        });
        makers.put("page-loop.pdf", () -> signedTwice(pages("<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 3 0 R]>>"), ""));
        makers.put(
                "page-tree-1000000-kids.pdf",
                () -> signedTwice(pages("<</Type/Pages/Count 9/Kids[" + "3 0 R ".repeat(1_000_000) + "]>>"), ""));
        makers.put("page-depth.pdf", () -> {
            PdfText pdf = pages("<</Type/Pages/Count 1/Kids[4 0 R]>>", false);
            for (int i = 0; i < 100_000; i++) {
                pdf.object("<</Type/Pages/Count 1/Parent " + Math.max(2, i + 3) + " 0 R/Kids[" + (i + 5) + " 0 R]>>");
            }
            return signedTwice(pdf.end(), "");
        });
        makers.put("length-loop.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            pdf.object("<</Length 4 0 R>>stream\nx\nendstream");
            return signedTwice(pdf.end(), "/X 4 0 R");
        });
    }

    private void depth() {
        makers.put("deep-array.pdf", () -> signedTwice(with("[".repeat(DEEP) + "]".repeat(DEEP)), "/X 4 0 R"));
        makers.put(
                "deep-dictionary.pdf",
                () -> signedTwice(with("<</A".repeat(DEEP) + " 1" + ">>".repeat(DEEP)), "/X 4 0 R"));
        makers.put("deep-open.pdf", () -> with("[".repeat(9 * DEEP)).bytes());
        makers.put("deep-string.pdf", () -> signedTwice(with("(".repeat(8 * DEEP)), "/X 4 0 R"));
        makers.put(
                "deep-trailer.pdf",
                () -> PdfText.withPage()
                        .end("/X " + "[".repeat(DEEP) + "]".repeat(DEEP))
                        .bytes());
        makers.put("deep-field.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            for (int i = 0; i < 100_000; i++) {
                pdf.object("<</FT/Sig/T(a)/Parent " + (i + 3) + " 0 R/Kids[" + (i + 5) + " 0 R]>>");
            }
            pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>");
            return pdf.end().bytes();
        });
        makers.put(
                "long-list-of-references.pdf",
                () -> signedTwice(with("[" + "3 0 R ".repeat(2_000_000) + "]"), "/X 4 0 R"));
    }

    private void numbers() {
        makers.put(
                "huge-size.pdf",
                () -> PdfText.withPage().end("/Size 99999999999").bytes());
        makers.put(
                "huge-widths.pdf",
                () -> xref(PdfText.withPage(), "/W[1 2147483647 2147483647]/Size 9", new byte[64])
                        .bytes());
        makers.put(
                "negative-widths.pdf",
                () -> xref(PdfText.withPage(), "/W[-1 -2 -3]/Size 9", new byte[64])
                        .bytes());
        makers.put(
                "endless-index.pdf",
                () -> xref(PdfText.withPage(), "/W[0 0 0]/Index[0 2147483647]/Size 9", new byte[64])
                        .bytes());
        makers.put(
                "huge-count-of-objects.pdf",
                () -> signedTwice(objectStream(Bombs.deflate(bytes("9 0 7 ")), 2147483647, 4), ""));
        makers.put("huge-subsection.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            int table = pdf.position();
            return pdf.text("xref\n0 4294967295\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 9>>\n")
                    .start(table)
                    .bytes();
        });
        makers.put("100000-subsections.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            for (int i = 0; i < 100_000; i++) {
                pdf.object(2 * i + 4, "<</L " + i + ">>");
            }
            return signedTwice(pdf.end(), "");
        });
    }

    private void signatures() {
        makers.put("1000-signatures.pdf", () -> new ManySignatures(key, 1_000).make());
        makers.put("60-signatures.pdf", () -> new ManySignatures(key, 60).make());
        makers.put("100000-fields.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            StringBuilder fields = new StringBuilder();
            for (int i = 0; i < 100_000; i++) {
                fields.append(pdf.object("<</FT/Sig/T(f" + i + ")/V 900000 0 R>>"))
                        .append(" 0 R ");
            }
            pdf.object(900_000, "<</Type/Sig/ByteRange[0 10 20 30]/Contents<00>>>");
            pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + "]>>>>");
            return pdf.end().bytes();
        });
        makers.put("giant-contents.pdf", () -> giantContents("30840000" + "0".repeat(18 << 20)));
        makers.put("giant-contents-nested.pdf", () -> giantContents("3080".repeat(9 << 19)));
    }

    private void repairs() {
        makers.put("no-xref.pdf", () -> {
            PdfText pdf = PdfText.withPage();
            for (int i = 0; i < 400_000; i++) {
                pdf.object("<</Length 9 0 R>>");
            }
            return pdf.bytes();
        });
        makers.put(
                "no-xref-500000-words.pdf",
                () -> PdfText.withPage()
                        .text("xref trailer startxref obj endobj %%EOF ".repeat(450_000))
                        .bytes());
        makers.put(
                "no-xref-streams-without-end.pdf",
                () -> PdfText.withPage()
                        .text("9 0 obj<</Type/ObjStm/N 9/First 9/Length 99>>stream\n".repeat(350_000))
                        .bytes());
        makers.put(
                "only-zeros.pdf",
                () -> PdfText.withPage().text("\0".repeat(19 << 20)).bytes());
        makers.put("overlapping-objects.pdf", this::overlapping);
        makers.put("far-lengths.pdf", this::farLengths);
    }

    /** Every object of the table begins within one long string. */
    private byte[] overlapping() throws SignerException {
        PdfText pdf = PdfText.withPage();
        int[] at = new int[100_000];
        for (int i = 0; i < at.length; i++) {
            at[i] = pdf.position();
            pdf.text((i + 4) + " 0 obj[(\n");
        }
        pdf.text("x".repeat(10 << 20) + ")".repeat(at.length) + "]".repeat(at.length) + "endobj\n");
        for (int i = 0; i < at.length; i++) {
            pdf.list(i + 4, at[i]);
        }
        int list = 900_000;
        StringBuilder references = new StringBuilder("[");
        for (int i = 0; i < at.length; i++) {
            references.append(i + 4).append(" 0 R ");
        }
        pdf.object(list, references + "]");
        return signedTwice(pdf.end(), "/X " + list + " 0 R");
    }

    /** The length of each stream of an update stands behind a comment of many megabytes. */
    private byte[] farLengths() throws SignerException {
        PdfText pdf = PdfText.withPage().end().sign(key);
        int comment = pdf.position();
        pdf.text("%" + "x".repeat(12 << 20) + "\n");
        int number = pdf.newNumber();
        pdf.object(number, "1");
        for (int i = 0; i < 20_000; i++) {
            int far = pdf.newNumber();
            pdf.list(far, comment + 1 + i);
            pdf.object("<</Length " + far + " 0 R>>stream\nx\nendstream");
        }
        return pdf.end().sign(key).bytes();
    }

    private byte[] signedThrice(PdfText pdf) throws SignerException {
        return pdf.sign(key).sign(key).sign(key).bytes();
    }

    private byte[] signedTwice(PdfText pdf, String catalog) throws SignerException {
        return pdf.sign(key, catalog, SigningMethod.basic())
                .sign(key, catalog, SigningMethod.basic())
                .bytes();
    }

    private static PdfText with(String object) {
        PdfText pdf = PdfText.withPage();
        pdf.object(object);
        pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/X 4 0 R>>");
        return pdf.end();
    }

    private static PdfText pages(String root) {
        return pages(root, true);
    }

    private static PdfText pages(String root, boolean end) {
        PdfText pdf = PdfText.withPage();
        pdf.object(PAGES, root);
        return end ? pdf.end() : pdf;
    }

    /** Many objects in streams, listed by a cross-reference stream. */
    private static PdfText packed(int count, String object) {
        int each = 10_000;
        PdfText pdf = PdfText.withPage();
        int first = 1_000;
        java.io.ByteArrayOutputStream entries = new java.io.ByteArrayOutputStream();
        for (int done = 0; done < count; done += each) {
            StringBuilder header = new StringBuilder();
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < each; i++) {
                header.append(first + done + i)
                        .append(' ')
                        .append(body.length())
                        .append(' ');
                body.append(object);
            }
            int stream = pdf.stream(
                    "/Type/ObjStm/Filter/FlateDecode/N " + each + "/First " + header.length(),
                    Bombs.deflate(bytes(header.toString() + body)));
            for (int i = 0; i < each; i++) {
                entries.writeBytes(
                        new byte[] {2, 0, 0, (byte) (stream >> 8), (byte) stream, (byte) (i >> 8), (byte) i});
            }
        }
        pdf.end();
        return xref(
                pdf,
                "/Prev " + pdf.previous() + "/Filter/FlateDecode/W[1 4 2]/Index[" + first + " " + count + "]/Size "
                        + (first + count),
                Bombs.deflate(entries.toByteArray()));
    }

    private static PdfText objectStream(byte[] data, int count, int first) {
        return objectStream(data, count, first, "/Filter/FlateDecode");
    }

    /** Object 9 stands in a stream of choice. */
    private static PdfText objectStream(byte[] data, int count, int first, String filter) {
        PdfText pdf = PdfText.withPage();
        int stream = pdf.stream("/Type/ObjStm" + filter + "/N " + count + "/First " + first, data);
        pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/X 9 0 R/AcroForm 9 0 R>>");
        pdf.end();
        return xref(pdf, "/Prev " + pdf.previous() + "/W[1 4 2]/Index[9 1]/Size 10", new byte[] {
            2, 0, 0, 0, (byte) stream, 0, 0
        });
    }

    private static PdfText xref(PdfText pdf, String entries, byte[] data) {
        int at = pdf.position();
        pdf.stream(8_000_000, "/Type/XRef/Root 1 0 R" + entries, data);
        return pdf.start(at);
    }

    private byte[] metadata(byte[] data, String filter) throws SignerException {
        PdfText pdf = PdfText.withPage();
        int metadata = pdf.stream("/Type/Metadata/Subtype/XML" + filter, data);
        String catalog = "/Metadata " + metadata + " 0 R";
        pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R" + catalog + ">>");
        pdf.end().sign(key, catalog, SigningMethod.basic());
        byte[] other = data.clone();
        other[other.length / 2] ^= 1;
        pdf.stream(metadata, "/Type/Metadata/Subtype/XML" + filter, other);
        return pdf.sign(key, catalog, SigningMethod.basic()).bytes();
    }

    private static byte[] giantContents(String value) {
        PdfText pdf = PdfText.withPage();
        int dictionary = pdf.newNumber();
        String head = "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 %09d %09d 000000400]/Contents";
        int gap = pdf.position()
                + (dictionary + " 0 obj\n").length()
                + head.formatted(0, 0).length();
        pdf.object(dictionary, head.formatted(gap, gap + value.length() + 2) + "<" + value + ">>>");
        int field = pdf.object("<</FT/Sig/T(f)/V " + dictionary + " 0 R>>");
        pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + field + " 0 R]>>>>");
        return pdf.end().bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
