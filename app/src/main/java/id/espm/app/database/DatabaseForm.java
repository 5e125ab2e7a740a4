package id.espm.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a file must be to be taken for one of a kind.
 *
 * @param application marks the kind, in {@code application_id}
 * @param version     of the tables, in {@code user_version}
 * @param schema      makes the tables and sets both numbers
 */
public record DatabaseForm(int application, int version, String schema) {
    /**
     * A form whose schema stands in a resource.
     *
     * @param owner    beside whose class the resource lies
     * @throws IllegalStateException if the program does not hold it
     */
    public static DatabaseForm of(int application, int version, Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new DatabaseForm(application, version, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
