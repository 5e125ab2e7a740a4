package id.espm.sandbox.espm.store;

/** A receipt's exact bytes and the detached CMS signature over them; both are handed out as they are, for ever. */
public final class StoredReceipt {
    private final byte[] json;
    private final byte[] signature;

    public StoredReceipt(byte[] json, byte[] signature) {
        this.json = json.clone();
        this.signature = signature.clone();
    }

    public byte[] json() {
        return json.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }
}
