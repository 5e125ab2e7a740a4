package id.espm.app.cli.call;

import picocli.CommandLine.Option;

/** {@code --json}: one JSON document on standard output and nothing else there. */
public final class JsonOption {
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** Whether it was asked for. */
    public boolean asked() {
        return json;
    }
}
