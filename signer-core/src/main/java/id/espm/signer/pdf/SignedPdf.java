package id.espm.signer.pdf;

/**
 * A PDF that was signed.
 *
 * @param field    the full name of the field that holds the signature
 * @param repaired whether the original was damaged; the update lists all its objects anew
 */
public record SignedPdf(String field, boolean repaired) {}
