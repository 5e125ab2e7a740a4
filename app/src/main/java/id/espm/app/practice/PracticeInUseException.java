package id.espm.app.practice;

import java.io.IOException;
import java.nio.file.Path;

/** Another window or another program practises in the same folder. */
public final class PracticeInUseException extends IOException {
    private static final long serialVersionUID = 1;

    PracticeInUseException(Path folder, Throwable cause) {
        super("practice goes on already in " + folder, cause);
    }
}
