package id.espm.app.espm;

import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A bundle, a fake eSPM and a client of it that pauses without sleeping. */
final class Bench implements AutoCloseable {
    static final int SIZE = 300_000;
    static final int CHUNK = 64 << 10;
    static final int ATTEMPTS = 4;

    final FakeEspm espm;
    final Path bundle;
    final byte[] content = new byte[SIZE];
    final List<Duration> pauses = new ArrayList<>();
    final Heard heard = new Heard();
    private final EspmClient client;

    Bench(Path folder) throws IOException, EspmException {
        new Random(7).nextBytes(content);
        bundle = Files.write(folder.resolve("SPM-527010-20261122-080102-00123A.asice"), content);
        espm = new FakeEspm().start();
        client = EspmClient.open(settings(espm.address(), b -> b));
    }

    EspmSettings settings(URI base, UnaryOperator<EspmSettings.Builder> change) {
        return change.apply(EspmSettings.builder(base)
                        .chunkSize(CHUNK)
                        .retries(new EspmSettings.Retries(
                                ATTEMPTS, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(5)))
                        .sleeper(pauses::add))
                .build();
    }

    EspmClient client() {
        return client;
    }

    EspmSession session() throws EspmException, InterruptedException {
        return client.login("operator527010", FakeEspm.PASSWORD.toCharArray());
    }

    SubmissionOutcome submit() throws EspmException, IOException, InterruptedException {
        return submit(request -> Optional.of(FakeEspm.TOKEN));
    }

    SubmissionOutcome submit(TokenSource tokens) throws EspmException, IOException, InterruptedException {
        return submit(session(), tokens, heard);
    }

    SubmissionOutcome submit(EspmSession session, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        return new Submitter(TestPki.anchors())
                .submit(session, HashedBundle.of(bundle), details(Jenis.SPM), tokens, listener)
                .keptBeside(bundle);
    }

    static SubmissionDetails details(Jenis jenis) {
        Submission.Content content = new Submission.Content(jenis, "527010", "082", 2026, List.of("00123A", "00124A"));
        return new SubmissionDetails(content, "1F2E3D4C5B6A");
    }

    Path receipt() {
        return bundle.resolveSibling(bundle.getFileName() + ".receipt.json");
    }

    Path receiptSignature() {
        return bundle.resolveSibling(bundle.getFileName() + ".receipt.json.p7s");
    }

    /** The calls of one kind that the server saw. */
    List<String> calls(String prefix) {
        return espm.calls.stream().filter(call -> call.startsWith(prefix)).toList();
    }

    @Override
    public void close() {
        client.close();
        espm.close();
    }

    /** What a listener heard. */
    static final class Heard implements SubmissionListener {
        final List<String> ids = new ArrayList<>();
        final List<Long> sent = new ArrayList<>();
        final List<EspmProblem> problems = new ArrayList<>();

        @Override
        public void announced(String id) {
            ids.add(id);
        }

        @Override
        public void sent(long bytes, long total) {
            sent.add(bytes);
        }

        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            problems.add(problem);
        }
    }
}
