package id.espm.sandbox.espm.fault;

import id.espm.sandbox.espm.receipt.ReceiptSigner;
import java.time.Duration;
import java.util.Optional;

/** What can go wrong with one call, on purpose. */
public sealed interface EspmFault {
    /** Nothing happens for a while, then all is done as ever. */
    record SlowStart(Duration pause) implements EspmFault {}

    /** All is done at once, but the answer's body comes byte by byte, with this pause before each. */
    record SlowAnswer(Duration perByte) implements EspmFault {}

    /** The connection is cut after so many bytes of the request's body; at 0 before anything is read. */
    record CutRequest(long bytes) implements EspmFault {
        public CutRequest {
            requireCount(bytes);
        }
    }

    /** All is done, and the connection is cut after the head of the answer and so many bytes of its body. */
    record CutAnswer(long bytes) implements EspmFault {
        public CutAnswer {
            requireCount(bytes);
        }
    }

    /** All is done, and the connection is cut before a word of it is told. */
    record AnswerLost() implements EspmFault {}

    /** Something between client and server answers in its place, and says nothing of our contract; nothing is done. */
    record ServerError(int status, Optional<Duration> retryAfter) implements EspmFault {
        public ServerError {
            if (status < 500 || status > 599) {
                throw new IllegalArgumentException("no server's error: " + status);
            }
        }
    }

    /** The problem {@code maintenance}; nothing is done. */
    record Maintenance(Duration retryAfter) implements EspmFault {}

    /** The problem {@code internal-error}; nothing is done. */
    record ServerFailed() implements EspmFault {}

    /**
     * A byte arrives changed: at {@link EspmCall#PATCH} in the chunk, which its checksum tells; at {@link EspmCall#COMPLETE}
     * in the file on the server's disk, which the hash of the whole tells.
     */
    record ByteChanged() implements EspmFault {}

    /** The session by which this call comes has just ended. */
    record SessionEnded() implements EspmFault {}

    /** The security code that was mailed no longer counts; at {@link EspmCall#COMPLETE} only. */
    record CodeExpired() implements EspmFault {}

    /** The receipt is shown with a signature by this signer; the one that is kept stays as it was. */
    record ReceiptOfOtherKey(ReceiptSigner signer) implements EspmFault {}

    /** The receipt is shown with one changed byte under its old signature; the one that is kept stays as it was. */
    record ReceiptForged() implements EspmFault {}

    private static void requireCount(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes " + bytes);
        }
    }
}
