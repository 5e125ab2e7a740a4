package id.espm.app.espm.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Writes a {@link CallBody} in small pieces and counts them. */
final class CountedBody extends RequestBody {
    private static final int PIECE = 64 << 10;

    private final CallBody body;

    CountedBody(CallBody body) {
        this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.mediaType().map(MediaType::get).orElse(null);
    }

    @Override
    public long contentLength() {
        return body.content().length;
    }

    /** OkHttp repeats a call on another connection by itself; of an upload only the server knows where to go on. */
    @Override
    public boolean isOneShot() {
        return body.isResumed();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        byte[] content = body.content();
        int sent = 0;
        while (sent < content.length) {
            int piece = Math.min(PIECE, content.length - sent);
            sink.write(content, sent, piece);
            sink.flush();
            sent += piece;
            body.countSent(sent);
        }
    }
}
