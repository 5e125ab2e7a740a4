package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.submission.Submissions;
import id.espm.sandbox.espm.submission.Uploads;
import id.espm.sandbox.espm.submission.Uploads.Progress;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The upload of the bytes: tus 1.0.0 core with the extensions checksum and expiration. */
public final class UploadRoutes {
    static final String BASE = "/api/v1/uploads";

    private static final String VERSION = "1.0.0";
    private static final String CHUNK = "application/offset+octet-stream";
    private static final int SHA256_BYTES = 32;

    private final Sessions sessions;
    private final Submissions submissions;
    private final Uploads uploads;

    public UploadRoutes(Sessions sessions, Submissions submissions, Uploads uploads) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.uploads = uploads;
    }

    void register(RoutesConfig routes) {
        routes.options(BASE + "/{id}", this::options);
        routes.head(BASE + "/{id}", this::head);
        routes.patch(BASE + "/{id}", this::patch);
        routes.post(BASE + "/{id}", this::overridden);
    }

    private void options(Context context) {
        context.status(204)
                .header("Tus-Resumable", VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "checksum,expiration")
                .header("Tus-Checksum-Algorithm", "sha256")
                .header("Tus-Max-Size", String.valueOf(uploads.maxSize()));
    }

    private void head(Context context) throws Refusal {
        SubmissionRow row = require(context);
        Progress progress = uploads.progress(row);
        context.status(200)
                .header("Upload-Length", String.valueOf(progress.length()))
                .header("Cache-Control", "no-store");
        tell(context, progress);
    }

    /** For clients and firewalls that know no PATCH (tus 1.0.0, X-HTTP-Method-Override). */
    private void overridden(Context context) throws Refusal, IOException {
        if (!"PATCH".equals(context.header("X-HTTP-Method-Override"))) {
            throw new Refusal(ProblemType.METHOD_NOT_ALLOWED, "Cara pemanggilan tidak dikenal di alamat ini.");
        }
        patch(context);
    }

    private void patch(Context context) throws Refusal, IOException {
        InputStream body = context.bodyInputStream();
        boolean done = false;
        try {
            SubmissionRow row = require(context);
            if (!CHUNK.equals(context.contentType())) {
                throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Isi unggahan harus berupa " + CHUNK + ".");
            }
            Optional<String> checksum = checksum(context);
            tell(context.status(204), uploads.append(row, offset(context), checksum, body));
            done = true;
        } finally {
            if (!done) {
                UnreadBody.drain(body);
            }
        }
    }

    private SubmissionRow require(Context context) throws Refusal {
        context.header("Tus-Resumable", VERSION);
        if (!VERSION.equals(context.header("Tus-Resumable"))) {
            context.header("Tus-Version", VERSION);
            throw new Refusal(ProblemType.TUS_VERSION, "Versi tus tidak didukung; gunakan " + VERSION + ".");
        }
        return submissions.find(sessions.require(context), context.pathParam("id"));
    }

    private static void tell(Context context, Progress progress) {
        context.header("Upload-Offset", String.valueOf(progress.offset()));
        progress.expiresAt().ifPresent(time -> context.header("Upload-Expires", Times.httpDate(time)));
    }

    private static long offset(Context context) throws Refusal {
        String text = Optional.ofNullable(context.header("Upload-Offset")).orElse("");
        if (!text.matches("\\d{1,18}")) {
            throw Json.invalid("Upload-Offset tidak benar.", "Upload-Offset");
        }
        return Long.parseLong(text);
    }

    private static Optional<String> checksum(Context context) throws Refusal {
        Optional<String> header = Optional.ofNullable(context.header("Upload-Checksum"));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = header.get().split(" ", 2);
        try {
            if (parts.length == 2 && "sha256".equals(parts[0])) {
                byte[] hash = Base64.getDecoder().decode(parts[1]);
                if (hash.length == SHA256_BYTES) {
                    return Optional.of(HexFormat.of().formatHex(hash));
                }
            }
        } catch (IllegalArgumentException e) {
            // No Base64: the same answer as for every other form that is not ours.
            throw badChecksum();
        }
        throw badChecksum();
    }

    private static Refusal badChecksum() {
        return Json.invalid("Upload-Checksum tidak benar; gunakan sha256.", "Upload-Checksum");
    }
}
