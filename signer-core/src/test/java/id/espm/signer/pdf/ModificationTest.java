package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.Verdict;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.SignatureReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done to a signed PDF, what may not, and what nobody can tell (ISO 32000-2, 12.8.2). */
class ModificationTest {
    private static final COSName LOCK = COSName.getPDFName("Lock");

    @TempDir
    Path folder;

    /** Something that a later revision does. */
    private interface Update {
        void apply(PDDocument document) throws IOException;
    }

    @Nested
    class AnHonestUpdate {
        @Test
        void byAFurtherSignatureLeavesTheFirstValid() throws Exception {
            Path twice = sign(sign(form(), "kpa", null), "ppspm", null);

            FileReport report = verify(twice);

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(report.signatures().getFirst().coversWholeFile()).isFalse();
            assertThat(report.signatures().getFirst().modifications()).containsExactly("allowed: signature: ppspm");
            assertThat(report.signatures().getLast().modifications()).isEmpty();
        }

        @Test
        void byASignatureInAFieldOfItsOwnLeavesTheFirstValid() throws Exception {
            Path twice = sign(sign(file(SamplePdfs.plain(2, true)), null, null), null, null);

            assertThat(verify(twice).verdict()).isEqualTo(Verdict.valid());
        }

        @Test
        void thatFillsInWhatWasEmptyLeavesTheSignatureValid() throws Exception {
            Path filled = update(sign(form(), null, Certification.FORM_FILLING), ModificationTest::fillIn);

            assertThat(first(filled).verdict()).isEqualTo(Verdict.valid());
            assertThat(first(filled).modifications()).containsExactly("allowed: form field filled in: uraian");
        }
    }

    @Test
    void aBlockThatIsDrawnIsFineAfterAnApprovalAndUnclearAfterACertification() throws Exception {
        Path approved = signVisibly(sign(file(SamplePdfs.plain(1, false)), null, null));
        Path certified = signVisibly(sign(file(SamplePdfs.plain(1, false)), null, Certification.FORM_FILLING));

        assertThat(verify(approved).verdict()).isEqualTo(Verdict.valid());
        assertThat(first(certified).verdict()).isInstanceOf(Verdict.Indeterminate.class);
        assertThat(verify(certified).signatures().getLast().verdict()).isEqualTo(Verdict.valid());
    }

    @Nested
    class WhatTheSignatureForbids {
        @Test
        void isFillingInAfterACertificationWithoutChanges() throws Exception {
            Path filled = update(sign(form(), null, Certification.NO_CHANGES), ModificationTest::fillIn);

            assertThat(first(filled).verdict()).isInstanceOf(Verdict.Invalid.class);
        }

        @Test
        void isFillingInALockedField() throws Exception {
            Path filled = update(sign(locking("uraian"), "kpa", null), ModificationTest::fillIn);

            assertThat(first(filled).verdict()).isInstanceOf(Verdict.Invalid.class);
        }

        @Test
        void isAnAnnotationAfterACertificationForForms() throws Exception {
            Path annotated = update(sign(form(), null, Certification.FORM_FILLING), ModificationTest::annotate);

            assertThat(first(annotated).verdict()).isInstanceOf(Verdict.Invalid.class);
        }

        @Test
        void isASwappedSignatureValue() throws Exception {
            Path swapped = update(sign(form(), "kpa", null), document -> {
                COSDictionary field = document.getSignatureFields().getLast().getCOSObject();
                COSDictionary other = new COSDictionary(field.getCOSDictionary(COSName.V));
                other.setString(COSName.REASON, "Persetujuan lain");
                other.setNeedToBeUpdated(true);
                field.setItem(COSName.V, other);
                field.setNeedToBeUpdated(true);
            });

            assertThat(first(swapped).verdict()).isInstanceOf(Verdict.Invalid.class);
        }

        @Test
        void isAnObjectThatWasHiddenInWhatWasSigned() throws Exception {
            // The page as it was before it was turned stands in the signed bytes too.
            Path signed = sign(file(SamplePdfs.updated()), null, null);
            String text = text(signed);
            int page = text.indexOf("/Type /Page\n");

            Path redirected = redirect(signed, page);

            assertThat(first(redirected).verdict()).isInstanceOf(Verdict.Invalid.class);
        }
    }

    @Nested
    class WhatNobodyCanTell {
        @Test
        void isAnAnnotationEvenWhereAnnotationsAreAllowed() throws Exception {
            for (Certification certification : new Certification[] {null, Certification.ANNOTATIONS}) {
                Path annotated = update(sign(form(), null, certification), ModificationTest::annotate);

                assertThat(first(annotated).verdict()).isInstanceOf(Verdict.Indeterminate.class);
            }
        }

        @Test
        void isAFilledFieldThatIsFilledAnew() throws Exception {
            Path filled = update(form(), ModificationTest::fillIn);
            Path again = update(sign(filled, "kpa", null), document -> setText(document, "Rp 9"));

            assertThat(first(again).verdict()).isInstanceOf(Verdict.Indeterminate.class);
            assertThat(first(again).modifications()).containsExactly("unclear: form field replaced: uraian");
        }

