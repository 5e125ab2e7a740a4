package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.key.SigningKey;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a forger adds after a signature is not taken for what the signature allows. */
class LaterRevisionsTest {
    @TempDir
    static Path folder;

    private static LivePki pki;
    private static Path longTerm;
    private static Path archival;

    @BeforeAll
    static void sign() throws Exception {
        pki = LivePki.start();
        longTerm = sign(SignatureLevel.B_LT);
        archival = sign(SignatureLevel.B_LTA);
    }

    @AfterAll
    static void stopPki() {
        pki.close();
    }

    /** What a forger changes, marking the objects that an incremental update must write. */
    private enum Forgery {
        OVERPRINT {
            @Override
            void apply(PDDocument document) throws IOException {
                PDPage page = document.getPage(0);
                try (PDPageContentStream text =
                        new PDPageContentStream(document, page, AppendMode.APPEND, false, true)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    text.showText("Rp 1.000.000.000");
                    text.endText();
                }
                touch(page.getCOSObject());
            }
        },
        PAGE_SIZE {
            @Override
            void apply(PDDocument document) {
                document.getPage(0).setMediaBox(PDRectangle.A6);
                touch(document.getPage(0).getCOSObject());
            }
        },
        FURTHER_PAGE {
            @Override
            void apply(PDDocument document) {
                document.addPage(new PDPage());
                touch(document.getPages().getCOSObject());
            }
        },
        ANNOTATION {
            @Override
            void apply(PDDocument document) {
                COSDictionary note = new COSDictionary();
                note.setName(COSName.SUBTYPE, "FreeText");
                note.setString(COSName.CONTENTS, "LUNAS");
                note.setItem(COSName.RECT, new PDRectangle(200, 200));
                COSDictionary page = document.getPage(0).getCOSObject();
                page.getCOSArray(COSName.ANNOTS).add(note);
                touch(page);
            }
        },
        OPEN_ACTION {
            @Override
            void apply(PDDocument document) {
                COSDictionary action = new COSDictionary();
                action.setName(COSName.S, "JavaScript");
                action.setString(COSName.JS, "app.alert('x')");
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                catalog.setItem(COSName.OPEN_ACTION, action);
                touch(catalog);
            }
        },
        FORM_FIELD {
            @Override
            void apply(PDDocument document) {
                COSDictionary field = field(document, new PDRectangle(200, 200));
                field.setName(COSName.FT, "Tx");
            }
        },
        VISIBLE_TIMESTAMP_FIELD {
            @Override
            void apply(PDDocument document) {
                COSDictionary field = field(document, new PDRectangle(200, 200));
                field.setName(COSName.FT, "Sig");
                COSDictionary value = new COSDictionary();
                value.setName(COSName.TYPE, "DocTimeStamp");
                value.setName(COSName.getPDFName("SubFilter"), "ETSI.RFC3161");
                field.setItem(COSName.V, value);
            }
        },
        EARLIER_FIELD_CHANGED {
            @Override
            void apply(PDDocument document) throws IOException {
                COSDictionary field = document.getSignatureFields().getFirst().getCOSObject();
                field.setItem(COSName.RECT, new PDRectangle(200, 200));
                touch(field);
            }
        },
        FORM_RESOURCES {
            @Override
            void apply(PDDocument document) {
                PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
                form.setNeedAppearances(true);
                touch(form.getCOSObject());
                touch(document.getDocumentCatalog().getCOSObject());
            }
        },
        STORE_WITH_MORE {
            @Override
            void apply(PDDocument document) {
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
                store.setItem(COSName.getPDFName("EmbeddedFiles"), new COSStream());
                touch(store);
            }
        },
        OTHER_INFO {
            @Override
            void apply(PDDocument document) {
                document.getDocumentInformation().setTitle("SPM lain");
                touch(document.getDocumentInformation().getCOSObject());
            }
        };

        abstract void apply(PDDocument document) throws IOException;

        static void touch(COSDictionary object) {
            object.setNeedToBeUpdated(true);
        }

        static COSDictionary field(PDDocument document, PDRectangle place) {
            COSDictionary field = new COSDictionary();
            field.setName(COSName.SUBTYPE, "Widget");
            field.setString(COSName.T, "baru");
            field.setItem(COSName.RECT, place);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSArray fields = catalog.getCOSDictionary(COSName.ACRO_FORM).getCOSArray(COSName.FIELDS);
            fields.add(field);
            touch(field);
            touch(catalog);
            return field;
        }
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void nothingElseIsTakenForLongTermData(Forgery forgery) throws Exception {
        for (Path signed : new Path[] {longTerm, archival}) {
            byte[] forged = forge(signed, forgery);
            assertThat(forged).startsWith(Files.readAllBytes(signed)).hasSizeGreaterThan((int) Files.size(signed));

            assertThat(verify(forged).verdict()).isNotEqualTo(Verdict.valid());
        }
    }

