package id.espm.app.espm.http;

import java.util.Arrays;
import java.util.Optional;

/** The bytes that a call carries; it lends out how many of them went. Never printed. */
public final class CallBody {
    private static final String JSON = "application/json";

    private final String mediaType;
    private final byte[] content;
    private final boolean resumed;
    private volatile int sent;

    private CallBody(String mediaType, byte[] content, boolean resumed) {
        this.mediaType = mediaType;
        this.content = content;
        this.resumed = resumed;
    }

    /** A JSON text in UTF-8; the array is not copied. */
    public static CallBody json(byte[] content) {
        return new CallBody(JSON, content, false);
    }

    /** A piece of an upload (tus 1.0.0), never sent twice without asking the server where it stands; the array is not copied. */
    public static CallBody chunk(byte[] content) {
        return new CallBody("application/offset+octet-stream", content, true);
    }

    /** Nothing at all, for calls that say everything by their address. */
    public static CallBody none() {
        return new CallBody("", new byte[0], false);
    }

    /** How many bytes went to the network so far. */
    public int sent() {
        return sent;
    }

    /** Overwrites the bytes; after this the call cannot be made any more. */
    public void wipe() {
        Arrays.fill(content, (byte) 0);
    }

    /** Empty where there is nothing. */
    Optional<String> mediaType() {
        return Optional.of(mediaType).filter(type -> !type.isEmpty());
    }

    byte[] content() {
        return content;
    }

    boolean isResumed() {
        return resumed;
    }

    void countSent(int bytes) {
        sent = bytes;
    }
}
