package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.ReceivedPackage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KppnTest {
    @TempDir
    Path dir;

    private final byte[] adk = new byte[200_000];
    private TestEspm espm;
    private Kppn kppn;
    private String id;

    @BeforeEach
    void send() throws Exception {
        new Random(11).nextBytes(adk);
        espm = new TestEspm(dir.resolve("espm"));
        kppn = espm.server.kppn();
        TestBundle spm = new TestBundle("SPM", "527010", List.of("00123A"), TestPeople.PPSPM)
                .adk("00123A.zip", adk, List.of("00123A"))
                .lampiran("00123A-spm.pdf", TestPdf.create("SPM"), List.of("00123A"));
        assertThat(espm.send(espm.operator(), spm).statusCode()).isEqualTo(200);
        id = kppn.inbox().getFirst().id();
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void theAdkComesBackBitForBit() throws Exception {
        ReceivedPackage received = kppn.download(id, dir.resolve("kppn"));

        assertThat(received.adk().getFirst()).hasBinaryContent(adk);
        assertThat(received.folder()).isEqualTo(dir.resolve("kppn").resolve(id));
        try (Stream<Path> files = Files.list(dir.resolve("kppn"))) {
            assertThat(files).containsExactly(received.folder());
        }
    }

    @Test
    void onlyTheDownloadMakesItReceived() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> kppn.konversi(id));
        assertThatIllegalStateException().isThrownBy(() -> kppn.done(id));

        kppn.download(id, dir.resolve("kppn"));
        kppn.process(id, "Konversi");
        kppn.process(id, "SPAN");
        kppn.done(id);

        assertThatIllegalStateException().isThrownBy(() -> kppn.reject(id, "terlambat"));
        assertThat(espm.operator().get("/api/v1/submissions/" + id).body())
                .contains("\"tahap\":\"Konversi\"", "\"tahap\":\"SPAN\"", "\"status\":\"DONE\"");
    }

    @Test
    void anEarlierDownloadIsNeverOverwritten() throws Exception {
        kppn.download(id, dir.resolve("kppn"));

        assertThatThrownBy(() -> kppn.download(id, dir.resolve("kppn"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(kppn.download(id, dir.resolve("lain")).adk()).hasSize(1);
    }

    @Test
    void whatWasNeverSentCannotBeDownloaded() {
        assertThatThrownBy(() -> kppn.download("tidak-ada", dir)).isInstanceOf(NoSuchFileException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> kppn.reject(id, " "));
    }

    @Test
    void thePageListsWhatIsThere() throws Exception {
        URI page = espm.server.address().resolve("/kppn/inbox");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(response.body()).contains("Terkirim, belum diunduh KPPN", "00123A", id);
        }
        assertThat(kppn.inbox()).extracting(InboxItem::fileName).containsExactly("paket.asice");
    }
}
