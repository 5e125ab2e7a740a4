package id.espm.sandbox.espm.fault;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** An answer that is held back until all of it is there, so that as much of it can be told as is planned. */
final class HeldResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServletOutputStream holding = new Holding();

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return holding;
    }

    @Override
    public void flushBuffer() {}

    /** Bytes of the body. */
    int size() {
        return body.size();
    }

    /** Tells the head and so many bytes of the body, with a pause before each; of an answer without a body nothing. */
    void release(long bytes, Duration perByte) throws IOException {
        if (body.size() == 0) {
            return;
        }
        byte[] all = body.toByteArray();
        getResponse().setContentLength(all.length);
        getResponse().flushBuffer();
        OutputStream out = getResponse().getOutputStream();
        for (int i = 0; i < bytes; i++) {
            FaultFilter.pause(perByte);
            out.write(all[i]);
            out.flush();
        }
    }

    private final class Holding extends ServletOutputStream {
        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers are written by one thread here");
        }
    }
}
