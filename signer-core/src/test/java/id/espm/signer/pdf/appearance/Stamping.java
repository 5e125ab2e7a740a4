package id.espm.signer.pdf.appearance;

import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.pdf.appearance.block.BlockContent;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;

/** Puts a rendered block into a document by plain PDFBox, as the appearance of a stamp, so that it can be looked at. */
final class Stamping {
    static final AppearanceRenderer RENDERER = new AppearanceRenderer(FontLibrary.of(List.of()));
    static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 22, 12, 46, 18, 0, ZoneId.of("Asia/Makassar"));

    private Stamping() {}

    static BlockContent content(String name) {
        CertificateIdentity identity = CertificateIdentity.of(Officials.ppspm().certificate());
        SigningContext usual = Officials.context();
        return new BlockContent(
                name,
                identity.nik(),
                identity.serialHex(),
                identity.issuer(),
                new SigningContext(usual.role(), usual.place(), usual.reason(), TIME));
    }

    static PDDocument blank(PDRectangle mediaBox, PDRectangle cropBox, int rotation) {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage(mediaBox);
        page.setCropBox(cropBox);
        page.setRotation(rotation);
        document.addPage(page);
        return document;
    }

    /** Stamps the blocks and saves without object streams, as PDF/A-1 asks. */
    static RenderedAppearance stamp(PDDocument document, VisibleSignature wanted, BlockContent content, Path out)
            throws IOException, SignerException {
        RenderedAppearance rendered = RENDERER.render(wanted, content, pages(document), anchors(document));
        for (Placed placed : rendered.placed()) {
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(placed.rectangle());
            stamp.setPrinted(true);
            COSDictionary appearance = new COSDictionary();
            appearance.setItem(COSName.N, placed.form());
            stamp.getCOSObject().setItem(COSName.AP, appearance);
            PDPage page = document.getPage(placed.page());
            List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
            annotations.add(stamp);
            page.setAnnotations(annotations);
        }
        document.save(out.toFile(), CompressParameters.NO_COMPRESSION);
        return rendered;
    }

    static VisibleSignature plain(id.espm.signer.pdf.appearance.template.Template template) {
        return new VisibleSignature(template, Optional.empty());
    }

    static Pages pages(PDDocument document) {
        return new Pages() {
            @Override
            public int count() {
                return document.getNumberOfPages();
            }

            @Override
            public PageGeometry geometry(int index) {
                PDPage page = document.getPage(index);
                PDRectangle crop = page.getCropBox();
                return new PageGeometry(
                        index,
                        crop.getLowerLeftX(),
                        crop.getLowerLeftY(),
                        crop.getUpperRightX(),
                        crop.getUpperRightY(),
                        page.getRotation());
            }
        };
    }

    private static Anchors anchors(PDDocument document) {
        return new Anchors() {
            @Override
            public Path document() {
                return Path.of("surat.pdf");
            }

            @Override
            public List<PageArea> find(String text) throws IOException {
                return AnchorSearch.find(document, text);
            }
        };
    }
}
