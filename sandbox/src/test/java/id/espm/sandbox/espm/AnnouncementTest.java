package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path dir;

    private TestEspm espm;

    @BeforeEach
    void start() throws Exception {
        espm = new TestEspm(dir, limits -> limits.maxBundleBytes(1000).dailySpm(3));
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @ParameterizedTest
    @CsvSource({
        "operator, RPD_HARIAN, status 201",
        "operator, KONTRAK, status 201",
        "operator, LPJ, not-appointed",
        "bendahara-op, LPJ, status 201",
        "bendahara-op, KONTRAK, not-appointed",
        "kppn082, KONTRAK, not-appointed",
        "pindah, KONTRAK, not-appointed",
        "ppk, KONTRAK, status 201",
        "ppk, GAJI, not-appointed",
        "ppspm, KONTRAK, not-appointed",
    })
    void whoMaySendWhat(String username, String jenis, String expected) throws Exception {
        TestBundle bundle = new TestBundle(jenis, "527010", List.of("K-1"), TestPeople.PPK);

        assertThat(announce(username, TestClient.declaration(bundle, CONTENT))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"satker, 999999", "kppn, 999", "tahun, 2025"})
    void theSendersPostMustFit(String member, String value) throws Exception {
        Map<String, Object> declaration = spm("00123A");
        declaration.put(member, member.equals("tahun") ? Integer.valueOf(value) : value);

        assertThat(announce("operator", declaration)).isEqualTo("not-appointed");
    }

    @Test
    void theNamedOfficialMustBeOneWhoMaySign() throws Exception {
        Map<String, Object> declaration = spm("00123A");
        declaration.put("certificateSerial", TestPeople.PPK.serial().toString(16));

        assertThat(announce("operator", declaration)).isEqualTo("not-appointed");
    }

    @Test
    void anUnknownCertificateIsNamed() throws Exception {
        Map<String, Object> declaration = spm("00123A");
        declaration.put(
                "certificateSerial", TestPeople.STRANGER.serial().toString(16).toUpperCase(Locale.ROOT));

        HttpResponse<String> response = espm.operator().announce(declaration);

        assertThat(TestClient.problem(response)).isEqualTo("certificate-not-registered");
        assertThat(TestClient.json(response).get("serial").asString())
                .isEqualTo(TestPeople.STRANGER.serial().toString(16));
    }

    @Test
    void anOfficialSendsOnlyWhatTheySignedThemselves() throws Exception {
        TestBundle byAnother = new TestBundle("LPJ", "527010", List.of(), TestPeople.BENDAHARA);

        assertThat(announce("ppk", TestClient.declaration(byAnother, CONTENT))).isEqualTo("certificate-not-registered");
    }

    @Test
    void sixSpmAreTooManyAndFiveAreNot() throws Exception {
        HttpResponse<String> six = espm.operator().announce(spm("1", "2", "3", "4", "5", "6"));
        assertThat(TestClient.problem(six)).isEqualTo("too-many-spm");
        assertThat(TestClient.json(six).get("detail").asString()).contains("6: 1, 2, 3, 4, 5, 6");

        assertThat(announce("operator", spm("1", "2", "3"))).isEqualTo("status 201");
    }

    @Test
    void theDailyLimitSaysWhatIsLeftAndWhenToComeBack() throws Exception {
        HttpResponse<String> four = espm.operator().announce(spm("1", "2", "3", "4"));

        assertThat(TestClient.problem(four)).isEqualTo("daily-limit");
        assertThat(TestClient.json(four).get("remaining").asInt()).isEqualTo(3);
        assertThat(four.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 86_400L);
    }

    @Test
    void aBundleOverTheLimitIsTooLarge() throws Exception {
        Map<String, Object> declaration = spm("00123A");
        declaration.put("size", 1001);

        assertThat(announce("operator", declaration)).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "jenis, SURAT",
        "satker, 52701",
        "kppn, 82",
        "fileName, ../x.asice",
        "sha256, ABC",
        "certificateSerial, xyz",
        "jenis, ",
    })
    void aFieldThatIsNotTheContractsIsNamed(String field, String value) throws Exception {
        Map<String, Object> declaration = spm("00123A");
        declaration.put(field, value);
        String key = String.valueOf(declaration.get("sha256"));

        HttpResponse<String> response =
                espm.operator().post("/api/v1/submissions", declaration, "Idempotency-Key", key);

        assertThat(TestClient.problem(response)).isEqualTo("invalid-request");
        assertThat(TestClient.json(response).get("field").asString()).isEqualTo(field);
    }

    @Test
    void theKeyMustBeTheHash() throws Exception {
        TestClient operator = espm.operator();
        assertThat(TestClient.problem(operator.post("/api/v1/submissions", spm("00123A"))))
                .isEqualTo("invalid-request");
        assertThat(TestClient.problem(
                        operator.post("/api/v1/submissions", spm("00123A"), "Idempotency-Key", "f".repeat(64))))
                .isEqualTo("invalid-request");
    }

    @Test
    void theSameKeyGivesTheSameSubmissionAndNoSecondMail() throws Exception {
        TestClient operator = espm.operator();
        HttpResponse<String> first = operator.announce(spm("00123A"));
        HttpResponse<String> second = operator.announce(spm("00123A"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(espm.mails(TestClient.json(first).get("id").asString())).hasSize(1);
    }

    @Test
    void theSameKeyForSomethingElseIsAConflict() throws Exception {
        TestClient operator = espm.operator();
        operator.announce(spm("00123A"));

        assertThat(TestClient.problem(operator.announce(spm("00999Z")))).isEqualTo("idempotency-conflict");
    }

    @Test
    void oneKeyAtTheSameMomentStillMakesOneSubmission() throws Exception {
        TestClient operator = espm.operator();
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> operator.announce(spm("00123A")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<String> bodies = new ArrayList<>();
            int created = 0;
            for (Future<HttpResponse<String>> call : threads.invokeAll(calls)) {
                created += call.get().statusCode() == 201 ? 1 : 0;
                bodies.add(call.get().body());
            }
            assertThat(created).isOne();
            assertThat(bodies).containsOnly(bodies.getFirst());
        }
        String id = TestClient.json(operator.announce(spm("00123A"))).get("id").asString();
        assertThat(espm.mails(id)).hasSize(1);
    }

    @Test
    void someoneElsesSubmissionIsNotFound() throws Exception {
        String id = TestClient.json(espm.operator().announce(spm("00123A")))
                .get("id")
                .asString();
        TestClient other = espm.client().login("ppk");

        assertThat(TestClient.problem(other.get("/api/v1/submissions/" + id))).isEqualTo("not-found");
        assertThat(TestClient.problem(other.head(espm.server.address() + "/api/v1/uploads/" + id)))
                .isEqualTo("not-found");
        assertThat(TestClient.problem(espm.operator().get("/api/v1/submissions/" + id + "/receipt")))
                .isEqualTo("not-found");
    }

    private String announce(String username, Map<String, Object> declaration) throws Exception {
        return TestClient.problem(espm.client().login(username).announce(declaration));
    }

    private static Map<String, Object> spm(String... nomor) {
        return TestClient.declaration(new TestBundle("SPM", "527010", List.of(nomor), TestPeople.PPSPM), CONTENT);
    }
}
