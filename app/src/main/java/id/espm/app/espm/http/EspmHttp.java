package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Makes calls to one server. Redirects are never followed. Interrupting the calling thread breaks the call off at once.
 * Safe for use by several threads.
 */
public final class EspmHttp implements AutoCloseable {
    private static final String USER_AGENT = "e-SPM-Signer";
    private static final long MAX_BODY = 4L << 20;
    private static final long TICK_MILLIS = 200;

    private final EspmAddress address;
    private final OkHttpClient client;
    private final OkHttpClient onceClient;
    private final OkHttpClient judgedClient;
    private final FailureReader failures;
    private final ProblemReader problems;

    private EspmHttp(EspmAddress address, EspmSettings settings) {
        this.address = address;
        this.client = ClientSetup.client(address, settings);
        this.onceClient = client.newBuilder().retryOnConnectionFailure(false).build();
        this.judgedClient = onceClient
                .newBuilder()
                .readTimeout(settings.timeouts().judgment())
                .build();
        this.failures = new FailureReader(address.host());
        this.problems = new ProblemReader(settings.clock(), address.host());
    }

    /**
     * Prepares for calls; nothing is sent yet.
     *
     * @throws EspmException {@link EspmProblem.AddressInvalid}, {@link EspmProblem.InsecureAddress}
     */
    public static EspmHttp open(EspmSettings settings) throws EspmException {
        return new EspmHttp(EspmAddress.of(settings.base()), settings);
    }

    /** Where the server is. */
    public EspmAddress address() {
        return address;
    }

    /** {@link #send(ApiCall, Runnable)} with nothing to do meanwhile. */
    public Answer send(ApiCall call) throws EspmException, InterruptedException {
        return send(call, () -> {});
    }

    /**
     * Makes a call.
     *
     * @param meanwhile run on this thread a few times a second until the answer is there; what it throws breaks off the call
     * @return a success (2xx)
     * @throws EspmException for everything else
     */
    public Answer send(ApiCall call, Runnable meanwhile) throws EspmException, InterruptedException {
        Call running = clientFor(call).newCall(request(call));
        CompletableFuture<Answer> future = new CompletableFuture<>();
        running.enqueue(new Completing(future));
        boolean done = false;
        try {
            Answer answer = await(future, meanwhile);
            done = true;
            return success(call, answer);
        } finally {
            if (!done) {
                running.cancel();
            }
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** OkHttp repeats by itself what broke, silently; only what reads may be repeated so, all else is repeated by {@link Retry}. */
    private OkHttpClient clientFor(ApiCall call) {
        if (call.isJudged()) {
            return judgedClient;
        }
        return "GET".equals(call.method()) ? client : onceClient;
    }

    private Answer await(CompletableFuture<Answer> future, Runnable meanwhile)
            throws EspmException, InterruptedException {
        while (true) {
            try {
                return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                meanwhile.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw failures.read(failure);
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Answer success(ApiCall call, Answer answer) throws EspmException {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return answer;
        }
        if (status >= 300 && status < 400) {
            throw new EspmException(new EspmProblem.RedirectRefused(target(call, answer)));
        }
        throw problems.read(call, answer);
    }

    private static String target(ApiCall call, Answer answer) {
        try {
            URI location = URI.create(answer.header("Location").orElse(""));
            return EspmAddress.target(call.address().resolve(location));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Request request(ApiCall call) {
        Request.Builder request = new Request.Builder()
                .url(call.address().toString())
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json, application/problem+json")
                .method(call.method(), call.body().map(CountedBody::new).orElse(null));
        call.headers().forEach(request::header);
        return request.build();
    }

    private static Answer read(Response response) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().names().forEach(name -> headers.put(name, String.valueOf(response.header(name))));
        BufferedSource source = response.body().source();
        // What is larger is none of our contract's answers; without its body it will not be taken for one.
        byte[] body = source.request(MAX_BODY + 1) ? new byte[0] : source.readByteArray();
        return new Answer(response.code(), headers, body);
    }

    /** Hands the answer, read whole, to the thread that waits for it. */
    private record Completing(CompletableFuture<Answer> future) implements Callback {
        @Override
        public void onFailure(Call call, IOException e) {
            future.completeExceptionally(e);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                future.complete(read(response));
            } catch (IOException e) {
                future.completeExceptionally(e);
            } finally {
                // Nobody may wait for ever, whatever became of the answer.
                future.completeExceptionally(new EOFException());
            }
        }
    }
}
