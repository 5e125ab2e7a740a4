package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.Subject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CompletionTest {
    private static final String ADK = "adk/00123A.zip.p7m";
    private static final String PDF = "lampiran/00123A-spm.pdf";

    @TempDir
    Path dir;

    private TestEspm espm;
    private TestClient operator;

    @BeforeEach
    void start() throws Exception {
        espm = new TestEspm(dir, limits -> limits.dailySpm(1));
        operator = espm.operator();
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Nested
    class Accepted {
        @Test
        void anLpjWithTwoOfficialsOnEveryDocument() throws Exception {
            TestBundle lpj = new TestBundle("LPJ", "527010", List.of(), TestPeople.BENDAHARA, TestPeople.PPK)
                    .adk("lpj.zip", new byte[] {1}, List.of())
                    .lampiran("lpj.pdf", TestPdf.create("LPJ"), List.of());

            HttpResponse<String> response = espm.send(espm.client().login("bendahara-op"), lpj);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }

        @Test
        void anRpdHarianThatIsDataAlone() throws Exception {
            TestBundle rpd = new TestBundle("RPD_HARIAN", "527010", List.of(), TestPeople.PPK)
                    .adk("rpd.zip", new byte[100_000], List.of());

            assertThat(espm.send(operator, rpd).statusCode()).isEqualTo(200);
        }

        @Test
        void anOfficialsOwnDocument() throws Exception {
            TestBundle spm = TestBundle.spm("00123A", TestPeople.PPSPM);

            assertThat(espm.send(espm.client().login("ppspm"), spm).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void anAttachmentThatASupplierSignedBefore() throws Exception {
            byte[] invoice = TestPdf.sign(TestPdf.create("Faktur"), TestPeople.STRANGER);
            TestBundle kontrak = new TestBundle("KONTRAK", "527010", List.of("K-1"), TestPeople.PPK)
                    .adk("k.zip", new byte[] {1}, List.of("K-1"))
                    .lampiran("faktur.pdf", invoice, List.of("K-1"));

            HttpResponse<String> response = espm.send(operator, kontrak);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    @Nested
    class Signatures {
        @ParameterizedTest
        @ValueSource(strings = {ADK, PDF, "META-INF/signature-paket-01.p7s"})
        void aFileChangedAfterTheSeal(String name) throws Exception {
            Map<String, byte[]> files = spm().sealed();
            // The signature value stands at the end of a CMS; a PDF takes a comment.
            byte[] spoilt = name.endsWith(".pdf")
                    ? (text(files.get(name)) + "%x").getBytes(StandardCharsets.ISO_8859_1)
                    : files.get(name).clone();
            spoilt[spoilt.length - 2] ^= 1;
            files.put(name, spoilt);

            assertThat(refusal(files)).isEqualTo("signature-invalid");
        }

        @Test
        void aContentsListChangedAfterItWasSigned() throws Exception {
            Map<String, byte[]> files = spm().sealed();
            files.put(
                    "paket.json",
                    text(files.get("paket.json"))
                            .replace("\"version\":1", "\"version\": 1")
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(refusal(files)).isEqualTo("signature-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {ADK, "META-INF/signature-paket-01.p7s", TestBundle.SEAL_SIGNATURE})
        void aSignatureValueThatIsWrongThoughSealed(String name) throws Exception {
            Consumer<Map<String, byte[]>> spoil = files -> files.get(name)[files.get(name).length - 2] ^= 1;
            TestBundle bundle = spm();
            Map<String, byte[]> files;
            if (name.equals(TestBundle.SEAL_SIGNATURE)) {
                files = bundle.sealed();
                spoil.accept(files);
            } else {
                files = bundle.beforeSeal(spoil).sealed();
            }

            HttpResponse<String> response = send(files);

            assertThat(TestClient.problem(response)).isEqualTo("signature-invalid");
            assertThat(TestClient.json(response).get("document").asString()).isEqualTo(name);
        }

        @Test
        void aPdfThatIsNotSigned() throws Exception {
            byte[] bare = TestPdf.create("tanpa tanda tangan");
            TestBundle bundle = spm().dokumen(1, "size", bare.length)
                    .dokumen(1, "sha256", TestBundle.hex(bare))
                    .beforeSeal(files -> files.put(PDF, bare));

            HttpResponse<String> response = espm.send(operator, bundle);

            assertThat(TestClient.problem(response)).isEqualTo("signature-invalid");
            assertThat(TestClient.json(response).get("document").asString()).isEqualTo(PDF);
        }

        @Test
        void aSealThatLeavesAFileOut() throws Exception {
            Map<String, byte[]> files = spm().sealed();
            Map<String, byte[]> covered = new LinkedHashMap<>(files);
            covered.keySet().removeAll(List.of("mimetype", TestBundle.SEAL_MANIFEST, TestBundle.SEAL_SIGNATURE, PDF));
            byte[] manifest = TestBundle.manifest(TestBundle.SEAL_SIGNATURE, covered);
            files.put(TestBundle.SEAL_MANIFEST, manifest);
            files.put(TestBundle.SEAL_SIGNATURE, TestCms.detached(manifest, TestPeople.PPSPM));

            assertThat(refusal(files)).isEqualTo("signature-invalid");
        }

        @Test
        void aDocumentThatAnotherOfficialSigned() throws Exception {
            TestBundle bundle = spm().beforeSeal(files -> files.put(
                    ADK, TestCms.enveloping("ADK 00123A".getBytes(StandardCharsets.UTF_8), List.of(TestPeople.PPK))));

            assertThat(TestClient.problem(espm.send(operator, bundle))).isEqualTo("not-appointed");
        }

        @Test
        void aDocumentThatOneOfTwoOfficialsDidNotSign() throws Exception {
            byte[] lpj = TestPdf.create("LPJ");
            TestBundle bundle = new TestBundle("LPJ", "527010", List.of(), TestPeople.BENDAHARA, TestPeople.PPK)
                    .adk("lpj.zip", new byte[] {1}, List.of())
                    .lampiran("lpj.pdf", lpj, List.of())
                    .beforeSeal(files -> files.put("lampiran/lpj.pdf", TestPdf.sign(lpj, TestPeople.BENDAHARA)));

            HttpResponse<String> response = espm.send(espm.client().login("bendahara-op"), bundle);

            assertThat(TestClient.problem(response)).isEqualTo("signature-invalid");
            assertThat(TestClient.json(response).get("document").asString()).isEqualTo("lampiran/lpj.pdf");
        }

        @Test
        void aCertificateOfAnotherCa() throws Exception {
            CertificateAuthority otherCa = CertificateAuthority.inMemory(Clock.systemUTC());
            TestOfficial impostor = new TestOfficial(
                    otherCa.issue(CertificateProfile.signer(
                                    Subject.named("Siti Aminah").build())
                            .serial(TestPeople.PPSPM.serial())
                            .build()),
                    "PPSPM; satker 527010");

            assertThat(TestClient.problem(espm.send(operator, TestBundle.spm("00123A", impostor))))
                    .isEqualTo("signature-invalid");
        }
    }

    @Nested
    class Signers {
        @Test
        void aCertificateThatNobodyRegistered() throws Exception {
            TestBundle bundle = TestBundle.spm("00123A", TestPeople.STRANGER);
            byte[] bytes = bundle.bytes();
            bundle.officials.set(0, TestPeople.PPSPM);

            HttpResponse<String> response = espm.send(operator, bundle, bytes);

            assertThat(TestClient.problem(response)).isEqualTo("certificate-not-registered");
            assertThat(TestClient.json(response).get("serial").asString())
                    .isEqualTo(TestPeople.STRANGER.serial().toString(16));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PPK; satker 527010", "PPSPM; satker 999999", "KPA; satker 527010"})
        void aRoleThatTheOfficialDoesNotHold(String role) throws Exception {
            assertThat(TestClient.problem(espm.send(operator, TestBundle.spm("00123A", TestPeople.PPSPM.as(role)))))
                    .isEqualTo("not-appointed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "PPSPM"})
        void noRoleOrHalfOfOne(String role) throws Exception {
            assertThat(TestClient.problem(espm.send(operator, TestBundle.spm("00123A", TestPeople.PPSPM.as(role)))))
                    .isEqualTo("signature-invalid");
        }

        @Test
        void anotherCertificateThanAnnounced() throws Exception {
            TestBundle lpj = new TestBundle("LPJ", "527010", List.of(), TestPeople.BENDAHARA)
                    .adk("lpj.zip", new byte[] {1}, List.of())
                    .lampiran("lpj.pdf", TestPdf.create("LPJ"), List.of());
            byte[] bytes = lpj.bytes();
            lpj.officials.set(0, TestPeople.PPK);

            assertThat(TestClient.problem(espm.send(espm.client().login("bendahara-op"), lpj, bytes)))
                    .isEqualTo("bundle-invalid");
        }
    }

    @Nested
    class Numbers {
        @Test
        void oneThatWasAcceptedBefore() throws Exception {
            try (TestEspm roomy = new TestEspm(dir.resolve("roomy"))) {
                TestClient client = roomy.operator();
                TestBundle late = spm();
                byte[] lateBytes = late.bytes();
                JsonNode waiting = client.announced(late, lateBytes);
                client.upload(waiting.get("uploadUrl").asString(), lateBytes, lateBytes.length);
                assertThat(roomy.send(client, spm()).statusCode()).isEqualTo(200);

                String id = waiting.get("id").asString();
                HttpResponse<String> atCompletion = client.complete(id, roomy.code(id));
                TestBundle again = spm();
                HttpResponse<String> atAnnouncement = client.announce(TestClient.declaration(again, again.bytes()));

                assertThat(TestClient.problem(atCompletion)).isEqualTo("duplicate-spm");
                assertThat(TestClient.json(atCompletion).get("nomor")).hasToString("[\"00123A\"]");
                assertThat(TestClient.problem(atAnnouncement)).isEqualTo("duplicate-spm");
            }
        }

        @Test
        void oneMoreThanKppnTakesToday() throws Exception {
            TestBundle second = TestBundle.spm("00124A", TestPeople.PPSPM);
            byte[] bytes = second.bytes();
            JsonNode waiting = operator.announced(second, bytes);
            operator.upload(waiting.get("uploadUrl").asString(), bytes, bytes.length);
            assertThat(espm.send(operator, spm()).statusCode()).isEqualTo(200);
            String id = waiting.get("id").asString();

            assertThat(TestClient.problem(operator.complete(id, espm.code(id)))).isEqualTo("daily-limit");

            espm.clock.pass(Duration.ofDays(1));
            operator = espm.operator();
            operator.mailToken(id);
            assertThat(operator.complete(id, espm.code(id)).statusCode()).isEqualTo(200);
        }
    }

    private static TestBundle spm() {
        return TestBundle.spm("00123A", TestPeople.PPSPM);
    }

    private String refusal(Map<String, byte[]> files) throws Exception {
        return TestClient.problem(send(files));
    }

    private HttpResponse<String> send(Map<String, byte[]> files) throws Exception {
        return espm.send(operator, spm(), TestBundle.zip(new ArrayList<>(files.entrySet())));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
