package id.espm.signer.pdf.appearance.template;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a visible signature looks and where it stands; the same for many documents.
 *
 * @param pages    which pages carry the block; with an anchor, in which pages it is looked for
 * @param place    where on the page
 * @param size     of the block
 * @param lines    what of the signature it shows
 * @param caption  the sentence at the foot; empty for none; {@code {penerbit}} becomes the certificate's issuer
 * @param qr       whether a QR code with the verification text stands in it
 * @param picture  whether the official's picture stands in it, if there is one
 * @param language of the block's own words
 */
public record Template(
        PageSelection pages,
        Place place,
        BlockSize size,
        Set<BlockLine> lines,
        String caption,
        boolean qr,
        boolean picture,
        BlockLanguage language) {
    /** The longest caption; it is set smaller and smaller otherwise. */
    public static final int MAX_CAPTION = 600;

    /** As BSrE words it, with the issuer that the certificate really names. */
    private static final String CAPTION_ID = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat"
            + " elektronik yang diterbitkan oleh {penerbit}.";

    private static final String CAPTION_EN =
            "This document has been signed electronically, using an electronic certificate issued by {penerbit}.";

    /** @throws IllegalArgumentException if nothing would be shown, or the caption is too long */
    public Template {
        lines = lines.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(lines));
        if (caption.length() > MAX_CAPTION) {
            throw new IllegalArgumentException("the caption has more than " + MAX_CAPTION + " characters");
        }
        if (lines.isEmpty() && caption.isBlank() && !qr && !picture) {
            throw new IllegalArgumentException("the block would be empty");
        }
    }

    /** The usual caption in a language. */
    public static String defaultCaption(BlockLanguage language) {
        return switch (language) {
            case ID -> CAPTION_ID;
            case EN -> CAPTION_EN;
        };
    }

    /** In the lower right corner of the last page, with everything. */
    public static Template usual() {
        return builder().build();
    }

    /** Starts from the usual template. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same look in another place. */
    public Template at(Placement placement) {
        return new Template(
                placement.pages(),
                placement.place(),
                placement.size().orElse(size),
                lines,
                caption,
                qr,
                picture,
                language);
    }

    /** Whether the block shows a QR code and nothing else. */
    public boolean isQrAlone() {
        return qr && !picture && lines.isEmpty() && caption.isBlank();
    }

    /** The same look with or without the QR code; something must be left to be shown. */
    public Template withQr(boolean shown) {
        return new Template(pages, place, size, lines, caption, shown, picture, language);
    }

    /**
     * The same look in other proportions: for a rectangle that is given, to which the block is then scaled.
     *
     * @param size width and height in any unit, neither zero
     */
    public Template withProportions(double[] size) {
        double scale = Math.sqrt(this.size.width().points() * this.size.height().points() / (size[0] * size[1]));
        BlockSize fitting = BlockSize.within(size[0] * scale, size[1] * scale);
        return new Template(pages, place, fitting, lines, caption, qr, picture, language);
    }

    /** A template piece by piece; what is not said is as usual. */
    public static final class Builder {
        private PageSelection pages = PageSelection.LAST;
        private Place place = Place.InCorner.of(Place.Corner.KANAN_BAWAH);
        private BlockSize size = BlockSize.DEFAULT;
        private Set<BlockLine> lines = EnumSet.allOf(BlockLine.class);
        private String caption = CAPTION_ID;
        private boolean qr = true;
        private boolean picture = true;
        private BlockLanguage language = BlockLanguage.ID;

        private Builder() {}

        /** Which pages carry the block; the last one otherwise. */
        public Builder pages(PageSelection value) {
            pages = value;
            return this;
        }

        /** Where on the page; in the lower right corner otherwise. */
        public Builder place(Place value) {
            place = value;
            return this;
        }

        /** How large the block is; 75 x 30 mm otherwise. */
        public Builder size(BlockSize value) {
            size = value;
            return this;
        }

        /** What of the signature it shows; everything otherwise. */
        public Builder lines(Set<BlockLine> value) {
            lines = value;
            return this;
        }

        /** The sentence at the foot; an empty text for none. */
        public Builder caption(String value) {
            caption = value;
            return this;
        }

        /** Whether the QR code stands in it; so it does otherwise. */
        public Builder qr(boolean value) {
            qr = value;
            return this;
        }

        /** Whether the official's picture stands in it, if there is one; so it does otherwise. */
        public Builder picture(boolean value) {
            picture = value;
            return this;
        }

        /** Sets the language, and the caption where it is still the other language's own. */
        public Builder language(BlockLanguage value) {
            if (caption.equals(defaultCaption(language))) {
                caption = defaultCaption(value);
            }
            language = value;
            return this;
        }

        /** @throws IllegalArgumentException as {@link Template} */
        public Template build() {
            return new Template(pages, place, size, lines, caption, qr, picture, language);
        }
    }
}
