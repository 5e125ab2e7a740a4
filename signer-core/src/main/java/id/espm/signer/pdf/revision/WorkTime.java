package id.espm.signer.pdf.revision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long a thread has computed, by which work is bounded, so that a busy machine changes no verdict. */
public final class WorkTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean COUNTED = THREADS.isCurrentThreadCpuTimeSupported();

    private WorkTime() {}

    /** The time of the calling thread, in nanoseconds; by the clock where the system does not count. */
    public static long now() {
        return COUNTED ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** The time by which work that begins now has to end. */
    public static long after(Duration allowed) {
        return now() + allowed.toNanos();
    }
}
