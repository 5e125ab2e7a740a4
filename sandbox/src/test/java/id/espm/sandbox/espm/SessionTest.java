package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SessionTest {
    @TempDir
    Path dir;

    private TestEspm espm;

    @BeforeEach
    void start() throws Exception {
        espm = new TestEspm(dir);
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedAlike() throws Exception {
        HttpResponse<String> wrong = espm.client().postSession("operator", "salah");
        HttpResponse<String> unknown = espm.client().postSession("siapa", TestPeople.PASSWORD);

        assertThat(TestClient.problem(wrong)).isEqualTo("bad-credentials");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void aDefaultPasswordMustBeChangedFirst() throws Exception {
        assertThat(TestClient.problem(espm.client().postSession("baru", TestPeople.PASSWORD)))
                .isEqualTo("password-must-change");
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(TestClient.problem(espm.client().postSession("operator", "salah" + i)))
                    .isEqualTo("bad-credentials");
        }

        HttpResponse<String> slowed = espm.client().postSession("operator", TestPeople.PASSWORD);

        assertThat(TestClient.problem(slowed)).isEqualTo("rate-limited");
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        espm.clock.pass(Duration.ofMinutes(2));
        assertThat(espm.client().postSession("operator", TestPeople.PASSWORD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionEnds() throws Exception {
        TestClient operator = espm.operator();
        espm.clock.pass(Duration.ofHours(9));

        assertThat(TestClient.problem(operator.get("/api/v1/profile"))).isEqualTo("session-expired");
        assertThat(TestClient.problem(espm.client().get("/api/v1/profile"))).isEqualTo("session-expired");
    }

    @Test
    void theProfileShowsPostsCertificatesAndWhatKppnTakes() throws Exception {
        JsonNode profile = TestClient.json(espm.client().login("ppspm").get("/api/v1/profile"));

        assertThat(profile.get("nik").asString()).isEqualTo("7204**********01");
        assertThat(profile.get("serials").get(0).asString())
                .isEqualTo(TestPeople.PPSPM.serial().toString(16));
        assertThat(profile.get("appointments").get(0).get("jabatan").asString()).isEqualTo("PPSPM");
        assertThat(profile.get("kppn").get(0).get("opens").asString()).isEqualTo("08:00");
        assertThat(profile.get("kppn").get(0).get("remainingSpmToday").asInt()).isEqualTo(100);
    }

    @Test
    void maintenanceTellsWhenToComeBack() throws Exception {
        TestClient operator = espm.operator();
        espm.server.startMaintenance(Duration.ofMinutes(2));

        HttpResponse<String> closed = operator.get("/api/v1/profile");

        assertThat(TestClient.problem(closed)).isEqualTo("maintenance");
        assertThat(closed.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(100L, 120L);
        espm.server.endMaintenance();
        assertThat(operator.get("/api/v1/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotTheContractsIsRefusedByField() throws Exception {
        HttpResponse<String> unknown =
                espm.client().post("/api/v1/session", Map.of("username", "a", "password", "b", "admin", true));
        assertThat(TestClient.problem(unknown)).isEqualTo("invalid-request");
        assertThat(TestClient.json(unknown).get("field").asString()).isEqualTo("admin");
        assertThat(TestClient.problem(espm.client().post("/api/v1/session", Map.of("username", "a"))))
                .isEqualTo("invalid-request");
    }

    @Test
    void aHostNameFromElsewhereIsNotServed() throws Exception {
        assertThat(answer("/api/v1/profile")).startsWith("HTTP/1.1 400").contains("urn:espm:problem:invalid-request");
        assertThat(answer("/kppn/inbox"))
                .startsWith("HTTP/1.1 400")
                .contains("loopback")
                .doesNotContain("Terkirim");
    }

    private String answer(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", espm.server.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
