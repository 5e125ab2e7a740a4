package id.espm.app.text;

/**
 * A problem in words.
 *
 * @param code    stable, upper case with underscores, the same in every language: for scripts and for the key of a button
 * @param message what happened, with the file or the rule it is about
 * @param next    what to do about it
 * @param exit    the command line's exit code
 */
public record Explanation(String code, String message, String next, ExitCode exit) {
    /** What happened and what to do, as one text. */
    public String whole() {
        return next.isEmpty() ? message : message + " " + next;
    }
}
