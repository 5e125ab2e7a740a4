package id.espm.signer.key.pkcs12;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;

/** Bouncy Castle's ASN.1, which answers broken structures by many kinds of exception: here they are one. */
final class Asn1 {
    private Asn1() {}

    /** Makes something of a structure; may throw whatever Bouncy Castle throws, also late, when a value is asked for. */
    @FunctionalInterface
    interface Parsing<T, E extends Exception> {
        T parse() throws IOException, E;
    }

    /**
     * The outcome of a parsing.
     *
     * @throws IOException if the structure is not what it should be
     */
    static <T, E extends Exception> T of(Parsing<T, E> parsing) throws IOException, E {
        try {
            return parsing.parse();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** The first value in these bytes, BER or DER; what follows it is ignored, as the readers of others do. */
    static ASN1Primitive first(byte[] encoded) throws IOException {
        return of(() -> {
            try (ASN1InputStream in = new ASN1InputStream(encoded)) {
                ASN1Primitive value = in.readObject();
                if (value == null) {
                    throw new IOException("no value");
                }
                return value;
            }
        });
    }
}
