package id.espm.app.gui.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;

/**
 * A fault of the program as it is told.
 *
 * @param code    short, the same for the same fault, to be read out over the telephone
 * @param details what a helper needs: code, time, versions, and where it happened
 */
public record UnexpectedFailure(String code, String details) {

    /** Describes a fault that was met at a time. */
    public static UnexpectedFailure of(Throwable failure, Instant time) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].toString();
        String code = String.format(Locale.ROOT, "E-%08X", (failure.getClass().getName() + place).hashCode());
        StringWriter details = new StringWriter();
        PrintWriter out = new PrintWriter(details);
        out.println(code);
        out.println(time);
        out.println(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version"));
        failure.printStackTrace(out);
        return new UnexpectedFailure(code, details.toString());
    }
}
