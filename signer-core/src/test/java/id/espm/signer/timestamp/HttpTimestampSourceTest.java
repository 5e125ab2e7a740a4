package id.espm.signer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.service.TimeStampAuthority;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Officials;
import id.espm.signer.Problem.TimestampUnavailable;
import id.espm.signer.Problem.TimestampUnavailable.Obstacle;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpTimestampSourceTest {
    private static final byte[] SHA256 = DigestAlgorithm.SHA256.newDigest().digest(new byte[] {1});
    /** A port on which nobody listens: discard, which no user's program may open. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/tsa");

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void anHonestAuthorityStampsEveryHash(DigestAlgorithm algorithm) throws Exception {
        byte[] imprint = algorithm.newDigest().digest(new byte[] {7});
        try (TsaStub tsa = TsaStub.honest();
                HttpTimestampSource source = source(tsa.address())) {
            byte[] token = source.stamp(algorithm, imprint);

            assertThat(source.expectedTokenSize()).isEqualTo(token.length);
            assertThat(token.length).isLessThan(TimestampSource.ASSUMED_TOKEN_SIZE);
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneFails() throws Exception {
        try (TsaStub broken = TsaStub.behaving((exchange, query) -> TsaStub.reply(exchange, 503, new byte[0]));
                TsaStub honest = TsaStub.honest();
                HttpTimestampSource source = source(NOBODY, broken.address(), honest.address())) {
            assertThat(source.stamp(DigestAlgorithm.SHA256, SHA256)).isNotEmpty();
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        assertThat(problem(NOBODY)).satisfies(p -> {
            assertThat(p.obstacle()).isEqualTo(Obstacle.UNREACHABLE);
            assertThat(p.tried()).containsExactly(NOBODY);
        });
    }

    @Test
    void anAnswerThatNeverEndsIsTooSlow() throws Exception {
        try (TsaStub tsa = TsaStub.stalling()) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.TOO_SLOW);
        }
    }

    @Test
    void garbageIsNoTimestamp() throws Exception {
        byte[] page = "<html>login</html>".getBytes(StandardCharsets.UTF_8);
        try (TsaStub tsa = TsaStub.answering(answer -> page)) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        try (TsaStub tsa = TsaStub.answering(answer -> new byte[1 << 20])) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    @Test
    void anotherNonceIsRefused() throws Exception {
        try (TsaStub tsa = TsaStub.asked(query -> {
            TimeStampRequest asked = new TimeStampRequest(query);
            return request(asked.getMessageImprintDigest(), asked.getNonce().add(BigInteger.ONE), true);
        })) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    @Test
    void anotherImprintIsRefused() throws Exception {
        try (TsaStub tsa =
                TsaStub.asked(query -> request(new byte[32], new TimeStampRequest(query).getNonce(), true))) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    @Test
    void aTokenWithoutItsCertificateIsRefused() throws Exception {
        try (TsaStub tsa = TsaStub.asked(query -> request(SHA256, new TimeStampRequest(query).getNonce(), false))) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    @Test
    void aChangedSignatureOrTimeIsRefused() throws Exception {
        for (int fromEnd : new int[] {20, 200}) {
            try (TsaStub tsa = TsaStub.answering(answer -> {
                answer[answer.length - fromEnd] ^= 1;
                return answer;
            })) {
                assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
            }
        }
        try (TsaStub tsa = TsaStub.answering(HttpTimestampSourceTest::withAnotherYear)) {
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.INVALID_ANSWER);
        }
    }

    /** Changes the first digits "20" after the imprint, which begin the GeneralizedTime of the token. */
    private static byte[] withAnotherYear(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int time = text.indexOf("20", text.indexOf(new String(SHA256, StandardCharsets.ISO_8859_1)) + SHA256.length);
        answer[time + 3] ^= 1;
        return answer;
    }

    @Test
    void aRejectionIsToldAsSuch() throws Exception {
        try (TsaStub tsa = TsaStub.honest()) {
            TimestampSettings settings = TimestampSettings.builder(List.of(tsa.address()))
                    .policy("2.999.77")
                    .build();
            try (HttpTimestampSource source = new HttpTimestampSource(settings, Optional.empty())) {
                TimestampUnavailable problem = problem(source);

                assertThat(problem.obstacle()).isEqualTo(Obstacle.REFUSED);
                assertThat(problem.detail()).startsWith("unacceptedPolicy: ");
            }
        }
    }

    @Test
    void theLoginIsSentAndItsRefusalTold() throws Exception {
        TimeStampAuthority authority = new TimeStampAuthority(Officials.ca());
        String expected = "Basic " + Base64.getEncoder().encodeToString("siti:kopi ☕".getBytes(StandardCharsets.UTF_8));
        try (TsaStub tsa = TsaStub.behaving((exchange, query) -> {
                    boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    TsaStub.reply(exchange, known ? 200 : 401, known ? authority.answer(query) : new byte[0]);
                });
                HttpTimestampSource right = source("kopi ☕", tsa.address());
                HttpTimestampSource wrong = source("teh", tsa.address())) {
            assertThat(right.stamp(DigestAlgorithm.SHA256, SHA256)).isNotEmpty();
            assertThat(problem(wrong).obstacle()).isEqualTo(Obstacle.LOGIN_REFUSED);
            assertThat(problem(tsa.address()).obstacle()).isEqualTo(Obstacle.LOGIN_REFUSED);
        }
    }

    @Test
    void anInterruptEndsTheWaitingAndIsKept() throws Exception {
        try (TsaStub tsa = TsaStub.stalling()) {
            Thread.currentThread().interrupt();
            TimestampUnavailable problem = problem(tsa.address());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(problem.obstacle()).isEqualTo(Obstacle.INTERRUPTED);
        }
    }

    @Test
    void anAddressThatHoldsAPasswordIsRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimestampSettings.of(List.of(URI.create("https://siti:rahasia@tsa.example/"))))
                .withMessageNotContaining("rahasia");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimestampSettings.of(List.of(URI.create("ftp://tsa.example/"))));
        assertThatIllegalArgumentException().isThrownBy(() -> TimestampSettings.of(List.of()));
    }

    private static byte[] request(byte[] imprint, BigInteger nonce, boolean certificate) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(certificate);
        return generator
                .generate(NISTObjectIdentifiers.id_sha256, imprint, nonce)
                .getEncoded();
    }

    private static TimestampUnavailable problem(URI address) {
        try (HttpTimestampSource source = source(address)) {
            return problem(source);
        }
    }

    private static TimestampUnavailable problem(HttpTimestampSource source) {
        return (TimestampUnavailable)
                catchThrowableOfType(SignerException.class, () -> source.stamp(DigestAlgorithm.SHA256, SHA256))
                        .problem();
    }

    private static HttpTimestampSource source(URI... addresses) {
        return new HttpTimestampSource(settings(addresses), Optional.empty());
    }

    private static HttpTimestampSource source(String password, URI... addresses) {
        try (Secret secret = Secret.copyOf(password.toCharArray())) {
            return new HttpTimestampSource(settings(addresses), Optional.of(new TsaLogin("siti", secret)));
        }
    }

    private static TimestampSettings settings(URI... addresses) {
        return TimestampSettings.builder(List.of(addresses))
                .timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2))
                .retries(RetryPlan.once())
                .build();
    }
}
