package id.espm.sandbox.espm.http;

import java.io.IOException;
import java.io.InputStream;

/** What is left of the body of a refused request is read, so that the client gets the answer and not a reset. */
final class UnreadBody {
    private static final long MOST = 64L << 20;

    private UnreadBody() {}

    static void drain(InputStream body) {
        byte[] buffer = new byte[1 << 16];
        long left = MOST;
        try {
            int n = body.read(buffer);
            while (n >= 0 && left > 0) {
                left -= n;
                n = body.read(buffer);
            }
        } catch (IOException e) {
            // The client is gone: there is nobody left to answer.
            return;
        }
    }
}
