package id.espm.app.espm;

import static id.espm.app.espm.FakeEspm.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyByteArrivesInChunks() throws Exception {
        bench.submit();

        assertThat(bench.espm.received()).isEqualTo(bench.content);
        assertThat(bench.calls("PATCH"))
                .containsExactly(patch(0), patch(65_536), patch(131_072), patch(196_608), patch(262_144));
        assertThat(bench.heard.sent).last().isEqualTo((long) Bench.SIZE);
        assertThat(bench.pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 200, 1_500, 40_000, 66_500, 100_000, 250_000, 303_000})
    void anUploadThatWasCutAtAnyByteGoesOnFromTheServersOffset(long cut) throws Exception {
        try (CuttingLine line = new CuttingLine(bench.espm.server.getPort());
                EspmClient client = EspmClient.open(bench.settings(line.address(), b -> b))) {
            EspmSession session = client.login("operator", FakeEspm.PASSWORD.toCharArray());
            line.cutAfter(List.of(cut, 70_000L, 30L));

            bench.submit(session, TokenSource.none(), bench.heard);

            assertThat(line.cutsMade()).isBetween(1, 3);
        }
        assertThat(bench.espm.received()).isEqualTo(bench.content);
        assertThat(bench.espm.acceptances).isOne();
        assertThat(new HashSet<>(bench.heard.problems))
                .isSubsetOf(new EspmProblem.Unreachable("127.0.0.1", EspmProblem.Unreachable.Cause.CUT_OFF));
    }

    @Test
    void onALineThatBreaksOftenChunksBecomeSmaller() throws Exception {
        EspmSettings large = bench.settings(bench.espm.address(), b -> b.chunkSize(1 << 18));
        bench.espm.fail("PATCH", new MockResponse.Builder().code(502).build());
        try (EspmClient client = EspmClient.open(large)) {
            EspmSession session = client.login("operator", FakeEspm.PASSWORD.toCharArray());

            bench.submit(session, TokenSource.none(), bench.heard);
        }

        // The second small one was read while the first was on its way.
        assertThat(bench.calls("PATCH")).containsExactly(patch(0), patch(0), patch(1 << 17), patch(1 << 18));
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void bytesWhoseAnswerGotLostAreNotSentAgain() throws Exception {
        bench.espm.loseAnswer("PATCH");
        bench.espm.loseAnswer("PATCH");

        bench.submit();

        assertThat(new HashSet<>(bench.calls("PATCH"))).hasSameSizeAs(bench.calls("PATCH"));
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_535, 65_536, 100_001, 299_999, 300_000})
    void onlyWhatTheServerLacksIsSent(int there) throws Exception {
        bench.espm.alreadyHas(bench.content, there);

        bench.submit();

        assertThat(bench.espm.received()).isEqualTo(bench.content);
        assertThat(bench.calls("PATCH")).hasSize((Bench.SIZE - there + Bench.CHUNK - 1) / Bench.CHUNK);
    }

    @Test
    void localhostByNameAndByNumberAreTheSameServer() throws Exception {
        bench.espm.uploadBase = bench.espm.address().toString();
        URI named = URI.create("http://localhost:" + bench.espm.server.getPort());
        try (EspmClient client = EspmClient.open(bench.settings(named, b -> b))) {
            EspmSession session = client.login("operator", FakeEspm.PASSWORD.toCharArray());

            bench.submit(session, TokenSource.none(), bench.heard);
        }

        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void aServerThatClaimsMoreThanThereIsIsNotBelieved() {
        bench.espm.fail("HEAD", offsets("300001", "300000"));
        assertThat(failure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));

        bench.espm.fail("HEAD", offsets("0", "299999"));
        assertThat(failure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));

        bench.espm.fail("PATCH", offsets("65537", "300000"));
        assertThat(failure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));
        assertThat(bench.espm.received()).isEmpty();
    }

    @Test
    void aServerInMaintenanceIsNotAskedBeforeItsTime() throws Exception {
        bench.espm.fail("PATCH", retryAfter("7"));

        bench.submit();

        assertThat(bench.pauses)
                .hasSize(1)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMillis(7_500), Duration.ofSeconds(8)));
        assertThat(bench.heard.problems)
                .containsExactly(new EspmProblem.Maintenance(Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void retryAfterMayBeADate() throws Exception {
        ZonedDateTime date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100);
        bench.espm.fail("PATCH", retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(date)));

        bench.submit();

        assertThat(bench.pauses.getFirst()).isBetween(Duration.ofSeconds(80), Duration.ofSeconds(102));
    }

    @Test
    void aRetryAfterBeyondOurPatienceEndsTheAttempt() {
        bench.espm.fail("PATCH", retryAfter("301"));

        assertThatThrownBy(bench::submit)
                .isInstanceOf(EspmException.class)
                .extracting(e -> ((EspmException) e).problem())
                .isEqualTo(new EspmProblem.Maintenance(Optional.of(Duration.ofSeconds(301))));
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void pausesDoubleWithJitterUntilItIsGivenUp() {
        for (int i = 0; i < Bench.ATTEMPTS; i++) {
            bench.espm.fail("PATCH", problem(500, "internal-error"));
        }

        assertThat(failure()).isEqualTo(new EspmProblem.ServerFault(500, Optional.empty()));
        assertThat(bench.pauses).hasSize(Bench.ATTEMPTS - 1);
        assertThat(bench.pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
        assertThat(bench.pauses.get(1)).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(2_000));
        assertThat(bench.pauses.get(2)).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(3_000));
    }

    @Test
    void triesAreCountedAnewWheneverBytesArrived() throws Exception {
        for (long offset = 0; offset < Bench.SIZE; offset += Bench.CHUNK) {
            for (int i = 1; i < Bench.ATTEMPTS; i++) {
                bench.espm.fail(
                        patch(offset), new MockResponse.Builder().code(502).build());
            }
        }

        bench.submit();

        assertThat(bench.espm.received()).isEqualTo(bench.content);
        assertThat(bench.pauses).hasSize(5 * (Bench.ATTEMPTS - 1));
    }

    @Test
    void aDamagedChunkIsSentAgain() throws Exception {
        bench.espm.fail("PATCH", problem(460, "checksum-mismatch", Map.of("offset", 0)));

        bench.submit();

        assertThat(bench.calls("PATCH").subList(0, 2)).containsExactly(patch(0), patch(0));
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void aLineThatDamagesEveryChunkIsGivenUp() {
        for (int i = 0; i < Bench.ATTEMPTS; i++) {
            bench.espm.fail("PATCH", problem(460, "checksum-mismatch", Map.of("offset", 0)));
        }

        assertThat(failure()).isEqualTo(new EspmProblem.ChecksumMismatch(0));
    }

    @Test
    void anEndedSessionAsksForANewLogin() throws Exception {
        bench.espm.fail("HEAD", headProblem(401, "session-expired"));

        assertThat(failure()).isEqualTo(new EspmProblem.SessionExpired());

        bench.submit();
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void anExpiredUploadIsOpenedAnew() throws Exception {
        bench.espm.fail("HEAD", headProblem(410, "upload-expired"));

        bench.submit();

        assertThat(bench.calls("POST submissions")).hasSize(2);
        assertThat(bench.espm.received()).isEqualTo(bench.content);
    }

    @Test
    void aRedirectIsRefused() {
        bench.espm.fail(
                "PATCH",
                new MockResponse.Builder()
                        .code(307)
                        .addHeader("Location", "http://elsewhere.example/api/v1/uploads/x?key=secret")
                        .build());

        assertThat(failure()).isEqualTo(new EspmProblem.RedirectRefused("http://elsewhere.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "https://127.0.0.1", "http://127.0.0.1:1"})
    void bytesNeverGoToAnotherServer(String elsewhere) {
        bench.espm.uploadBase = elsewhere;

        assertThat(failure()).isEqualTo(new EspmProblem.RedirectRefused(elsewhere));
        assertThat(bench.calls("HEAD")).isEmpty();
    }

    @Test
    void aBundleThatChangesIsNoticedBeforeAChangedByteLeaves() throws Exception {
        SubmissionListener meddler = new SubmissionListener() {
            @Override
            public void sent(long sent, long total) {
                if (sent == 2L * Bench.CHUNK) {
                    overwrite(200_000);
                }
            }
        };

        assertThatThrownBy(() -> bench.submit(bench.session(), TokenSource.none(), meddler))
                .isInstanceOf(EspmException.class)
                .extracting(e -> ((EspmException) e).problem())
                .isEqualTo(new EspmProblem.BundleChanged(bench.bundle));
        byte[] received = bench.espm.received();
        assertThat(received).isEqualTo(Arrays.copyOf(bench.content, received.length));
    }

    @Test
    void aBundleThatChangesBehindTheUploadIsNotCompleted() throws Exception {
        SubmissionListener meddler = new SubmissionListener() {
            @Override
            public void sent(long sent, long total) {
                if (sent == total) {
                    overwrite(5);
                }
            }
        };

        assertThatThrownBy(() -> bench.submit(bench.session(), TokenSource.none(), meddler))
                .isInstanceOf(EspmException.class)
                .extracting(e -> ((EspmException) e).problem())
                .isEqualTo(new EspmProblem.BundleChanged(bench.bundle));
        assertThat(bench.calls("POST complete")).isEmpty();
    }

    @Test
    void anInterruptBreaksOffAtOnceAndLeavesAllResumable() throws Exception {
        bench.espm.loseAnswer("PATCH");
        bench.espm.fail(
                "PATCH",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        SubmissionListener impatient = new SubmissionListener() {
            @Override
            public void sent(long sent, long total) {
                if (sent > Bench.CHUNK) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        assertThatThrownBy(() -> bench.submit(bench.session(), TokenSource.none(), impatient))
                .isInstanceOf(InterruptedException.class);

        bench.submit();
        assertThat(bench.espm.received()).isEqualTo(bench.content);
        assertThat(bench.espm.acceptances).isOne();
    }

    private EspmProblem failure() {
        return catchThrowableOfType(EspmException.class, bench::submit).problem();
    }

    private void overwrite(long position) {
        try (var channel = FileChannel.open(bench.bundle, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {(byte) ~bench.content[(int) position]}), position);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String patch(long offset) {
        return "PATCH " + FakeEspm.ID + " " + offset;
    }

    private static MockResponse offsets(String offset, String length) {
        return new MockResponse.Builder()
                .addHeader("Upload-Offset", offset)
                .addHeader("Upload-Length", length)
                .build();
    }

    private static MockResponse retryAfter(String value) {
        return new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", value)
                .build();
    }

    private static MockResponse headProblem(int code, String type) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Problem-Type", "urn:espm:problem:" + type)
                .build();
    }
}
