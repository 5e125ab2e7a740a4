package id.espm.app.gui.failure;

import id.espm.app.text.Fault;
import java.time.Instant;

/**
 * A fault of the program as it is told. What the exception said is left out, for it may name a document or a person.
 *
 * @param code    short, the same for the same fault, to be read out over the telephone
 * @param details what a helper needs: code, time, versions, and where it happened
 */
public record UnexpectedFailure(String code, String details) {

    /** Describes a fault that was met at a time. */
    public static UnexpectedFailure of(Throwable failure, Instant time) {
        Fault fault = Fault.of(failure);
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version");
        return new UnexpectedFailure(fault.id(), String.join("\n", fault.id(), time.toString(), system, fault.trace()));
    }
}
