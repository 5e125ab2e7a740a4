package id.espm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.ca.service.OcspFault;
import id.espm.sandbox.judge.ForeignTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the services do wrong what they are told to, by OpenSSL's own client. */
class PkiFaultsTest {
    @TempDir
    static Path dir;

    private static PkiServer server;

    @BeforeAll
    static void start() throws IOException {
        CertificateAuthority ca = CertificateAuthority.inMemory(Clock.systemUTC(), PkiAddresses.onFreePort());
        server = PkiServer.start(ca);
        PemFiles.write(dir.resolve("root.pem"), ca.root().certificate());
        PemFiles.write(dir.resolve("issuer.pem"), ca.intermediate().certificate());
        PemFiles.write(
                dir.resolve("official.pem"),
                ca.issue(CertificateProfile.signer(Subject.named("Baik").build())
                                .build())
                        .certificate());
    }

    @AfterEach
    void end() {
        server.faults().end();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, Status times invalid",
        "FROM_THE_FUTURE, Status times invalid",
        "FORGED, Response Verify Failure",
        "FORGED_BY_UNDELEGATED, Response Verify Failure",
        "WRONG_NONCE, Nonce Verify error",
        "NO_NONCE, WARNING: no nonce in response",
        "OTHER_CERTIFICATE, No Status found",
        "TRY_LATER, trylater"
    })
    void opensslSeesTheFault(OcspFault fault, String words) throws IOException, InterruptedException {
        server.faults().answerOcsp(fault);

        assertThat(ask().output()).containsIgnoringCase(words);
    }

    @Test
    void allIsWellAgainAfterwards() throws IOException, InterruptedException {
        server.faults().answerOcsp(OcspFault.FORGED);
        server.faults().end();
        int before = server.requests();

        assertThat(ask().output()).contains("Response verify OK", "official.pem: good");
        assertThat(server.requests()).isEqualTo(before + 1);
    }

    private static ForeignTool.Result ask() throws IOException, InterruptedException {
        return ForeignJudge.require("openssl")
                .run(
                        dir,
                        "ocsp",
                        "-issuer",
                        "issuer.pem",
                        "-cert",
                        "official.pem",
                        "-CAfile",
                        "root.pem",
                        "-url",
                        server.ocsp().toString());
    }
}
