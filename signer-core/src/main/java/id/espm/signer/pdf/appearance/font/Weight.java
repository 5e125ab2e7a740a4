package id.espm.signer.pdf.appearance.font;

/** How heavy letters are. */
public enum Weight {
    REGULAR,
    BOLD
}
