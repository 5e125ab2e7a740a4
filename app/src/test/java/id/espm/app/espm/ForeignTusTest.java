package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.client.AnnouncedSubmission;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.signer.sign.SignedPackage;
import io.javalin.Javalin;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.desair.tus.server.TusFileUploadService;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both halves of the upload against strangers' halves of tus 1.0.0, so that ours do not merely agree with each other. */
@ExtendWith(Practice.Extension.class)
class ForeignTusTest {
    private static final String TUS = "1.0.0";
    private static final int OK = 200;
    private static final int LOCKED = 423;
    /** The foreign server keeps an upload locked until it has noticed that the client is gone. */
    private static final EspmSettings.Retries PATIENT =
            new EspmSettings.Retries(30, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    /** Against tus-java-server. */
    @Nested
    class OurClient {
        @Test
        void bringsEveryByteOverALineThatBreaks() throws Exception {
            TusFileUploadService tus = new TusFileUploadService()
                    .withUploadUri("/files")
                    .withStoragePath(folder.resolve("tus").toString());
            Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                // Not as a route, and with plain status codes: Javalin would make a 200 of this server's errors.
                config.jetty.modifyServletContextHandler(handler -> handler.addFilter(
                        (request, response, chain) ->
                                process(tus, (HttpServletRequest) request, (HttpServletResponse) response),
                        "/*",
                        EnumSet.of(DispatcherType.REQUEST)));
            });
            server.start("127.0.0.1", 0);
            try (Bench bench = new Bench(folder);
                    CuttingLine line = new CuttingLine(server.port());
                    EspmClient client = EspmClient.open(PracticeEspm.settings(bench.espm.address())
                            .retries(PATIENT)
                            .build())) {
                URI file = create(server.port(), Bench.SIZE);
                line.cutAfter(List.of(100_000L, 90_000L, 400L, 150_000L));

                client.login("operator527010", FakeEspm.PASSWORD.toCharArray())
                        .upload(
                                new AnnouncedSubmission(
                                        FakeEspm.ID, line.address().resolve(file.getPath()), true, Optional.empty()),
                                HashedBundle.of(bench.bundle),
                                bench.heard);

                assertThat(line.cutsMade()).isEqualTo(4);
                try (InputStream arrived = tus.getUploadedBytes(file.getPath())) {
                    assertThat(arrived.readAllBytes()).isEqualTo(bench.content);
                }
            } finally {
                server.stop();
            }
        }

        /**
         * An upload that is still locked the foreign server logs, and then leaves the answer as it was: 200, which is none
         * that tus has for a HEAD without an offset.
         */
        private static void process(TusFileUploadService tus, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            tus.process(request, new PlainErrors(response));
            boolean asksForOffset =
                    request.getMethod().equals("HEAD") || request.getMethod().equals("PATCH");
            if (asksForOffset && response.getHeader("Upload-Offset") == null && response.getStatus() == OK) {
                response.setStatus(LOCKED);
            }
        }

        /** Our contract has no creation: eSPM's submission does it. */
        private static URI create(int port, long size) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/files"))
                    .header("Tus-Resumable", TUS)
                    .header("Upload-Length", String.valueOf(size))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<Void> created = http.send(request, HttpResponse.BodyHandlers.discarding());
                assertThat(created.statusCode()).isEqualTo(201);
                return request.uri()
                        .resolve(created.headers().firstValue("Location").orElseThrow());
            }
        }
    }

    /** By tus-java-client. */
    @Nested
    class OurServer {
        @Test
        void takesEveryByteAndGoesOnAfterACut(Practice practice) throws Exception {
            SignedPackage signed = PracticeEspm.sign(practice.folder(), "SPM", folder);
            try (PracticeEspm espm = PracticeEspm.start(practice.folder(), folder.resolve("espm"));
                    CuttingLine line = new CuttingLine(espm.server.address().getPort());
                    EspmClient client = EspmClient.open(espm.settings().build())) {
                EspmSession session = PracticeEspm.login(client);
                AnnouncedSubmission submission =
                        session.createSubmission(HashedBundle.of(signed.bundle()), PracticeEspm.details(signed));
                TusClient foreign = new TusClient();
                foreign.setHeaders(Map.of("Authorization", "Bearer " + accessToken(espm)));
                TusUpload upload = new TusUpload(signed.bundle().toFile());
                URI address = line.address().resolve(submission.uploadUrl().getPath());
                line.cutAfter(List.of(60_000L, 1_000L));

                assertThat(new Resuming(foreign, upload, address).makeAttempts())
                        .isTrue();

                assertThat(line.cutsMade()).isEqualTo(2);
                assertThat(espm.submit(session, signed).id()).isEqualTo(submission.id());
                assertThat(espm.server.kppn().inbox())
                        .extracting(item -> item.sha256())
                        .containsExactly(
                                HashedBundle.of(signed.bundle()).sha256().hex());
            }
        }

        private static String accessToken(PracticeEspm espm) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(espm.server.address().resolve("/api/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"username\":\"operator\",\"password\":\"" + RealEspm.PASSWORD + "\"}"))
                    .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                String body =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                return body.replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
            }
        }
    }

    /** Answers with the status code alone. */
    private static final class PlainErrors extends HttpServletResponseWrapper {
        PlainErrors(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int code, String message) {
            setStatus(code);
        }

        @Override
        public void sendError(int code) {
            setStatus(code);
        }
    }

    /** As the foreign client's own documentation has it: what fails is resumed. */
    private static final class Resuming extends TusExecutor {
        private final TusClient client;
        private final TusUpload upload;
        private final URI address;

        Resuming(TusClient client, TusUpload upload, URI address) {
            this.client = client;
            this.upload = upload;
            this.address = address;
            setDelays(new int[] {10, 20, 40, (int) Duration.ofSeconds(1).toMillis()});
        }

        @Override
        protected void makeAttempt() throws ProtocolException, IOException {
            TusUploader uploader = client.beginOrResumeUploadFromURL(upload, address.toURL());
            uploader.setChunkSize(16 << 10);
            int sent = uploader.uploadChunk();
            while (sent >= 0) {
                sent = uploader.uploadChunk();
            }
            uploader.finish();
        }
    }
}
