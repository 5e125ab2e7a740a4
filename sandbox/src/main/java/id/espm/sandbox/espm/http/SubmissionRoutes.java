package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.fault.EspmFault;
import id.espm.sandbox.espm.fault.FaultFilter;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.submission.Completion;
import id.espm.sandbox.espm.submission.Sabotage;
import id.espm.sandbox.espm.submission.Submissions;
import id.espm.sandbox.espm.submission.Submissions.Announced;
import id.espm.sandbox.espm.token.SecurityCodes;
import id.espm.sandbox.kppn.StatusChange;
import id.espm.sandbox.kppn.SubmissionStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /submissions} and what hangs below it. */
public final class SubmissionRoutes {
    private static final String BASE = "/api/v1/submissions";

    private final Sessions sessions;
    private final Submissions submissions;
    private final Completion completion;
    private final Sabotage sabotage;

    public SubmissionRoutes(Sessions sessions, Submissions submissions, Completion completion, Sabotage sabotage) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.completion = completion;
        this.sabotage = sabotage;
    }

    private record Token(@Nullable String token) {}

    void register(RoutesConfig routes) {
        routes.post(BASE, this::create);
        routes.get(BASE, this::list);
        routes.get(BASE + "/{id}", this::show);
        routes.post(BASE + "/{id}/token", this::mailToken);
        routes.post(BASE + "/{id}/complete", this::complete);
        routes.get(BASE + "/{id}/receipt", this::receipt);
    }

    private void create(Context context) throws Refusal, IOException {
        Account sender = sessions.require(context);
        Declaration declaration = Json.read(context, DeclarationBody.class).checked();
        if (!declaration.sha256().equals(context.header("Idempotency-Key"))) {
            throw Json.invalid("Idempotency-Key harus sama dengan SHA-256 paket.", "Idempotency-Key");
        }
        Announced announced = submissions.announce(sender, declaration);
        SubmissionRow row = announced.row();
        boolean tokenRequired = submissions.tokenRequired(row);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", row.id());
        // The address that the client came by, which a proxy in between may have changed.
        body.put("uploadUrl", context.scheme() + "://" + context.host() + UploadRoutes.BASE + "/" + row.id());
        body.put("tokenRequired", tokenRequired);
        body.put("tokenSentTo", tokenRequired ? SecurityCodes.masked(sender.email()) : null);
        context.header("Location", BASE + "/" + row.id());
        Json.write(context, announced.fresh() ? 201 : 200, body);
    }

    private void list(Context context) throws Refusal {
        Account sender = sessions.require(context);
        Instant since = since(context.queryParam("since"));
        List<Map<String, Object>> found = submissions.changedSince(sender, since).stream()
                .map(this::submission)
                .toList();
        Json.write(context, 200, Map.of("submissions", found));
    }

    private void show(Context context) throws Refusal {
        Account sender = sessions.require(context);
        Json.write(context, 200, submission(submissions.find(sender, context.pathParam("id"))));
    }

    private void mailToken(Context context) throws Refusal, IOException {
        Account sender = sessions.require(context);
        Instant expiresAt = submissions.mailAgain(sender, context.pathParam("id"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tokenSentTo", SecurityCodes.masked(sender.email()));
        body.put("expiresAt", Times.text(expiresAt));
        Json.write(context, 200, body);
    }

    private void complete(Context context) throws Refusal, IOException {
        Account sender = sessions.require(context);
        Token token = Json.read(context, Token.class);
        String id = context.pathParam("id");
        Optional<EspmFault> fault = FaultFilter.struck(context.req());
        if (fault.isPresent()) {
            sabotage.beforeCompletion(fault.get(), submissions.find(sender, id));
        }
        write(context, completion.complete(sender, id, token.token()));
    }

    private void receipt(Context context) throws Refusal {
        Account sender = sessions.require(context);
        write(context, submissions.receipt(sender, context.pathParam("id")));
    }

    private static void write(Context context, StoredReceipt kept) {
        StoredReceipt receipt = FaultFilter.struck(context.req())
                .map(fault -> Sabotage.shown(fault, kept))
                .orElse(kept);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receipt", Base64.getEncoder().encodeToString(receipt.json()));
        body.put("signature", Base64.getEncoder().encodeToString(receipt.signature()));
        Json.write(context, 200, body);
    }

    private Map<String, Object> submission(SubmissionRow row) {
        Declaration d = row.declaration();
        List<StatusChange> history = submissions.history(row);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", row.id());
        body.put("jenis", d.jenis());
        body.put("satker", d.satker());
        body.put("kppn", d.kppn());
        body.put("tahun", d.tahun());
        body.put("nomor", d.nomor());
        body.put("fileName", d.fileName());
        body.put("size", d.size());
        body.put("sha256", d.sha256());
        // Status and history come from one source, or a change in between would make them disagree.
        StatusChange last = history.getLast();
        body.put("status", last.status().name());
        if (last.status() == SubmissionStatus.REJECTED) {
            body.put("alasan", last.note());
        }
        body.put("history", history.stream().map(SubmissionRoutes::change).toList());
        return body;
    }

    private static Map<String, Object> change(StatusChange change) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", change.status().name());
        body.put("time", Times.text(change.time()));
        if (!change.note().isEmpty()) {
            body.put(change.status() == SubmissionStatus.REJECTED ? "alasan" : "tahap", change.note());
        }
        return body;
    }

    private static Instant since(@Nullable String text) throws Refusal {
        try {
            return Optional.ofNullable(text)
                    .map(t -> OffsetDateTime.parse(t).toInstant())
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            throw Json.invalid("Waktu pada since tidak benar.", "since");
        }
    }
}
