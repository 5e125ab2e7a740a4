package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.kppn.page.KppnPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with RFC 9457 problems, whatever went wrong; with a page where a browser asked for one. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    private final KppnPages pages;

    Problems(KppnPages pages) {
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        routes.exception(Refusal.class, (e, ctx) -> answer(ctx, e));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, refusal(e)));
        routes.exception(IOException.class, (e, ctx) -> fault(ctx, e));
        routes.exception(RuntimeException.class, (e, ctx) -> fault(ctx, e));
    }

    private void answer(Context context, Refusal refusal) {
        if (KppnPages.owns(context.path())) {
            pages.refuse(context, refusal.type().status(), refusal.detail());
            return;
        }
        problem(context, refusal);
    }

    /** The answer of the API, whatever the path. */
    static void problem(Context context, Refusal refusal) {
        ProblemType type = refusal.type();
        context.status(type.status()).header("Problem-Type", type.uri());
        Optional.ofNullable(refusal.members().get(Refusal.RETRY_AFTER))
                .ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds)));
        Optional.ofNullable(refusal.members().get("offset"))
                .ifPresent(offset -> context.header("Upload-Offset", String.valueOf(offset)));
        if (type == ProblemType.SESSION_EXPIRED) {
            context.header("WWW-Authenticate", "Bearer realm=\"eSPM\"");
        }
        if (!HandlerType.HEAD.equals(context.method())) {
            context.contentType(MEDIA_TYPE).result(Json.bytes(body(refusal)));
        }
    }

    private static Map<String, Object> body(Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", refusal.type().uri());
        body.put("title", refusal.type().title());
        body.put("status", refusal.type().status());
        body.put("detail", refusal.detail());
        body.putAll(refusal.members());
        return body;
    }

    /** Javalin's own refusals: no such path, no such method. */
    private static Refusal refusal(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> new Refusal(ProblemType.NOT_FOUND, "Alamat tidak ditemukan.");
            case 405 -> new Refusal(ProblemType.METHOD_NOT_ALLOWED, "Cara pemanggilan tidak dikenal di alamat ini.");
            default -> Json.invalid("Permintaan tidak dapat diproses.", "");
        };
    }

    private void fault(Context context, Throwable e) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        answer(context, new Refusal(ProblemType.INTERNAL_ERROR, "Terjadi kesalahan di eSPM. Silakan coba lagi."));
    }
}
