package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.PkiServer;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.espm.account.AccountKind;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** With a CA whose responders answer: revocation is asked for, not assumed. */
class RevokedCertificateTest {
    private final CertificateAuthority ca;
    private final TestOfficial ppspm;

    @TempDir
    Path dir;

    RevokedCertificateTest() throws Exception {
        ca = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
        ppspm = TestOfficial.issue(ca, "Siti Aminah", "PPSPM; satker 527010");
    }

    @Test
    void aGoodCertificateIsAcceptedARevokedOneNamedAndASilentResponderMeansLater() throws Exception {
        try (EspmServer server = EspmServer.start(config())) {
            TestClient operator = new TestClient(server.address()).login("operator");
            try (PkiServer pki = PkiServer.start(ca)) {
                assertThat(pki.ocsp().getPort()).isPositive();
                assertThat(TestClient.problem(send(operator, "00001A"))).isEqualTo("status 200");

                ca.revoke(ppspm.key().certificate(), RevocationReason.KEY_COMPROMISE);
                HttpResponse<String> revoked = send(operator, "00002A");

                assertThat(TestClient.problem(revoked)).isEqualTo("certificate-revoked");
                assertThat(TestClient.json(revoked).get("serial").asString())
                        .isEqualTo(ppspm.serial().toString(16));
            }
            HttpResponse<String> unknown = send(operator, "00003A");
            assertThat(TestClient.problem(unknown)).isEqualTo("maintenance");
            assertThat(unknown.headers().firstValueAsLong("Retry-After")).hasValue(60);
        }
    }

    private HttpResponse<String> send(TestClient client, String nomor) throws Exception {
        TestBundle bundle = TestBundle.spm(nomor, ppspm);
        byte[] bytes = bundle.bytes();
        JsonNode submission = client.announced(bundle, bytes);
        client.upload(submission.get("uploadUrl").asString(), bytes, bytes.length);
        String id = submission.get("id").asString();
        return client.complete(id, code(id));
    }

    private String code(String id) throws Exception {
        try (Stream<Path> mails = Files.list(dir.resolve("mailbox"))) {
            Path mail = mails.filter(f -> f.toString().endsWith(id + ".eml"))
                    .findFirst()
                    .orElseThrow();
            Matcher code = Pattern.compile("Kode keamanan: (\\d{6})").matcher(Files.readString(mail));
            assertThat(code.find()).isTrue();
            return code.group(1);
        }
    }

    private EspmServerConfig config() {
        IssuedKey receipts = ca.issue(
                CertificateProfile.signer(Subject.named("eSPM").build()).build());
        return EspmServerConfig.builder(
                        dir,
                        ca.anchors(),
                        List.of(
                                TestPeople.account(
                                        "operator",
                                        AccountKind.OPERATOR_SATKER,
                                        false,
                                        Set.of(),
                                        TestPeople.post("OPERATOR_SATKER", true)),
                                TestPeople.account(
                                        "ppspm",
                                        AccountKind.PEJABAT,
                                        false,
                                        Set.of(ppspm),
                                        TestPeople.post("PPSPM", true))),
                        new ReceiptKey(receipts.privateKey(), receipts.chain()))
                .build();
    }
}
