package id.espm.app.proxy;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The office's script does not tell the way. */
public final class ProxyScriptException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DETAIL = 300;

    private final URI script;
    private final Flaw flaw;
    private final String detail;

    /** What is wrong. */
    public enum Flaw {
        /** Nobody answered where it should be; this may pass. */
        UNREACHABLE,
        /** It is not there, or may not be read. */
        NOT_THERE,
        /** It is larger than any script of an office. */
        TOO_LARGE,
        /** It is no JavaScript, or has no {@code FindProxyForURL}. */
        NO_SCRIPT,
        /** It failed while it ran. */
        FAILED,
        /** It took too long, or too much memory; it is not run again. */
        TOO_COSTLY,
        /** What it answered names no proxy that can be used here. */
        ANSWER_UNUSABLE
    }

    ProxyScriptException(URI script, Flaw flaw, String detail, @Nullable Throwable cause) {
        super(script + ": " + flaw + ": " + oneLine(detail), cause);
        this.script = script;
        this.flaw = flaw;
        this.detail = oneLine(detail);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= MAX_DETAIL ? line : line.substring(0, MAX_DETAIL);
    }

    /** Where the script is. */
    public URI script() {
        return script;
    }

    public Flaw flaw() {
        return flaw;
    }

    /** For those who look after the script, in one line; may be empty. */
    public String detail() {
        return detail;
    }
}
