package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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

class BundleContentsTest {
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
    class Containers {
        @Test
        void otherBytesThanAnnouncedStartTheUploadAnew() throws Exception {
            TestBundle bundle = TestBundle.spm("00123A", TestPeople.PPSPM);
            byte[] bytes = bundle.bytes();
            JsonNode submission = operator.announced(bundle, bytes);
            String url = submission.get("uploadUrl").asString();
            String id = submission.get("id").asString();
            operator.upload(url, new byte[bytes.length], 1 << 16);

            HttpResponse<String> response = operator.complete(id, espm.code(id));

            assertThat(TestClient.problem(response)).isEqualTo("hash-mismatch");
            assertThat(TestClient.json(response).get("restart").asBoolean()).isTrue();
            assertThat(operator.head(url).headers().firstValueAsLong("Upload-Offset"))
                    .hasValue(0);
            operator.upload(url, bytes, 1 << 16);
            assertThat(operator.complete(id, espm.code(id)).statusCode()).isEqualTo(200);
        }

        @Test
        void whatIsNoZip() throws Exception {
            assertThat(TestClient.problem(espm.send(operator, spm(), "bukan zip".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo("bundle-invalid");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../x.pdf",
                    "/x.pdf",
                    "lampiran/a\\b.pdf",
                    "lampiran/../../x.pdf",
                    "C:x",
                    "lampiran/con.pdf",
                    "catatan.txt"
                })
        void entriesThatMustNotBeThere(String name) throws Exception {
            Map<String, byte[]> files = spm().sealed();
            files.put(name, new byte[] {1});

            assertThat(refusal(files)).isEqualTo("bundle-invalid");
        }

        @Test
        void namesThatDifferInCaseOnly() throws Exception {
            Map<String, byte[]> files = spm().sealed();
            files.put(PDF.replace("spm", "SPM"), files.get(PDF));

            assertThat(refusal(files)).isEqualTo("bundle-invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"paket.json", TestBundle.SEAL_MANIFEST, TestBundle.SEAL_SIGNATURE, "mimetype", ADK})
        void entriesThatAreMissing(String name) throws Exception {
            Map<String, byte[]> files = spm().sealed();
            files.remove(name);

            assertThat(refusal(files)).isEqualTo("bundle-invalid");
        }

        @Test
        void aLocalHeaderThatTellsAnotherName() throws Exception {
            byte[] bytes = spm().bytes();
            int header = text(bytes).indexOf(PDF + "%PDF-");
            assertThat(header)
                    .as("name and content of a stored entry stand side by side")
                    .isPositive();
            bytes[header + "lampiran/".length()] = 'X';

            assertThat(TestClient.problem(espm.send(operator, spm(), bytes))).isEqualTo("bundle-invalid");
        }

        @Test
        void aManifestWithADoctype() throws Exception {
            assertThat(refusal(changed(files -> files.compute(
                            TestBundle.PAKET_MANIFEST.formatted(1),
                            (name, xml) -> text(xml)
                                    .replace(
                                            "?><asic",
                                            "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><asic")
                                    .getBytes(StandardCharsets.UTF_8)))))
                    .isEqualTo("bundle-invalid");
        }
    }

    @Nested
    class ContentsLists {
        @Test
        void numbersOtherThanAnnounced() throws Exception {
            TestBundle bundle = spm().paket("nomor", List.of("00123A", "00124A"));
            byte[] bytes = bundle.bytes();
            bundle.paket("nomor", List.of("00123A"));

            assertThat(TestClient.problem(espm.send(operator, bundle, bytes))).isEqualTo("bundle-invalid");
        }

        @Test
        void anUnknownMember() throws Exception {
            assertThat(TestClient.problem(espm.send(operator, spm().paket("catatan", "x"))))
                    .isEqualTo("bundle-invalid");
        }

        @Test
        void aNumberThatOnlyADocumentBears() throws Exception {
            TestBundle sixth = spm().dokumen(0, "nomor", List.of("00123A", "00999Z"));

            assertThat(TestClient.problem(espm.send(operator, sixth))).isEqualTo("bundle-invalid");
        }

        @Test
        void anAdkThatIsNotTheListedOne() throws Exception {
            HttpResponse<String> response = espm.send(operator, spm().dokumen(0, "sha256", "0".repeat(64)));

            assertThat(TestClient.problem(response)).isEqualTo("hash-mismatch");
            assertThat(TestClient.json(response).get("document").asString()).isEqualTo(ADK);
            assertThat(TestClient.json(response).get("restart").asBoolean()).isFalse();
        }

        @Test
        void aPdfWhoseBeginningIsNotTheListedOne() throws Exception {
            assertThat(TestClient.problem(espm.send(operator, spm().dokumen(1, "size", 100))))
                    .isEqualTo("hash-mismatch");
        }

        @Test
        void anSpmWithoutAttachment() throws Exception {
            TestBundle bare = new TestBundle("SPM", "527010", List.of("00123A"), TestPeople.PPSPM)
                    .adk("00123A.zip", new byte[] {1}, List.of("00123A"));

            assertThat(TestClient.problem(espm.send(operator, bare))).isEqualTo("bundle-invalid");
        }

        @Test
        void aPdfThatIsNotListed() throws Exception {
            TestBundle surplus = spm().beforeSeal(files ->
                    files.put("lampiran/lain.pdf", TestPdf.sign(TestPdf.create("x"), TestPeople.PPSPM)));

            assertThat(TestClient.problem(espm.send(operator, surplus))).isEqualTo("bundle-invalid");
        }
    }

    private static TestBundle spm() {
        return TestBundle.spm("00123A", TestPeople.PPSPM);
    }

    private static Map<String, byte[]> changed(Consumer<Map<String, byte[]>> change) {
        return spm().beforeSeal(change).sealed();
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
