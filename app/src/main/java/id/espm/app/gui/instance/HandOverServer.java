package id.espm.app.gui.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on loopback for later starts of the program, which prove by a secret that they may read the settings folder. */
final class HandOverServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandOverServer.class);

    private final ServerSocket socket;
    private final InstanceAddress address;
    private final Path folder;
    private final Consumer<List<Path>> files;

    private HandOverServer(ServerSocket socket, InstanceAddress address, Path folder, Consumer<List<Path>> files) {
        this.socket = socket;
        this.address = address;
        this.folder = folder;
        this.files = files;
    }

    static HandOverServer start(Path folder, Consumer<List<Path>> files) throws IOException {
        ServerSocket socket = new ServerSocket();
        boolean started = false;
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InstanceAddress address = InstanceAddress.fresh(socket.getLocalPort());
            address.write(folder);
            HandOverServer server = new HandOverServer(socket, address, folder, files);
            Thread.ofPlatform().daemon().name("hand-over").start(server::serve);
            started = true;
            return server;
        } finally {
            if (!started) {
                socket.close();
            }
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                caller.setSoTimeout(HandOver.PATIENCE_MILLIS);
                answer(caller);
            } catch (SocketException e) {
                LOG.debug("no more hand-over", e);
            } catch (IOException e) {
                LOG.info("a hand-over broke off: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        byte[] said = in.readNBytes(InstanceAddress.SECRET_BYTES);
        if (!MessageDigest.isEqual(said, address.secret())) {
            LOG.warn("somebody without the secret asked for a hand-over");
            return;
        }
        List<Path> handed = HandOver.read(in);
        files.accept(handed);
        new DataOutputStream(caller.getOutputStream()).writeByte(HandOver.TAKEN);
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            address.delete(folder);
        }
    }
}
