package id.espm.app.text;

/** What the program tells the calling script (docs/cli.md, ADR-0008). */
public enum ExitCode {
    /** Everything asked for is done; for {@code verify}: every signature is valid. */
    OK(0),
    /** Done, but not all. */
    PARTLY(1),
    /** The call is wrong. */
    CALL(2),
    /** Key, certificate or jabatan. */
    KEY(3),
    /** Network or server. */
    NETWORK(4),
    /** Documents or rules. */
    DOCUMENTS(5),
    /** A fault of the program ({@code EX_SOFTWARE} of sysexits). */
    FAULT(70),
    /** Stopped by the user: 128 and SIGINT, as shells say it. */
    INTERRUPTED(130);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    /** The process's exit code. */
    public int value() {
        return value;
    }
}
