package id.espm.signer.review;

import id.espm.signer.adk.contents.AdkReader;

/**
 * How packages are compared.
 *
 * @param adk               reads ADKs, with the password that is set up or without
 * @param acceptDifferences whether who signs accepts that ADK and PDFs differ; it is told and recorded all the same
 */
public record ReviewSettings(AdkReader adk, boolean acceptDifferences) {
    /** What can be read without a password is compared, and no difference is accepted. */
    public static ReviewSettings usual() {
        return new ReviewSettings(AdkReader.withoutPassword(), false);
    }
}
