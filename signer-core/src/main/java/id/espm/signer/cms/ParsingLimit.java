package id.espm.signer.cms;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1InputStream;

/**
 * How long an element Bouncy Castle believes in. By itself it takes the heap for the bound, which refuses a file that is longer
 * although its content is streamed; no length beyond what is really there is believed either, so that a short hostile file
 * cannot ask for more memory than before.
 */
final class ParsingLimit {
    private ParsingLimit() {}

    static ASN1InputStream over(InputStream in) throws IOException {
        return new ASN1InputStream(in, of(in));
    }

    static int of(InputStream in) throws IOException {
        long heap = Runtime.getRuntime().maxMemory();
        return (int) Math.min(Integer.MAX_VALUE, Math.max(heap, in.available()));
    }
}
