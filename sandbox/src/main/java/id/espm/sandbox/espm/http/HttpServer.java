package id.espm.sandbox.espm.http;

import static jakarta.servlet.DispatcherType.REQUEST;

import id.espm.sandbox.espm.fault.EspmFaults;
import id.espm.sandbox.espm.fault.FaultFilter;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.kppn.page.KppnPages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** The HTTP side: listens on 127.0.0.1 and nowhere else. */
public final class HttpServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Set<String> OWN_NAMES = Set.of(HOST, "localhost");

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** All routes, and the gate before them. */
    public record Routes(
            SessionRoutes session,
            SubmissionRoutes submissions,
            UploadRoutes uploads,
            KppnPages pages,
            Maintenance maintenance,
            EspmFaults faults) {}

    /**
     * Starts listening.
     *
     * @param port 0 for a free one
     * @throws IOException when the port is taken
     */
    public static HttpServer start(Routes routes, int port) throws IOException {
        Javalin javalin = Javalin.create(config -> configure(config, routes));
        try {
            javalin.start(HOST, port);
        } catch (JavalinException e) {
            throw new IOException("cannot listen on port " + port, e);
        }
        return new HttpServer(javalin);
    }

    /** Base address, without a slash at the end. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServletContextHandler(
                handler -> handler.addFilter(new FaultFilter(routes.faults()), "/*", EnumSet.of(REQUEST)));
        config.routes.before(context -> gate(context, routes.maintenance()));
        new Problems(routes.pages()).register(config.routes);
        routes.session().register(config.routes);
        routes.submissions().register(config.routes);
        routes.uploads().register(config.routes);
        routes.pages().register(config.routes);
    }

    /** A page on the web must not reach the practice server by a name that it made point to this machine. */
    private static void gate(Context context, Maintenance maintenance) throws Refusal {
        String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
        if (!OWN_NAMES.contains(host)) {
            throw Json.invalid("Server latihan hanya melayani alamat loopback.", "Host");
        }
        boolean open = false;
        try {
            maintenance.check();
            open = FaultFilter.struck(context.req())
                    .filter(fault -> FaultyAnswer.given(fault, context))
                    .isEmpty();
        } finally {
            if (!open) {
                UnreadBody.drain(context.bodyInputStream());
            }
        }
    }
}
