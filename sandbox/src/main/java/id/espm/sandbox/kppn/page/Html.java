package id.espm.sandbox.kppn.page;

import io.javalin.http.Context;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * Writes pages. Every value goes through the template library, which escapes it; a template that names a value that is not
 * there fails.
 */
final class Html {
    /** Own stylesheet and own forms; nothing else, whatever a text brings along. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self';" + " base-uri 'none'; frame-ancestors 'none'";

    private static final String FOLDER = "id/espm/sandbox/kppn/page";

    private final PebbleEngine engine;

    Html() {
        ClasspathLoader loader = new ClasspathLoader(Html.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    /**
     * Answers with a page.
     *
     * @param template name of the template
     * @param view what it shows, as its variable {@code v}
     */
    void write(Context context, int status, String template, Object view) {
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, Map.of("v", view));
        } catch (IOException e) {
            throw new IllegalStateException("a page in memory", e);
        }
        guard(context.status(status), POLICY)
                .contentType("text/html; charset=utf-8")
                .result(page.toString());
    }

    /** Answers with a page of its own that says why something was not done. */
    void refuse(Context context, Refused refused) {
        write(context, refused.status(), "galat", refused);
    }

    /** Headers of everything that comes from here. */
    static Context guard(Context context, String policy) {
        return context.header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                // Not no-referrer, or the browser would say the origin of our own forms is null.
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }
}
