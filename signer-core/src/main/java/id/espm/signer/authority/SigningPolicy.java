package id.espm.signer.authority;

/**
 * What the settings leave to choose.
 *
 * @param revocationUnknown whether a certificate of which nobody says if it is revoked may sign
 * @param warnDays          how many days before its end a certificate is cautioned about
 * @param unknownIsJingga   whether a revocation status that is not known, or an issuer that cannot be judged, turns the light
 *                          jingga; it is told either way
 */
public record SigningPolicy(WhenUnknown revocationUnknown, int warnDays, boolean unknownIsJingga) {
    private static final int WARN_DAYS = 30;

    /** What to do where nothing is known. */
    public enum WhenUnknown {
        /** Tell it and sign: who has no network must be able to sign (PER-10/PB/2018 Pasal 3(2)). */
        CAUTION,
        /** Do not sign. */
        REFUSE
    }

    /** @throws IllegalArgumentException if the days are negative */
    public SigningPolicy {
        if (warnDays < 0) {
            throw new IllegalArgumentException("warnDays " + warnDays);
        }
    }

    /** Caution where revocation is unknown, thirty days; what is unknown leaves the light as it is. */
    public static SigningPolicy usual() {
        return new SigningPolicy(WhenUnknown.CAUTION, WARN_DAYS, false);
    }
}
