package id.espm.app.gui.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands files to the window that is open: the secret, how many, and each path in modified UTF-8. */
public final class HandOver {
    static final int PATIENCE_MILLIS = 5_000;
    static final int TAKEN = 1;
    private static final int MOST = 1_000;

    private HandOver() {}

    /**
     * Gives files to the open window, and has it come to the front.
     *
     * @return whether it took them; a window that is just being closed, or that does not answer, did not
     */
    public static boolean give(Path folder, List<Path> files) throws IOException {
        Optional<InstanceAddress> address = InstanceAddress.read(folder);
        if (address.isEmpty()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), address.get().port()),
                    PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(address.get().secret());
            int count = Math.min(files.size(), MOST);
            out.writeInt(count);
            for (Path file : files.subList(0, count)) {
                out.writeUTF(file.toAbsolutePath().toString());
            }
            out.flush();
            return socket.getInputStream().read() == TAKEN;
        } catch (ConnectException | SocketTimeoutException e) {
            return false;
        }
    }

    static List<Path> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("a hand-over of " + count);
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            try {
                files.add(Path.of(name));
            } catch (InvalidPathException e) {
                throw new IOException("no path", e);
            }
        }
        return files;
    }
}
