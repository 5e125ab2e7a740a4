package id.espm.signer.pdf.sheet;

/** One part of a sheet; parts stand below each other, each over the whole width. */
public sealed interface SheetPart {
    /** What the sheet is. */
    record Title(String text) implements SheetPart {}

    /** What the parts below are about; never alone at the foot of a page. */
    record Heading(String text) implements SheetPart {}

    /** The one thing that must be seen first: a coloured bar with white words. */
    record Badge(String text, Tone tone) implements SheetPart {}

    /** A word that is coloured by what it says. */
    record Status(String text, Tone tone) implements SheetPart {}

    /** A value with its label before it; the labels of a section have one column. */
    record Row(String label, String value) implements SheetPart {}

    /** A QR code of a text, at the left, large enough for the camera of a telephone. */
    record Code(String text) implements SheetPart {}

    /** Running text. */
    record Paragraph(String text) implements SheetPart {}

    /** Small running text. */
    record Note(String text) implements SheetPart {}
}
