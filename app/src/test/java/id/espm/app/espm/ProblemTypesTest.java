package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of {@code docs/api/espm.yaml} becomes a problem of its own, with what it tells. */
class ProblemTypesTest {
    private static final Path CONTRACT = Path.of("..", "docs", "api", "espm.yaml");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| \\d{3} \\|");
    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofSeconds(60));

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

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aTypeBecomesItsProblem(String type, int status, EspmProblem expected, boolean passesByItself)
            throws Exception {
        var session = bench.session();
        bench.espm.fail("GET", FakeEspm.problem(status, type, members()));

        EspmException e = catchThrowableOfType(EspmException.class, () -> session.status(FakeEspm.ID));

        assertThat(e.problem()).isEqualTo(expected);
        assertThat(e.problem().passesByItself()).isEqualTo(passesByItself);
        assertThat(e.serverDetail()).isEqualTo("Keterangan dari eSPM.");
    }

    @Test
    void theContractHasNoTypeThatIsNotTriedHere() throws IOException {
        Set<String> inContract = new TreeSet<>();
        Matcher rows = ROW.matcher(Files.readString(CONTRACT));
        while (rows.find()) {
            inContract.add(rows.group(1));
        }

        assertThat(types().map(a -> (String) a.get()[0]).filter(type -> !type.startsWith("new-")))
                .containsExactlyInAnyOrderElementsOf(inContract);
        assertThat(inContract).hasSizeGreaterThan(20);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type("session-expired", 401, new EspmProblem.SessionExpired(), false),
                type("bad-credentials", 401, new EspmProblem.BadCredentials(), false),
                type("password-must-change", 403, new EspmProblem.PasswordMustChange(), false),
                type("not-appointed", 403, new EspmProblem.NotAppointed(), false),
                type("certificate-not-registered", 403, new EspmProblem.CertificateNotRegistered("1f2e"), false),
                type("certificate-revoked", 403, new EspmProblem.CertificateRevoked("1f2e", "a.pdf"), false),
                type("too-many-spm", 422, new EspmProblem.TooManySpm(5), false),
                type("daily-limit", 429, new EspmProblem.DailyLimit(5, 3, MINUTE), true),
                type("token-wrong", 403, new EspmProblem.TokenWrong(4), false),
                type("token-expired", 403, new EspmProblem.TokenExpired(), false),
                type("hash-mismatch", 422, new EspmProblem.HashMismatch("a.pdf", true), false),
                type(
                        "signature-invalid",
                        422,
                        new EspmProblem.SignatureInvalid("a.pdf", "TOTAL-FAILED", "HASH_FAILURE"),
                        false),
                type("duplicate-spm", 409, new EspmProblem.DuplicateSpm(List.of("00123A")), false),
                type("too-large", 413, new EspmProblem.TooLarge(5), false),
                type("maintenance", 503, new EspmProblem.Maintenance(MINUTE), true),
                type("invalid-request", 400, new EspmProblem.InvalidRequest("kppn"), false),
                type("not-found", 404, new EspmProblem.NotFound(FakeEspm.ID), false),
                type("method-not-allowed", 405, new EspmProblem.UnexpectedAnswer(405, "method-not-allowed"), false),
                type("idempotency-conflict", 409, new EspmProblem.IdempotencyConflict(), false),
                type("bundle-invalid", 422, new EspmProblem.BundleInvalid("a.pdf"), false),
                type("upload-incomplete", 409, new EspmProblem.UploadIncomplete(77), true),
                type("offset-conflict", 409, new EspmProblem.OffsetConflict(77), true),
                type("upload-busy", 423, new EspmProblem.UploadBusy(), true),
                type("upload-expired", 410, new EspmProblem.UploadExpired(), false),
                type("tus-version", 412, new EspmProblem.UnexpectedAnswer(412, "tus-version"), false),
                type(
                        "unsupported-media-type",
                        415,
                        new EspmProblem.UnexpectedAnswer(415, "unsupported-media-type"),
                        false),
                type("checksum-mismatch", 460, new EspmProblem.ChecksumMismatch(77), true),
                type("rate-limited", 429, new EspmProblem.RateLimited(MINUTE), true),
                type("internal-error", 500, new EspmProblem.ServerFault(500, MINUTE), true),
                type("new-kind-of-refusal", 422, new EspmProblem.UnexpectedAnswer(422, "new-kind-of-refusal"), false),
                type("new-kind-of-fault", 507, new EspmProblem.ServerFault(507, MINUTE), true));
    }

    private static Arguments type(String type, int status, EspmProblem expected, boolean passesByItself) {
        return Arguments.of(type, status, expected, passesByItself);
    }

    private static Map<String, Object> members() {
        return Map.ofEntries(
                Map.entry("field", "kppn"),
                Map.entry("document", "a.pdf"),
                Map.entry("serial", "1f2e"),
                Map.entry("limit", 5),
                Map.entry("remaining", 3),
                Map.entry("retryAfter", 60),
                Map.entry("triesLeft", 4),
                Map.entry("restart", true),
                Map.entry("offset", 77),
                Map.entry("nomor", List.of("00123A")),
                Map.entry("indication", "TOTAL-FAILED"),
                Map.entry("subIndication", "HASH_FAILURE"));
    }
}
