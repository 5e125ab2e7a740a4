package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.http.Answer;
import id.espm.app.espm.http.ApiCall;
import id.espm.app.espm.http.CallBody;
import id.espm.app.espm.http.Retry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;

/**
 * The upload of one bundle by tus 1.0.0 (core and checksum): the server's offset is the only truth, so after any failure it
 * is asked for again. A chunk with a checksum counts whole or not at all; on a line that breaks often only small ones get
 * through, while on a fast one small ones cost more than they carry. So their size is halved after each break and after one
 * that took long, and grows after one that was quick, to what the line should carry in {@link #AIM}.
 */
final class TusUpload {
    private static final int SMALLEST_CHUNK = 64 << 10;
    private static final int FIRST_CHUNK = 1 << 20;
    private static final Duration AIM = Duration.ofSeconds(2);
    /** One quick answer may be a buffer's somewhere on the way: no line is trusted with more than this at once. */
    private static final int MOST_GROWTH = 16;

    private static final Duration LONG = Duration.ofSeconds(8);
    private static final long UNKNOWN = -1;

    private final EspmSettings settings;
    private final Sender sender;
    private final URI address;
    private final HashedBundle bundle;
    private final SubmissionListener listener;
    private final Retry retry;
    private int chunkSize;
    /** Of the chunk that is read meanwhile: the first of a line is followed by a large one where the line turns out to be fast. */
    private int aheadSize;

    /** Makes a call within the session. */
    @FunctionalInterface
    interface Sender {
        Answer send(ApiCall call, Runnable meanwhile) throws EspmException, InterruptedException;
    }

    TusUpload(EspmSettings settings, Sender sender, URI address, HashedBundle bundle, SubmissionListener listener) {
        this.settings = settings;
        this.sender = sender;
        this.address = address;
        this.bundle = bundle;
        this.listener = listener;
        this.retry = new Retry(settings, listener);
        this.chunkSize = Math.min(FIRST_CHUNK, settings.chunkSize());
        this.aheadSize = Math.min(MOST_GROWTH * FIRST_CHUNK, settings.chunkSize());
    }

    /** Returns when the server has all bytes. */
    void run() throws EspmException, IOException, InterruptedException {
        try (ChunkReader reader = new ChunkReader(bundle)) {
            run(reader);
        }
    }

    private void run(ChunkReader reader) throws EspmException, IOException, InterruptedException {
        long offset = UNKNOWN;
        long furthest = 0;
        while (offset != bundle.size()) {
            try {
                offset = offset == UNKNOWN ? askOffset() : sendChunk(offset, reader);
                listener.confirmed(offset);
                listener.sent(offset, bundle.size());
                if (offset > furthest) {
                    furthest = offset;
                    retry.progressed();
                }
            } catch (EspmException e) {
                offset = UNKNOWN;
                shrink();
                retry.pauseAfter(e);
            }
        }
    }

    private long askOffset() throws EspmException, InterruptedException {
        Answer answer = sender.send(tus(ApiCall.head(address)), () -> {});
        long offset = answer.count("Upload-Offset");
        if (answer.count("Upload-Length") != bundle.size() || offset > bundle.size()) {
            throw answer.unexpected();
        }
        return offset;
    }

    private long sendChunk(long offset, ChunkReader reader) throws EspmException, IOException, InterruptedException {
        ChunkReader.Chunk chunk = reader.read(offset, length(offset, chunkSize));
        CallBody body = CallBody.chunk(chunk.bytes());
        long end = offset + chunk.bytes().length;
        reader.expect(end, length(end, aheadSize));
        ApiCall call = tus(ApiCall.patch(address, body))
                .with("Upload-Offset", String.valueOf(offset))
                .with(
                        "Upload-Checksum",
                        "sha256 "
                                + Base64.getEncoder()
                                        .encodeToString(chunk.sha256().bytes()));
        long start = System.nanoTime();
        Answer answer = sender.send(call, () -> listener.sent(offset + body.sent(), bundle.size()));
        long reached = answer.count("Upload-Offset");
        if (reached <= offset || reached > end) {
            throw answer.unexpected();
        }
        suit(Duration.ofNanos(System.nanoTime() - start));
        return reached;
    }

    private int length(long offset, int size) {
        return (int) Math.min(size, bundle.size() - offset);
    }

    /** What was read ahead counts where it is no larger than this; else the next chunk is read anew. */
    private void suit(Duration taken) {
        if (taken.compareTo(AIM) < 0) {
            long growth = Math.clamp(AIM.toNanos() / Math.max(1, taken.toNanos()), 1, MOST_GROWTH);
            resize((int) Math.min(settings.chunkSize(), growth * chunkSize));
        } else if (taken.compareTo(LONG) > 0) {
            shrink();
        } else {
            resize(chunkSize);
        }
    }

    private void shrink() {
        resize(Math.max(Math.min(SMALLEST_CHUNK, settings.chunkSize()), chunkSize / 2));
    }

    /** From here on the line is known, and what is read ahead is no larger. */
    private void resize(int size) {
        chunkSize = size;
        aheadSize = size;
    }

    private static ApiCall tus(ApiCall call) {
        return call.with("Tus-Resumable", "1.0.0");
    }
}