    @Test
    void anUpdateThatChangesNothingIsHarmless() throws Exception {
        try (PDDocument document = Loader.loadPDF(longTerm.toFile())) {
            Forgery.touch(document.getDocumentCatalog().getCOSObject());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);

            assertThat(verify(out.toByteArray()).verdict()).isEqualTo(Verdict.valid());
        }
    }

    @Test
    void anObjectThatWasMissingWhenSignedMayNotAppear() throws Exception {
        byte[] dangling = """
                %PDF-1.7
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[3 0 R]/Count 1>>
                endobj
                3 0 obj
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 14 0 R>>
                endobj
                xref
                0 4
                0000000000 65535 f\r
                0000000009 00000 n\r
                0000000054 00000 n\r
                0000000105 00000 n\r
                trailer
                <</Size 4/Root 1 0 R>>
                startxref
                186
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
        Path signed = sign(Files.write(folder.resolve("dangling.pdf"), dangling), SignatureLevel.B_LT);

        // Here it is the store itself that takes the number; the next object could be a page's content as well.
        String text = new String(Files.readAllBytes(signed), StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("\n14 0 obj")).isGreaterThan(text.indexOf("%%EOF", text.indexOf("/ByteRange")));
        assertThat(verify(Files.readAllBytes(signed)).verdict()).isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void bytesBehindTheLastUpdateAreSeen() throws Exception {
        for (Path signed : new Path[] {longTerm, archival}) {
            byte[] longer = Arrays.copyOf(Files.readAllBytes(signed), (int) Files.size(signed) + 40);
            Arrays.fill(longer, longer.length - 40, longer.length, (byte) '%');

            assertThat(verify(longer).verdict()).isInstanceOf(Verdict.Indeterminate.class);
        }
    }

    /** Outside of the document timestamp's own value, in whose token a certificate of its chain may be changed. */
    @Test
    void noChangedByteUnderADocumentTimestampStaysUnseen() throws Exception {
        byte[] signed = Files.readAllBytes(archival);
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        int gapStart = text.lastIndexOf("/Contents <");
        int gapEnd = text.indexOf('>', gapStart);
        Random random = new Random(37);
        for (int i = 0; i < 150; i++) {
            byte[] changed = signed.clone();
            int position = random.nextInt(signed.length);
            changed[position] ^= (byte) (1 << random.nextInt(8));

            boolean valid = verify(changed).verdict().isValid();

            boolean covered = position < gapStart || position > gapEnd;
            assertThat(valid && covered).as("byte %d", position).isFalse();
        }
    }

    @Test
    void aDocumentTimestampOfAnotherFileIsSeen() throws Exception {
        byte[] signed = Files.readAllBytes(archival);
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("/Contents <") + "/Contents <".length();
        byte[] token = pki.timestamps().stamp(DigestAlgorithm.SHA256, new byte[32]);
        byte[] hex = HexFormat.of().formatHex(token).getBytes(StandardCharsets.US_ASCII);
        int end = text.indexOf('>', start);
        Arrays.fill(signed, start, end, (byte) '0');
        System.arraycopy(hex, 0, signed, start, hex.length);

        assertThat(verify(signed).verdict()).isInstanceOf(Verdict.Indeterminate.class);
    }

    private static byte[] forge(Path signed, Forgery forgery) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            forgery.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static FileReport verify(byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve("judged.pdf"), pdf);
        return new PdfFileVerifier(pki.trusting()).verify("judged.pdf", FileRegion.whole(file));
    }

    private static Path sign(SignatureLevel level) throws Exception {
        Path file = folder.resolve("asli.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle("SPM");
            document.save(file.toFile());
        }
        return sign(file, level);
    }

    private static Path sign(Path pdf, SignatureLevel level) throws Exception {
        Path signed = Files.createTempFile(folder, level.name(), ".pdf");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(pki.issue("Siti", KeyAlgorithm.EC_P256), folder)) {
            new PdfSigner(pki.method(level))
                    .sign(PdfSigningRequest.of(CheckedFile.of(pdf), Officials.context()), key, out);
        }
        return Files.write(signed, out.toByteArray());
    }
}
