package id.espm.sandbox.espm.http;

import id.espm.sandbox.kppn.InboxPage;
import id.espm.sandbox.kppn.Kppn;
import io.javalin.config.RoutesConfig;

/** KPPN's page. It is practice only and on loopback, hence without a login. */
public final class InboxRoute {
    private final Kppn kppn;

    public InboxRoute(Kppn kppn) {
        this.kppn = kppn;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/kppn/inbox",
                context -> context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Cache-Control", "no-store")
                        .contentType("text/html; charset=utf-8")
                        .result(InboxPage.render(kppn.inbox())));
    }
}
