package id.espm.signer;

/** The baseline level of a signature (ETSI EN 319 122-1 for CAdES, EN 319 142-1 for PAdES). */
public enum SignatureLevel {
    /** Basic: the signature and its signed attributes. */
    B_B("B-B"),
    /** With a signature timestamp. */
    B_T("B-T"),
    /** With the chain and revocation data for later. */
    B_LT("B-LT"),
    /** With archive timestamps. */
    B_LTA("B-LTA");

    private final String label;

    SignatureLevel(String label) {
        this.label = label;
    }

    /** The name as the standards write it, such as {@code B-LTA}. */
    public String label() {
        return label;
    }

    /** Whether this level includes what the other asks for. */
    public boolean atLeast(SignatureLevel other) {
        return compareTo(other) >= 0;
    }
}
