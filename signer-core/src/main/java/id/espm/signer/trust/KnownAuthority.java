package id.espm.signer.trust;

/**
 * An authority of the Indonesian government by the fingerprint of its certificate. Nothing is trusted for being known: it
 * only lets a person see that a file is what it says.
 *
 * @param name         the CN of its certificate
 * @param organisation the O of its certificate
 * @param sha256       the SHA-256 of its certificate in upper-case hexadecimal digits; of a demo authority, the part that is
 *                     published
 * @param demo         whether it certifies trials only, and nobody's identity
 */
public record KnownAuthority(String name, String organisation, String sha256, boolean demo) {
    private static final int WHOLE = 64;
    private static final int ENOUGH = 28;

    /** @throws IllegalArgumentException if the fingerprint is not a whole one, or for a demo authority too short a part */
    public KnownAuthority {
        boolean hex = sha256.matches("[0-9A-F]+");
        if (!hex || sha256.length() > WHOLE || sha256.length() < (demo ? ENOUGH : WHOLE)) {
            throw new IllegalArgumentException("sha256 of " + name);
        }
    }
}
