package id.espm.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs of many shapes, made here. */
final class SamplePdfs {
    private SamplePdfs() {}

    /** As PDFBox writes it: object streams with a cross-reference stream, or a table. */
    static byte[] plain(int pages, boolean objectStreams) {
        return write(objectStreams, document -> addPages(document, pages));
    }

    /** With a text field and two empty signature fields, {@code ppspm} and {@code kpa}. */
    static byte[] form(boolean objectStreams) {
        return write(objectStreams, document -> {
            addPages(document, 1);
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField text = new PDTextField(form);
            text.setPartialName("uraian");
            form.getFields().add(text);
            for (String name : List.of("ppspm", "kpa")) {
                PDSignatureField field = new PDSignatureField(form);
                field.setPartialName(name);
                form.getFields().add(field);
                document.getPage(0).getAnnotations().add(field.getWidgets().getFirst());
            }
        });
    }

    /** Encrypted; PDFBox takes 40, 128 and 256 bits for revisions 2, 3 or 4, and 6. */
    static byte[] encrypted(int bits, boolean aes, String user, AccessPermission permission) {
        return write(true, document -> {
            addPages(document, 1);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("pemilik", user, permission);
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(aes);
            document.protect(policy);
        });
    }

    /** A table, then an incremental update that turns the page. */
    static byte[] updated() {
        try (PDDocument document = Loader.loadPDF(plain(2, false))) {
            document.getPage(0).setRotation(90);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another file's bytes before the header: positions count from the header. */
    static byte[] withLeadingJunk() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(plain(1, false));
        return out.toByteArray();
    }

    /** A hybrid file (ISO 32000-2, 7.5.8.4): a table that hides the page, and a stream that shows it. */
    static byte[] hybrid() {
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n");
        List<Integer> at = new ArrayList<>();
        for (String object : List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")) {
            at.add(pdf.length());
            pdf.append(at.size()).append(" 0 obj").append(object).append("\nendobj\n");
        }
        int stream = pdf.length();
        String entry = String.format(Locale.ROOT, "01%04X00", at.get(2));
        pdf.append("4 0 obj<</Type/XRef/Size 5/Index[3 1]/W[1 2 1]/Filter/ASCIIHexDecode/Length 9>>stream\n")
                .append(entry)
                .append(">\nendstream\nendobj\n");
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000003 65535 f \n");
        at.subList(0, 2).forEach(p -> pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", p)));
        pdf.append("0000000000 00000 f \ntrailer\n<</Size 5/Root 1 0 R/XRefStm ")
                .append(stream)
                .append(">>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Cut behind the last object: the cross-reference table is gone. */
    static byte[] withoutXref() {
        byte[] whole = plain(2, false);
        int table = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("\nxref");
        return Arrays.copyOf(whole, table);
    }

    /** A dynamic XFA form, as far as it says so. */
    static byte[] dynamicXfa() {
        return write(false, document -> {
            addPages(document, 1);
            document.getDocumentCatalog().getCOSObject().setBoolean(COSName.getPDFName("NeedsRendering"), true);
        });
    }

    private interface Content {
        void into(PDDocument document) throws IOException;
    }

    private static byte[] write(boolean objectStreams, Content content) {
        try (PDDocument document = new PDDocument()) {
            content.into(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            save(document, objectStreams, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(PDDocument document, boolean objectStreams, OutputStream out) throws IOException {
        document.save(out, objectStreams ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
    }

    private static void addPages(PDDocument document, int pages) {
        for (int i = 0; i < pages; i++) {
            document.addPage(new PDPage());
        }
    }
}
