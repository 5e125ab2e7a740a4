package id.espm.signer.key.token;

/** A function of a PKCS#11 library returned something else than CKR_OK. */
final class CryptokiException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long code;

    CryptokiException(String function, long code) {
        super(function + ": CKR 0x" + Long.toHexString(code));
        this.code = code;
    }

    /** The CK_RV. */
    long code() {
        return code;
    }
}
