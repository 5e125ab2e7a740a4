package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.client.EspmSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
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
    void aSessionTellsHowLongItLastsButNotItsKey() throws Exception {
        EspmSession session = bench.session();

        assertThat(session.expiresAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(session.toString()).doesNotContain(FakeEspm.ACCESS).contains("127.0.0.1");
    }

    @Test
    void thePasswordIsOverwrittenWhetherItWasRightOrWrong() throws Exception {
        char[] right = FakeEspm.PASSWORD.toCharArray();
        char[] wrong = "rahasia2".toCharArray();

        bench.client().login("operator", right);
        EspmException e =
                catchThrowableOfType(EspmException.class, () -> bench.client().login("operator", wrong));

        assertThat(e.problem()).isEqualTo(new EspmProblem.BadCredentials());
        assertThat(e.toString()).doesNotContain("rahasia2");
        assertThat(right).containsOnly('\0');
        assertThat(wrong).containsOnly('\0');
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b\\c", "tab\tbaris\nbaru", "kata sandi é ü 密码", "\uD83D\uDD11 kunci", "\u0000\u007f/"})
    void everyPasswordArrivesAsItWasTyped(String password) {
        catchThrowableOfType(EspmException.class, () -> bench.client().login("nama \"é\"", password.toCharArray()));

        assertThat(bench.espm.bodies.getFirst().path("password").asString()).isEqualTo(password);
        assertThat(bench.espm.bodies.getFirst().path("username").asString()).isEqualTo("nama \"é\"");
    }

    @Test
    void aDefaultPasswordMustBeChangedFirst() {
        bench.espm.fail("POST session", FakeEspm.problem(403, "password-must-change"));

        assertThat(loginFailure()).isEqualTo(new EspmProblem.PasswordMustChange());
    }

    @Test
    void aLoginPageOfSomethingInBetweenIsNoAnswer() {
        bench.espm.fail(
                "POST session",
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("<html>Wi-Fi login</html>")
                        .build());

        assertThat(loginFailure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));
    }

    @Test
    void aKeyThatWouldBreakOutOfItsHeaderIsRefused() {
        Map<String, String> answer = Map.of("accessToken", "abc\r\nX-Evil: 1", "expiresAt", "2026-11-22T09:00:00Z");
        bench.espm.fail("POST session", FakeEspm.json(200, answer));

        assertThat(loginFailure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        bench.espm.fail("POST session", FakeEspm.json(200, Map.of("accessToken", "a".repeat(5 << 20))));

        assertThat(loginFailure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));
    }

    private EspmProblem loginFailure() {
        return catchThrowableOfType(EspmException.class, bench::session).problem();
    }
}
