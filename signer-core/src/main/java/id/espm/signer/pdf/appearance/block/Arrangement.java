package id.espm.signer.pdf.appearance.block;

import id.espm.signer.pdf.appearance.block.TextColumn.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One try to place everything, at one scale. */
final class Arrangement {
    private static final double MARGIN = 5.6;
    private static final double GAP = 6;
    private static final double RULE_GAP = 2.8;
    /** Of the block's width, at most. */
    private static final double QR_SHARE = 0.42;

    private static final double PICTURE_SHARE = 0.34;
    private static final double PICTURE_SHARE_BESIDE_QR = 0.22;
    private static final double NARROWEST_COLUMN = 34;
    /** Of the body's height, at least, where QR and picture stand below the lines. */
    private static final double LOWER_SHARE = 0.36;

    private final BlockLayout.Parts parts;
    private final double width;
    private final double height;
    private final double scale;
    private final double margin;
    private final List<SetLine> lines = new ArrayList<>();
    private final Optional<Double> rule;
    private final double bodyBottom;
    private final double bodyHeight;
    /** Lowered by what has to be broken. */
    private double score;

    Arrangement(BlockLayout.Parts parts, double width, double height, double scale) throws IOException {
        this.parts = parts;
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.score = scale;
        this.margin = MARGIN * scale;
        double top = setCaption();
        rule = parts.caption().isEmpty() ? Optional.empty() : Optional.of(top);
        bodyBottom = rule.isPresent() ? top + RULE_GAP * scale : margin;
        bodyHeight = height - margin - bodyBottom;
    }

    /** @return the height of the rule above the caption */
    private double setCaption() throws IOException {
        if (parts.caption().isEmpty()) {
            return 0;
        }
        double size = Style.CAPTION.size() * scale;
        List<String> texts = parts.caption().broken((width - 2 * margin) / size);
        double leading = size * Style.LEADING;
        double baseline = margin * 0.8 + (texts.size() - 1) * leading + size * (Style.LEADING - Style.ASCENT) * 0.6;
        double top = baseline + size * Style.ASCENT + RULE_GAP * scale * 0.7;
        for (String text : texts) {
            lines.add(new SetLine(parts.caption().line(text), margin, baseline, size, Style.CAPTION.gray()));
            baseline -= leading;
        }
        return top;
    }

    Optional<BlockLayout> beside() throws IOException {
        if (bodyHeight <= 0) {
            return Optional.empty();
        }
        double share = parts.squares().isPresent() ? PICTURE_SHARE_BESIDE_QR : PICTURE_SHARE;
        boolean alone = parts.column().isEmpty();
        Optional<Box> picture = parts.aspect()
                .map(a -> centred(a, (alone ? 0.5 : share) * (width - 2 * margin), bodyHeight, bodyBottom));
        double square = square(bodyHeight, QR_SHARE * width);
        double side = parts.squares().map(n -> n * square).orElse(0.0);
        double edge = side > 0 ? Math.max(margin, QrMatrix.QUIET * square) : margin;
        double left = margin + picture.map(p -> p.width() + GAP * scale).orElse(0.0);
        double right = width - edge - side - (side > 0 ? Math.max(GAP * scale, QrMatrix.QUIET * square) : 0);
        double qrLeft = alone && picture.isEmpty() ? (width - side) / 2 : width - edge - side;
        if (!alone) {
            Column column = parts.column().set(right - left, scale);
            if (right - left < NARROWEST_COLUMN * scale || column.height() > bodyHeight) {
                return Optional.empty();
            }
            double top = bodyBottom + (bodyHeight + column.height()) / 2;
            column.lines().forEach(l -> lines.add(l.moved(left, top)));
            score *= column.pleasing();
        }
        Optional<Box> qr = parts.squares().map(n -> qrBox(qrLeft, bodyBottom, bodyHeight, square, side));
        boolean centred = alone && parts.squares().isEmpty();
        return Optional.of(layout(picture.map(p -> at(p, centred ? (width - p.width()) / 2 : margin)), qr));
    }

    Optional<BlockLayout> stacked() throws IOException {
        if (bodyHeight <= 0) {
            return Optional.empty();
        }
        Column column = parts.column().set(width - 2 * margin, scale);
        double gap = GAP * scale;
        double lower = bodyHeight - column.height() - gap;
        if (lower < LOWER_SHARE * bodyHeight) {
            return Optional.empty();
        }
        column.lines().forEach(l -> lines.add(l.moved(margin, height - margin)));
        score *= column.pleasing();
        boolean both = parts.squares().isPresent() && parts.aspect().isPresent();
        double room = (width - 2 * margin - (both ? 2 * gap : 0)) / (both ? 2 : 1);
        double square = square(lower, room + 2 * margin);
        double side = parts.squares().map(n -> n * square).orElse(0.0);
        Optional<Box> qr = parts.squares()
                .map(n -> qrBox(
                        both ? width - Math.max(margin, QrMatrix.QUIET * square) - side : (width - side) / 2,
                        bodyBottom,
                        lower,
                        square,
                        side));
        Optional<Box> picture = parts.aspect()
                .map(a -> centred(a, room, lower, bodyBottom))
                .map(p -> at(p, both ? margin : (width - p.width()) / 2));
        return Optional.of(layout(picture, qr));
    }

    /** The side of one square of the QR code, so that its quiet zone is white up to frame and rule. */
    private double square(double room, double widest) {
        int squares = parts.squares().orElse(1);
        double gap = rule.isPresent() ? RULE_GAP * scale : margin;
        double withQuiet = squares + 2.0 * QrMatrix.QUIET;
        double high = Math.min(room / squares, (room + margin + gap) / withQuiet);
        return Math.min(high, widest / withQuiet);
    }

    private Box qrBox(double left, double bottom, double room, double square, double side) {
        double floor = rule.orElse(0.0) + QrMatrix.QUIET * square;
        double ceiling = height - QrMatrix.QUIET * square - side;
        double middle = bottom + (room - side) / 2;
        return new Box(left, Math.max(floor, Math.min(middle, ceiling)), side, side);
    }

    private static Box centred(double aspect, double maxWidth, double room, double bottom) {
        double boxWidth = Math.min(maxWidth, room * aspect);
        double boxHeight = boxWidth / aspect;
        return new Box(0, bottom + (room - boxHeight) / 2, boxWidth, boxHeight);
    }

    private static Box at(Box box, double left) {
        return new Box(left, box.bottom(), box.width(), box.height());
    }

    private BlockLayout layout(Optional<Box> picture, Optional<Box> qr) {
        return new BlockLayout(List.copyOf(lines), picture, qr, rule, margin, score);
    }
}
