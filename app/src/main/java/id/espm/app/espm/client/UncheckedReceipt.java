package id.espm.app.espm.client;

/** A receipt as it came, proven by nothing yet: only what {@code submit} makes of it may be called one. */
public final class UncheckedReceipt {
    private final byte[] json;
    private final byte[] signature;

    /**
     * Takes both as they are; the arrays are copied.
     *
     * @param json      exactly the bytes that are signed
     * @param signature detached CMS SignedData (RFC 5652), DER
     */
    public UncheckedReceipt(byte[] json, byte[] signature) {
        this.json = json.clone();
        this.signature = signature.clone();
    }

    /** The bytes of {@code receipt.json}. */
    public byte[] json() {
        return json.clone();
    }

    /** The bytes of {@code receipt.json.p7s}. */
    public byte[] signature() {
        return signature.clone();
    }
}