        @Test
        void areBytesThatNoReaderReaches() throws Exception {
            Path filled = update(sign(form(), "kpa", null), ModificationTest::fillIn);
            String text = text(filled);
            int table = text.lastIndexOf("xref", text.lastIndexOf("startxref") - 1);
            String more = "99 0 obj\n<</Type/Page>>\nendobj\n";
            String changed = text.substring(0, table) + more + text.substring(table);
            changed = changed.substring(0, changed.lastIndexOf("startxref")) + "startxref\n" + (table + more.length())
                    + "\n%%EOF\n";

            FileReport report = verify(file(changed.getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(report.verdict()).isInstanceOf(Verdict.Indeterminate.class);
        }

        @Test
        void isAFurtherSignatureThatDoesNotHold() throws Exception {
            byte[] twice = Files.readAllBytes(sign(sign(form(), "kpa", null), "ppspm", null));
            int value = new String(twice, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <");
            Arrays.fill(twice, value + 2000, value + 2100, (byte) '5');

            assertThat(first(file(twice)).verdict()).isNotEqualTo(Verdict.valid());
        }
    }

    /** Appends a cross-reference table that leads an object's number to the object around a position. */
    private Path redirect(Path signed, int within) throws IOException {
        String text = text(signed);
        int object = text.lastIndexOf('\n', text.lastIndexOf(" obj", within)) + 1;
        String number = text.substring(object).split(" ")[0];
        String previous = text.substring(text.lastIndexOf("startxref") + 10).split("\n")[0];
        String root = text.substring(text.lastIndexOf("/Root ")).split(" R")[0] + " R";
        String update = "\nxref\n" + number + " 1\n"
                + String.format(Locale.ROOT, "%010d 00000 n \n", object)
                + "trailer\n<<" + root + "/Size 100/Prev " + previous.strip() + ">>\nstartxref\n"
                + (text.length() + 1) + "\n%%EOF\n";
        return file((text + update).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void fillIn(PDDocument document) throws IOException {
        setText(document, "Belanja modal");
    }

    private static void setText(PDDocument document, String value) throws IOException {
        COSDictionary field = document.getDocumentCatalog()
                .getAcroForm(null)
                .getField("uraian")
                .getCOSObject();
        field.setString(COSName.V, value);
        field.setNeedToBeUpdated(true);
    }

    private static void annotate(PDDocument document) {
        COSDictionary note = new COSDictionary();
        note.setName(COSName.SUBTYPE, "FreeText");
        note.setString(COSName.CONTENTS, "LUNAS");
        note.setItem(COSName.RECT, new PDRectangle(200, 200));
        COSDictionary page = document.getPage(0).getCOSObject();
        page.getCOSArray(COSName.ANNOTS).add(note);
        page.setNeedToBeUpdated(true);
    }

    private Path locking(String field) throws IOException {
        return update(form(), document -> {
            COSDictionary lock = new COSDictionary();
            lock.setName(COSName.TYPE, "SigFieldLock");
            lock.setName(COSName.getPDFName("Action"), "Include");
            COSArray names = new COSArray();
            names.add(new COSString(field));
            lock.setItem(COSName.FIELDS, names);
            COSDictionary last = document.getSignatureFields().getLast().getCOSObject();
            last.setItem(LOCK, lock);
            last.setNeedToBeUpdated(true);
        });
    }

    private Path form() throws IOException {
        return file(SamplePdfs.form(false));
    }

    private Path update(Path pdf, Update update) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            update.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return file(out.toByteArray());
        }
    }

    private Path sign(Path pdf, String field, Certification certification) throws Exception {
        return sign(new PdfSigningRequest(
                CheckedFile.of(pdf),
                Officials.context(),
                Optional.ofNullable(field),
                Optional.ofNullable(certification),
                Optional.empty()));
    }

    private Path signVisibly(Path pdf) throws Exception {
        return sign(new PdfSigningRequest.Builder(CheckedFile.of(pdf), Officials.context())
                .visible(VisibleSignature.of(Template.usual()))
                .build());
    }

    private Path sign(PdfSigningRequest request) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            new PdfSigner(SigningMethod.basic()).sign(request, key, out);
        }
        return file(out.toByteArray());
    }

    private SignatureReport first(Path pdf) throws IOException {
        return verify(pdf).signatures().getFirst();
    }

    private static FileReport verify(Path pdf) throws IOException {
        return new PdfFileVerifier(Officials.trusting()).verify("judged.pdf", FileRegion.whole(pdf));
    }

    private static String text(Path pdf) throws IOException {
        return new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1);
    }

    private Path file(byte[] pdf) throws IOException {
        return Files.write(Files.createTempFile(folder, "berkas", ".pdf"), pdf);
    }
}
