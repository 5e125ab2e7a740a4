package id.espm.app.cli.call;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a call reads from and prints to.
 *
 * @param in     standard input
 * @param out    standard output: results, and with {@code --json} the one document alone
 * @param err    standard error: progress and messages
 * @param prompt asks the person, if there is one
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Prompt prompt) {
    /** The process's own. */
    public static Terminal system() {
        return new Terminal(System.in, System.out, System.err, Prompt.system());
    }
}
