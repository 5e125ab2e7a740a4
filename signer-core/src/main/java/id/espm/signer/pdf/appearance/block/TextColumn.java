package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Nik;
import id.espm.signer.SigningContext;
import id.espm.signer.pdf.appearance.font.DocumentFonts;
import id.espm.signer.pdf.appearance.font.Words;
import id.espm.signer.pdf.appearance.template.BlockLine;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of the block: a small title, the name in bold, the position, then rows of label and value. */
final class TextColumn {
    /** Name and position may become so much smaller before they are broken. */
    private static final double SHRINK = 0.84;
    /** How much less a column pleases by each line that is needed because something did not fit into one. */
    private static final double NAME_BROKEN = 0.97;

    private static final double OTHER_BROKEN = 0.94;
    private static final double WORD_BROKEN = 0.3;

    private static final double LABEL_GAP = 4;
    private static final double ROWS_BEFORE = 2.2;

    private final List<Entry> entries = new ArrayList<>();
    private final double labelWidth;

    /** One line of the signature, with its label if it has one. */
    private record Entry(Style style, Optional<Words> label, Words text) {}

    /**
     * Set lines, the first one hanging from 0 downwards.
     *
     * @param height   all lines together
     * @param pleasing 1 where nothing had to be broken, less for each break
     */
    record Column(List<SetLine> lines, double height, double pleasing) {}

    TextColumn(BlockContent content, Template template, DocumentFonts fonts) throws IOException {
        BlockWords words = new BlockWords(template.language());
        double widest = 0;
        for (BlockLine line : BlockLine.values()) {
            Optional<String> text = template.lines().contains(line) ? text(line, content, words) : Optional.empty();
            if (text.isEmpty() || text.get().isBlank()) {
                continue;
            }
            Style style = style(line);
            Optional<Words> label = style.equals(Style.ROW)
                    ? Optional.of(new Words(words.label(line), fonts, Style.LABEL.weight()))
                    : Optional.empty();
            widest = Math.max(widest, label.map(Words::width).orElse(0.0));
            entries.add(new Entry(style, label, new Words(text.get(), fonts, style.weight())));
        }
        labelWidth = widest;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private static Optional<String> text(BlockLine line, BlockContent content, BlockWords words) {
        SigningContext context = content.context();
        return switch (line) {
            case JUDUL -> Optional.of(words.label(line));
            case NAMA -> Optional.of(content.nama());
            case JABATAN -> Optional.of(BlockWords.jabatan(context.role().jabatan()));
            case NIK -> content.nik().map(Nik::masked);
            case SATKER -> Optional.of(context.role().satker().kode());
            case WAKTU -> Optional.of(words.time(context.claimedTime()));
            case TEMPAT -> Optional.of(context.place());
            case ALASAN -> Optional.of(context.reason());
        };
    }

    private static Style style(BlockLine line) {
        return switch (line) {
            case JUDUL -> Style.TITLE;
            case NAMA -> Style.NAME;
            case JABATAN -> Style.POSITION;
            case NIK, SATKER, WAKTU, TEMPAT, ALASAN -> Style.ROW;
        };
    }

    /**
     * Sets the lines.
     *
     * @param width of the column, in points
     * @param scale of all sizes
     */
    Column set(double width, double scale) throws IOException {
        List<SetLine> lines = new ArrayList<>();
        double y = 0;
        double pleasing = 1;
        boolean first = true;
        boolean inRows = false;
        for (Entry entry : entries) {
            Style style = entry.style();
            boolean row = entry.label().isPresent();
            if (!first) {
                y -= (row && !inRows ? ROWS_BEFORE : style.before()) * scale;
            }
            first = false;
            inRows = row;
            double indent = row ? labelWidth * Style.LABEL.size() * scale + LABEL_GAP * scale : 0;
            double size = style.size() * scale;
            if (!row) {
                size = shrunk(entry.text(), size, width);
            }
            if (row) {
                Words label = entry.label().orElseThrow();
                for (String text : label.broken(Double.MAX_VALUE)) {
                    lines.add(new SetLine(label.line(text), 0, y - size * Style.ASCENT, size, Style.LABEL.gray()));
                }
            }
            double available = Math.max(width - indent, size) / size;
            List<String> texts = entry.text().broken(available);
            pleasing *= Math.pow(style.equals(Style.NAME) ? NAME_BROKEN : OTHER_BROKEN, texts.size() - 1.0);
            pleasing *= entry.text().breaksWords(available) ? WORD_BROKEN : 1;
            for (String text : texts) {
                lines.add(new SetLine(entry.text().line(text), indent, y - size * Style.ASCENT, size, style.gray()));
                y -= size * Style.LEADING;
            }
        }
        return new Column(lines, -y, pleasing);
    }

    private static double shrunk(Words text, double size, double width) {
        double fitting = width / text.width();
        return fitting >= size * SHRINK ? Math.min(size, fitting) : size;
    }
}
