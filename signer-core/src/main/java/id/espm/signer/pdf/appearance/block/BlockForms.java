package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.font.DocumentFonts;
import id.espm.signer.pdf.appearance.font.LineWriter;
import id.espm.signer.pdf.appearance.font.Operators;
import id.espm.signer.pdf.appearance.font.Weight;
import id.espm.signer.pdf.appearance.font.Words;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The block as form XObjects (ISO 32000-2, 8.10): drawn once, and turned by the form's matrix for pages that a viewer turns,
 * so that it stands upright.
 */
public final class BlockForms {
    private static final COSName COLOURS = COSName.getPDFName("C");
    private static final double HAIRLINE = 0.35;
    private static final double FRAME_GRAY = 0.55;
    private static final double RULE_GRAY = 0.78;

    private final PDDocument document;
    private final double width;
    private final double height;
    private final byte[] content;
    private final COSDictionary resources;
    private final Map<Integer, COSStream> byRotation = new HashMap<>();

    private BlockForms(PDDocument document, double width, double height, byte[] content, COSDictionary resources) {
        this.document = document;
        this.width = width;
        this.height = height;
        this.content = content;
        this.resources = resources;
    }

    /**
     * Draws the block.
     *
     * @param document will hold the forms and all that they use
     * @param fonts    of that document; finished here
     * @throws SignerException {@link Problem.PictureUnusable}
     */
    public static BlockForms draw(
            PDDocument document,
            DocumentFonts fonts,
            Template template,
            Optional<SignaturePicture> picture,
            BlockContent content)
            throws IOException, SignerException {
        double width = template.size().width().points();
        double height = template.size().height().points();
        Optional<QrMatrix> qr =
                template.qr() ? Optional.of(QrMatrix.of(VerificationText.of(content))) : Optional.empty();
        Optional<PDImageXObject> image = Optional.empty();
        if (template.picture() && picture.isPresent()) {
            image = Optional.of(PictureObject.in(document, picture.get()));
        }
        BlockLayout layout = BlockLayout.of(
                new BlockLayout.Parts(
                        new TextColumn(content, template, fonts),
                        new Words(BlockWords.caption(template.caption(), content.issuer()), fonts, Weight.REGULAR),
                        qr.map(QrMatrix::size),
                        image.map(i -> (double) i.getWidth() / i.getHeight())),
                width,
                height);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.COLORSPACE, colours());
        String operators = operators(layout, width, height, new LineWriter(fonts, resources), qr)
                + imageOperators(layout, image, resources);
        fonts.finish();
        return new BlockForms(
                document, width, height, operators.getBytes(StandardCharsets.US_ASCII), resources.getCOSObject());
    }

    private static COSDictionary colours() {
        COSDictionary spaces = new COSDictionary();
        spaces.setItem(COLOURS, SafeColours.rgb());
        return spaces;
    }

    private static String operators(
            BlockLayout layout, double width, double height, LineWriter writer, Optional<QrMatrix> qr)
            throws IOException {
        StringBuilder out = new StringBuilder("/C cs /C CS\n");
        out.append(gray(1, "sc"))
                .append(Operators.of("re", 0, 0, width, height))
                .append("f\n");
        out.append(Operators.of("w", HAIRLINE)).append(gray(FRAME_GRAY, "SC"));
        out.append(Operators.of("re", HAIRLINE / 2, HAIRLINE / 2, width - HAIRLINE, height - HAIRLINE))
                .append("S\n");
        layout.rule()
                .ifPresent(y -> out.append(gray(RULE_GRAY, "SC"))
                        .append(Operators.of("m", layout.margin(), y))
                        .append(Operators.of("l", width - layout.margin(), y))
                        .append("S\n"));
        if (qr.isPresent() && layout.qr().isPresent()) {
            Box box = layout.qr().get();
            double square = box.width() / qr.get().size();
            out.append(gray(0, "sc")).append(qr.get().path(box.left(), box.bottom(), square));
        }
        for (SetLine line : layout.lines()) {
            out.append(gray(line.gray(), "sc")).append(gray(line.gray(), "SC"));
            out.append(writer.write(line.line(), line.x(), line.baseline(), line.size()));
        }
        return out.toString();
    }

    private static String imageOperators(BlockLayout layout, Optional<PDImageXObject> image, PDResources resources) {
        if (image.isEmpty() || layout.picture().isEmpty()) {
            return "";
        }
        Box box = layout.picture().get();
        COSName name = resources.add(image.get());
        return "q\n" + Operators.of("cm", box.width(), 0, 0, box.height(), box.left(), box.bottom()) + "/"
                + name.getName() + " Do Q\n";
    }

    private static String gray(double level, String operator) {
        return Operators.of(operator, level, level, level);
    }

    /**
     * The form for pages of one rotation; the same object each time.
     *
     * @param rotation of the page, clockwise: 0, 90, 180 or 270
     */
    public COSStream form(int rotation) throws IOException {
        COSStream known = byRotation.get(rotation);
        if (known != null) {
            return known;
        }
        COSStream form = document.getDocument().createCOSStream();
        try (OutputStream out = form.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, numbers(0, 0, width, height));
        form.setItem(COSName.MATRIX, matrix(rotation));
        form.setItem(COSName.RESOURCES, resources);
        byRotation.put(rotation, form);
        return form;
    }

    /** Turns the block against the page, and back to where its lower left corner is the origin. */
    private COSArray matrix(int rotation) {
        return switch (rotation) {
            case 90 -> numbers(0, 1, -1, 0, height, 0);
            case 180 -> numbers(-1, 0, 0, -1, width, height);
            case 270 -> numbers(0, -1, 1, 0, 0, width);
            default -> numbers(1, 0, 0, 1, 0, 0);
        };
    }

    private static COSArray numbers(double... values) {
        COSArray array = new COSArray();
        for (double value : values) {
            array.add(value == Math.rint(value) ? COSInteger.get((long) value) : new COSFloat((float) value));
        }
        return array;
    }
}
