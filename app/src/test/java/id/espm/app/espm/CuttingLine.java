package id.espm.app.espm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A poor line to a server on this machine: it breaks after so many bytes of the way there, at the very byte. */
final class CuttingLine implements AutoCloseable {
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Deque<Long> cuts = new ArrayDeque<>();
    private final int port;
    private int cutsMade;

    CuttingLine(int port) throws IOException {
        this.port = port;
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    /** From now on it breaks after the first count of bytes, then after as many more as the second says, and so on. */
    synchronized void cutAfter(List<Long> counts) {
        cuts.clear();
        cuts.addAll(counts);
    }

    synchronized int cutsMade() {
        return cutsMade;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entry.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> carry(near, far, true));
                Thread.ofVirtual().start(() -> carry(far, near, false));
            }
        } catch (IOException e) {
            // Closed: the line is taken down.
            return;
        }
    }

    private void carry(Socket from, Socket to, boolean cutting) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int passed = cutting ? passing(n) : n;
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

    /** How many of these bytes still get through before the line breaks. */
    private synchronized int passing(int n) {
        if (cuts.isEmpty()) {
            return n;
        }
        long left = cuts.remove();
        if (left >= n) {
            cuts.addFirst(left - n);
            return n;
        }
        cutsMade++;
        return (int) left;
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
