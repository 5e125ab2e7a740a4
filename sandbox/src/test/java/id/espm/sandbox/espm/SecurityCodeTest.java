package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SecurityCodeTest {
    @TempDir
    Path dir;

    private TestEspm espm;
    private TestClient operator;
    private String id;

    @BeforeEach
    void upload() throws Exception {
        espm = new TestEspm(dir, limits -> limits.codeTries(3));
        operator = espm.operator();
        TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
        byte[] bytes = bundle.bytes();
        JsonNode submission = operator.announced(bundle, bytes);
        operator.upload(submission.get("uploadUrl").asString(), bytes, bytes.length);
        id = submission.get("id").asString();
        assertThat(submission.get("tokenSentTo").asString()).isEqualTo("op***@satker.go.id");
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void theMailIsAnRfc5322Message() throws Exception {
        String mail = espm.mails(id).getFirst();

        assertThat(mail)
                .contains("To: <operator@satker.go.id>\r\n", "Subject: [eSPM] Kode keamanan\r\n", "nomor 00123A")
                .containsPattern("Date: [A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} ")
                .contains("\r\n\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void aWrongCodeCountsDownAndThenANewOneIsNeeded() throws Exception {
        String wrong = espm.code(id).equals("000000") ? "000001" : "000000";
        for (int left = 2; left >= 0; left--) {
            HttpResponse<String> response = operator.complete(id, wrong);
            assertThat(TestClient.problem(response)).isEqualTo("token-wrong");
            assertThat(TestClient.json(response).get("triesLeft").asInt()).isEqualTo(left);
        }
        assertThat(TestClient.problem(operator.complete(id, espm.code(id)))).isEqualTo("token-expired");

        espm.clock.pass(Duration.ofMinutes(2));
        assertThat(mailAgain().statusCode()).isEqualTo(200);
        assertThat(operator.complete(id, espm.code(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingCodeCostsNoTry() throws Exception {
        assertThat(TestClient.json(operator.complete(id, "")).get("triesLeft").asInt())
                .isEqualTo(3);
        assertThat(operator.complete(id, espm.code(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeExpires() throws Exception {
        espm.clock.pass(Duration.ofMinutes(16));

        assertThat(TestClient.problem(operator.complete(id, espm.code(id)))).isEqualTo("token-expired");
    }

    @Test
    void aNewCodeReplacesTheOldOneButNotAtOnce() throws Exception {
        HttpResponse<String> tooSoon = mailAgain();
        assertThat(TestClient.problem(tooSoon)).isEqualTo("rate-limited");
        assertThat(tooSoon.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);

        String old = espm.code(id);
        espm.clock.pass(Duration.ofMinutes(2));
        String fresh = old;
        while (fresh.equals(old)) {
            espm.clock.pass(Duration.ofMinutes(2));
            assertThat(mailAgain().statusCode()).isEqualTo(200);
            fresh = espm.code(id);
        }
        assertThat(TestClient.problem(operator.complete(id, old))).isEqualTo("token-wrong");
        assertThat(operator.complete(id, fresh).statusCode()).isEqualTo(200);
        assertThat(TestClient.problem(mailAgain())).isEqualTo("invalid-request");
    }

    private HttpResponse<String> mailAgain() throws Exception {
        return operator.mailToken(id);
    }
}
