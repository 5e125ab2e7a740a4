package id.espm.app.espm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A poor line to a server on this machine: it breaks where a test says, at the very byte. */
public final class CuttingLine implements AutoCloseable {
    private static final Pattern FIRST_LINE = Pattern.compile("\\A([A-Z]{3,7} /\\S* HTTP/1\\.1)\r\n");
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Deque<Long> cuts = new ArrayDeque<>();
    private final List<Cut> planned = new ArrayList<>();
    private final int port;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private Consumer<String> onRequest = request -> {};
    private int cutsMade;
    private int requests;
    private long bytesThere;

    public CuttingLine(int port) throws IOException {
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * A break at one request.
     *
     * @param request its first line
     * @param answer  whether it is the answer that breaks, not the request
     * @param after   so many bytes of it, and of what follows it on the same connection, get through
     */
    public record Cut(Pattern request, boolean answer, long after) {
        @Override
        public String toString() {
            return request + (answer ? " answer" : " request") + " after " + after;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    /** From now on it breaks after the first count of bytes, then after as many more as the second says, and so on. */
    synchronized void cutAfter(List<Long> counts) {
        cuts.clear();
        cuts.addAll(counts);
    }

    /** Each of these once, at the next request that is meant. */
    public synchronized void cutAt(List<Cut> plan) {
        planned.clear();
        planned.addAll(plan);
    }

    /** What was planned and has not happened. */
    public synchronized List<Cut> left() {
        return List.copyOf(planned);
    }

    public synchronized int cutsMade() {
        return cutsMade;
    }

    /** How many requests went there. */
    public synchronized int requests() {
        return requests;
    }

    /** How many bytes got through on the way there. */
    public synchronized long bytesThere() {
        return bytesThere;
    }

    /** Told of each request before its first byte gets through. */
    public synchronized void onRequest(Consumer<String> told) {
        onRequest = told;
    }

    /** To be called on being told of a request: it gets no further until {@link #release}. */
    public void hold() {
        try {
            held.countDown();
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean awaitHeld() throws InterruptedException {
        return held.await(2, TimeUnit.MINUTES);
    }

    public void release() {
        released.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entry.accept();
                Link link = new Link(near, new Socket(InetAddress.getLoopbackAddress(), port));
                Thread.ofVirtual().start(() -> link.carry(true));
                Thread.ofVirtual().start(() -> link.carry(false));
            }
        } catch (IOException e) {
            // Closed: the line is taken down.
            return;
        }
    }

    /** One connection. */
    private final class Link {
        private final Socket near;
        private final Socket far;
        private long requestLeft = NEVER;
        private long answerLeft = NEVER;

        Link(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void carry(boolean there) {
            byte[] buffer = new byte[8192];
            try (near;
                    far) {
                InputStream in = (there ? near : far).getInputStream();
                OutputStream out = (there ? far : near).getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (there) {
                        look(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    }
                    int passed = passing(there, n);
                    out.write(buffer, 0, passed);
                    out.flush();
                    if (passed < n) {
                        return;
                    }
                }
            } catch (IOException e) {
                // One end went away: so does the other.
                return;
            }
        }

        private void look(String bytes) {
            Matcher first = FIRST_LINE.matcher(bytes);
            if (first.find()) {
                begin(first.group(1)).accept(first.group(1));
            }
        }

        private Consumer<String> begin(String request) {
            synchronized (CuttingLine.this) {
                requests++;
                // A break further on than this request is long comes in one that follows it, before any other.
                boolean pending = requestLeft != NEVER || answerLeft != NEVER;
                for (Cut cut : planned) {
                    if (!pending && cut.request().matcher(request).lookingAt()) {
                        planned.remove(cut);
                        requestLeft = cut.answer() ? NEVER : cut.after();
                        answerLeft = cut.answer() ? cut.after() : NEVER;
                        break;
                    }
                }
                return onRequest;
            }
        }

        /** How many of these bytes still get through before the line breaks. */
        private int passing(boolean there, int n) {
            synchronized (CuttingLine.this) {
                int passed = there ? Math.min(passingAfterCount(n), within(requestLeft, n)) : within(answerLeft, n);
                requestLeft -= there && requestLeft != NEVER ? passed : 0;
                answerLeft -= !there && answerLeft != NEVER ? passed : 0;
                bytesThere += there ? passed : 0;
                cutsMade += passed < n ? 1 : 0;
                return passed;
            }
        }

        private static int within(long left, int n) {
            return (int) Math.min(left, n);
        }
    }

    private int passingAfterCount(int n) {
        if (cuts.isEmpty()) {
            return n;
        }
        long left = cuts.remove();
        if (left >= n) {
            cuts.addFirst(left - n);
            return n;
        }
        return (int) left;
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        entry.close();
    }
}
