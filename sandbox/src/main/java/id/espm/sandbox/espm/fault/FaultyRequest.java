package id.espm.sandbox.espm.fault;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.EOFException;
import java.io.IOException;

/** A request whose body does not arrive as it was sent. */
final class FaultyRequest extends HttpServletRequestWrapper {
    private final long cutAfter;
    private final int mask;

    private FaultyRequest(HttpServletRequest request, long cutAfter, int mask) {
        super(request);
        this.cutAfter = cutAfter;
        this.mask = mask;
    }

    static FaultyRequest cutAfter(HttpServletRequest request, long bytes) {
        return new FaultyRequest(request, bytes, 0);
    }

    /** Of JSON no byte is changed: that would be another fault, a request that is not understood. */
    static FaultyRequest firstByteChanged(HttpServletRequest request) {
        return new FaultyRequest(request, Long.MAX_VALUE, "PATCH".equals(request.getMethod()) ? 0xff : 0);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Body(super.getInputStream());
    }

    private final class Body extends ServletInputStream {
        private final ServletInputStream in;
        private long passed;

        Body(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (passed >= cutAfter) {
                FaultFilter.cut(getRequest());
                throw new EOFException("cut on purpose after " + passed + " bytes");
            }
            int n = in.read(bytes, offset, (int) Math.min(length, cutAfter - passed));
            if (n > 0) {
                if (passed == 0) {
                    bytes[offset] ^= (byte) mask;
                }
                passed += n;
            }
            return n;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
