package id.espm.app.cli.json;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the one JSON document of a call. */
public final class JsonOutput {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOutput() {}

    /** Prints a document in UTF-8, whatever the terminal's own encoding is. */
    public static void print(PrintStream out, Object document) throws IOException {
        out.write((JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The document as one line. */
    public static String line(Object document) {
        return JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
    }

    /** The document for a file. */
    public static byte[] bytes(Object document) {
        return JSON.writeValueAsBytes(document);
    }
}
