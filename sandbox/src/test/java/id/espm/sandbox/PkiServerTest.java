package id.espm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.judge.ForeignTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkiServerTest {
    private static CertificateAuthority ca;
    private static PkiServer server;
    private static IssuedKey good;
    private static IssuedKey revoked;

    @TempDir
    Path dir;

    @BeforeAll
    static void start() throws IOException {
        ca = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
        server = PkiServer.start(ca);
        good = ca.issue(CertificateProfile.signer(Subject.named("Baik").build()).build());
        revoked = ca.issue(
                CertificateProfile.signer(Subject.named("Dicabut").build()).build());
        ca.revoke(revoked.certificate(), RevocationReason.KEY_COMPROMISE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void writeCertificates() throws IOException {
        PemFiles.write(dir.resolve("root.pem"), ca.root().certificate());
        PemFiles.write(dir.resolve("intermediate.pem"), ca.intermediate().certificate());
        PemFiles.write(dir.resolve("good.pem"), good.certificate());
        PemFiles.write(dir.resolve("revoked.pem"), revoked.certificate());
        Files.writeString(
                dir.resolve("chain.pem"),
                Files.readString(dir.resolve("root.pem")) + Files.readString(dir.resolve("intermediate.pem")));
    }

    @Nested
    class Ocsp {
        @Test
        void opensslFindsAnIssuedCertificateGood() throws IOException, InterruptedException {
            ForeignTool.Result result = ask("intermediate.pem", "good.pem", server.ocsp());

            assertThat(result.exit()).isZero();
            assertThat(result.output())
                    .contains("Response verify OK", "good.pem: good")
                    .doesNotContain("WARNING");
        }

        @Test
        void opensslLearnsWhenAndWhyACertificateWasRevoked() throws IOException, InterruptedException {
            ForeignTool.Result result = ask("intermediate.pem", "revoked.pem", server.ocsp());

            assertThat(result.output())
                    .contains("Response verify OK", "revoked.pem: revoked", "Reason: keyCompromise", "Revocation Time");
        }

        @Test
        void rootsResponderAnswersForTheIntermediate() throws IOException, InterruptedException {
            ForeignTool.Result result = ask("root.pem", "intermediate.pem", server.ocsp());

            assertThat(result.output()).contains("Response verify OK", "intermediate.pem: good");
        }

        @Test
        void serialThatWasNeverGivenIsUnknown() throws IOException, InterruptedException {
            ForeignTool.Result result = ForeignJudge.require("openssl")
                    .run(
                            dir,
                            "ocsp",
                            "-issuer",
                            "intermediate.pem",
                            "-serial",
                            "0x1234",
                            "-url",
                            server.ocsp().toString(),
                            "-CAfile",
                            "chain.pem");

            assertThat(result.output()).contains("Response verify OK", "0x1234: unknown");
        }

        @Test
        void certificateOfAnotherAuthorityIsNotOurs() throws IOException, InterruptedException {
            CertificateAuthority other = CertificateAuthority.inMemory(Clock.systemUTC());
            PemFiles.write(dir.resolve("other.pem"), other.root().certificate());

            assertThat(ask("other.pem", "good.pem", server.ocsp()).output()).contains("Responder Error: unauthorized");
        }

        @Test
        void requestInTheAddressIsAnsweredWhateverItsBase64Holds() throws IOException, InterruptedException {
            for (int i = 0; i < 12; i++) {
                byte[] request = request();
                String base64 = Base64.getEncoder().encodeToString(request);
                String escaped = URLEncoder.encode(base64, StandardCharsets.US_ASCII);

                for (String path : new String[] {base64, escaped}) {
                    HttpResponse<byte[]> response = get(URI.create(server.ocsp() + "/" + path));

                    assertThat(response.statusCode()).as(path).isEqualTo(200);
                    assertThat(response.headers().firstValue("Content-Type")).contains("application/ocsp-response");
                    assertThat(status(response)).as(path).isEqualTo(OCSPResponseStatus.SUCCESSFUL);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "not a request", "0\0", "0\u0003\u0002\u0001\u0001"})
        void nonsenseIsAMalformedRequest(String nonsense) throws IOException, InterruptedException {
            HttpResponse<byte[]> response = post(server.ocsp(), nonsense.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(status(response)).isEqualTo(OCSPResponseStatus.MALFORMED_REQUEST);
        }

        private int status(HttpResponse<byte[]> response) {
            return OCSPResponse.getInstance(response.body()).getResponseStatus().getIntValue();
        }

        /** Each has another nonce, so another base64. */
        private byte[] request() throws IOException, InterruptedException {
            ForeignJudge.require("openssl")
                    .run(
                            dir,
                            "ocsp",
                            "-issuer",
                            "intermediate.pem",
                            "-cert",
                            "good.pem",
                            "-nonce",
                            "-reqout",
                            "request.der");
            return Files.readAllBytes(dir.resolve("request.der"));
        }

        private ForeignTool.Result ask(String issuer, String certificate, URI address)
                throws IOException, InterruptedException {
            return ForeignJudge.require("openssl")
                    .run(
                            dir,
                            "ocsp",
                            "-issuer",
                            issuer,
                            "-cert",
                            certificate,
                            "-nonce",
                            "-url",
                            address.toString(),
                            "-CAfile",
                            "chain.pem");
        }
    }

    @Nested
    class Crl {
        @Test
        void opensslVerifiesTheListsOfBothAuthorities() throws IOException, InterruptedException {
            for (Issuer issuer : Issuer.values()) {
                HttpResponse<byte[]> response = get(ca.addresses().orElseThrow().crl(issuer));
                assertThat(response.headers().firstValue("Content-Type")).contains("application/pkix-crl");
                Files.write(dir.resolve("list.crl"), response.body());

                ForeignTool.Result result = ForeignJudge.require("openssl")
                        .run(
                                dir,
                                "crl",
                                "-inform",
                                "DER",
                                "-in",
                                "list.crl",
                                "-verify",
                                "-CAfile",
                                issuer.fileName() + ".pem",
                                "-noout",
                                "-text");

                assertThat(result.exit()).isZero();
                assertThat(result.output()).contains("verify OK", "X509v3 CRL Number");
            }
        }

        @Test
        void opensslRefusesTheRevokedCertificateOnly() throws IOException, InterruptedException {
            Files.write(dir.resolve("list.crl"), get(server.crl()).body());
            ForeignTool openssl = ForeignJudge.require("openssl");

            assertThat(verify(openssl, "good.pem").output()).isEqualTo("good.pem: OK\n");
            assertThat(verify(openssl, "revoked.pem").output()).contains("certificate revoked");
        }

        private ForeignTool.Result verify(ForeignTool openssl, String certificate)
                throws IOException, InterruptedException {
            return openssl.run(
                    dir, "verify", "-crl_check", "-CRLfile", "list.crl", "-CAfile", "chain.pem", certificate);
        }
    }

    @Test
    void issuersCertificatesAreServedAsTheyAre() throws Exception {
        for (Issuer issuer : Issuer.values()) {
            HttpResponse<byte[]> response = get(ca.addresses().orElseThrow().caIssuers(issuer));

            assertThat(response.headers().firstValue("Content-Type")).contains("application/pkix-cert");
            assertThat(response.body())
                    .isEqualTo(ca.authority(issuer).certificate().getEncoded());
        }
    }

    @Nested
    class Tsa {
        @ParameterizedTest
        @ValueSource(strings = {"-sha256", "-sha384", "-sha512"})
        void opensslVerifiesTheStamp(String imprint) throws IOException, InterruptedException {
            ForeignTool openssl = ForeignJudge.require("openssl");
            Files.write(
                    dir.resolve("answer.tsr"), stamp(openssl, imprint, "-cert").body());

            ForeignTool.Result verified = openssl.run(
                    dir, "ts", "-verify", "-queryfile", "request.tsq", "-in", "answer.tsr", "-CAfile", "chain.pem");
            ForeignTool.Result text = openssl.run(dir, "ts", "-reply", "-in", "answer.tsr", "-text");

            assertThat(verified.exit()).isZero();
            assertThat(verified.output()).contains("Verification: OK");
            assertThat(text.output())
                    .contains(
                            "Status: Granted.",
                            "Policy OID: 2.999.10.1",
                            "Accuracy: 0x01 seconds",
                            "Nonce: 0x",
                            "Timestamp Authority LATIHAN");
        }

        @Test
        void certificateIsLeftOutWhereNotAskedFor() throws IOException, InterruptedException {
            ForeignTool openssl = ForeignJudge.require("openssl");

            int with = stamp(openssl, "-sha256", "-cert").body().length;
            int without = stamp(openssl, "-sha256").body().length;

            assertThat(without).isLessThan(with - 1_000);
        }

        @Test
        void otherHashesAndPoliciesAreRejectedWithTheReason() throws IOException, InterruptedException {
            ForeignTool openssl = ForeignJudge.require("openssl");

            assertThat(reason(openssl, stamp(openssl, "-sha1")))
                    .contains("Status: Rejected.", "unrecognized or unsupported algorithm");
            assertThat(reason(openssl, stamp(openssl, "-sha256", "-tspolicy", "1.2.3")))
                    .contains("Status: Rejected.", "requested TSA policy is not supported");
            assertThat(reason(openssl, post(server.tsa(), new byte[] {1, 2, 3})))
                    .contains("Status: Rejected.", "the data submitted has the wrong format");
        }

        @Test
        void protectedServerStampsForItsUserOnly() throws IOException, InterruptedException {
            CertificateAuthority closed = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
            ForeignTool openssl = ForeignJudge.require("openssl");
            openssl.run(dir, "ts", "-query", "-data", "good.pem", "-sha256", "-out", "request.tsq");
            byte[] request = Files.readAllBytes(dir.resolve("request.tsq"));
            TsaUser user = new TsaUser("satker", "rahasia".toCharArray());

            try (PkiServer tsa = PkiServer.start(closed, Optional.of(user))) {
                HttpResponse<byte[]> refused = post(tsa.tsa(), request);
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"TSA LATIHAN\"");
                assertThat(post(tsa.tsa(), request, "Authorization", basic("satker:salah"))
                                .statusCode())
                        .isEqualTo(401);
                assertThat(post(tsa.tsa(), request, "Authorization", "Basic ???")
                                .statusCode())
                        .isEqualTo(401);
                assertThat(reason(openssl, post(tsa.tsa(), request, "Authorization", basic("satker:rahasia"))))
                        .contains("Status: Granted.");
            }
            assertThat(user.toString()).doesNotContain("rahasia");
        }

        private String basic(String credentials) {
            return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        }

        private HttpResponse<byte[]> stamp(ForeignTool openssl, String... options)
                throws IOException, InterruptedException {
            String[] command = new String[6 + options.length];
            System.arraycopy(
                    new String[] {"ts", "-query", "-data", "good.pem", "-out", "request.tsq"}, 0, command, 0, 6);
            System.arraycopy(options, 0, command, 6, options.length);
            openssl.run(dir, command);
            HttpResponse<byte[]> response = post(server.tsa(), Files.readAllBytes(dir.resolve("request.tsq")));
            assertThat(response.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
            return response;
        }

        private String reason(ForeignTool openssl, HttpResponse<byte[]> response)
                throws IOException, InterruptedException {
            Files.write(dir.resolve("answer.tsr"), response.body());
            return openssl.run(dir, "ts", "-reply", "-in", "answer.tsr", "-text")
                    .output();
        }
    }

    @Test
    void busyPortIsNamedWithWhatToDo() throws IOException {
        CertificateAuthority late = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
        int port = late.addresses().orElseThrow().port();
        try (ServerSocket busy = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(PortInUseException.class)
                    .isThrownBy(() -> PkiServer.start(late))
                    .withMessageContaining("Port " + busy.getLocalPort())
                    .withMessageContaining("Close the program")
                    .satisfies(e -> assertThat(e.port()).isEqualTo(port));
        }
    }

    @Test
    void portIsFreeAgainAfterClosing() throws IOException {
        CertificateAuthority twice = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());

        PkiServer.start(twice).close();
        try (PkiServer again = PkiServer.start(twice)) {
            assertThat(again.ocsp()).isEqualTo(twice.addresses().orElseThrow().ocsp());
        }
    }

    @Test
    void authorityWithoutAddressesCannotBeServed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PkiServer.start(CertificateAuthority.inMemory(Clock.systemUTC())));
    }

    private static HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private static HttpResponse<byte[]> post(URI address, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
