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
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampRetryTest {
    private static final byte[] SHA256 = DigestAlgorithm.SHA256.newDigest().digest(new byte[] {1});
    private static final RetryPlan PLAN =
            new RetryPlan(4, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/tsa");

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 408})
    void whatMayPassIsAskedForAgain(int status) throws Exception {
        try (TsaStub tsa = failingTwice(status, Optional.empty())) {
            assertThat(stamp(PLAN, tsa.address())).isNotEmpty();
        }
        assertThat(asked).hasValue(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 301})
    void whatDoesNotPassIsAskedForOnce(int status) throws Exception {
        try (TsaStub tsa = failingTwice(status, Optional.empty())) {
            assertThat(problem(PLAN, tsa.address()).detail()).isEqualTo("HTTP " + status);
        }
        assertThat(asked).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void theAuthoritysWishToBeLeftAloneIsHonoured() throws Exception {
        try (TsaStub tsa = failingTwice(429, Optional.of("7"))) {
            stamp(PLAN, tsa.address());
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void whoWantsToBeLeftAloneForTooLongIsNotAskedAgain() throws Exception {
        try (TsaStub tsa = failingTwice(503, Optional.of("3600"))) {
            assertThat(problem(PLAN, tsa.address()).obstacle()).isEqualTo(Obstacle.REFUSED);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void allAddressesAreAskedOnceBeforeOneIsAskedTwice() throws Exception {
        try (TsaStub first = failingTwice(503, Optional.empty());
                TsaStub second = failingTwice(404, Optional.empty())) {
            assertThat(stamp(PLAN, NOBODY, first.address(), second.address())).isNotEmpty();
        }
        // 503 and 404 in the first round; then the second address is given up, and the first answers in the second.
        assertThat(asked).hasValue(3);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void afterTheLastRoundThereIsNoPause() {
        TimestampUnavailable problem = problem(PLAN, NOBODY);

        assertThat(problem.obstacle()).isEqualTo(Obstacle.UNREACHABLE);
        assertThat(problem.tried()).containsExactly(NOBODY);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void thePauseThatWouldTakeTooLongIsNotBegun() {
        problem(new RetryPlan(9, Duration.ofSeconds(4), Duration.ofSeconds(60), Duration.ofSeconds(6)), NOBODY);

        // Pauses do not pass here: only one that is as long as everything together ends it.
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(6)));
        assertThat(pauses.size()).isLessThan(8);
    }

    @Test
    void anInterruptDuringThePauseStopsAtOnce() {
        try (HttpTimestampSource source = source(
                PLAN,
                length -> {
                    throw new InterruptedException();
                },
                NOBODY)) {
            TimestampUnavailable problem = problem(source);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(problem.obstacle()).isEqualTo(Obstacle.INTERRUPTED);
        }
    }

    @Test
    void anAuthorityWithoutTimeMayHaveItLater() throws Exception {
        TimeStampAuthority authority = new TimeStampAuthority(Officials.ca());
        try (TsaStub tsa = TsaStub.behaving((exchange, query) -> TsaStub.reply(
                exchange,
                200,
                asked.incrementAndGet() == 1 ? rejection(PKIFailureInfo.timeNotAvailable) : authority.answer(query)))) {
            assertThat(stamp(PLAN, tsa.address())).isNotEmpty();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void theReasonsOfARejectionAreNamed() throws Exception {
        byte[] rejection = rejection(PKIFailureInfo.badAlg | PKIFailureInfo.unacceptedPolicy);
        try (TsaStub tsa = TsaStub.answering(answer -> rejection)) {
            TimestampUnavailable problem = problem(PLAN, tsa.address());

            assertThat(problem.obstacle()).isEqualTo(Obstacle.REFUSED);
            assertThat(problem.detail()).isEqualTo("badAlg: unacceptedPolicy");
        }
    }

    @Test
    void aPlanHasARoundAndNoNegativeTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPlan(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPlan(1, Duration.ofSeconds(-1), Duration.ZERO, Duration.ZERO));
    }

    private static byte[] rejection(int failures) throws IOException {
        PKIFailureInfo info = new PKIFailureInfo(failures);
        return new TimeStampResp(
                        PKIStatusInfo.getInstance(
                                new DERSequence(new ASN1Encodable[] {new ASN1Integer(PKIStatus.REJECTION), info})),
                        null)
                .getEncoded();
    }

    private TsaStub failingTwice(int status, Optional<String> retryAfter) throws IOException {
        TimeStampAuthority authority = new TimeStampAuthority(Officials.ca());
        return TsaStub.behaving((exchange, query) -> {
            if (asked.incrementAndGet() > 2) {
                TsaStub.reply(exchange, 200, authority.answer(query));
            } else {
                retryAfter.ifPresent(text -> exchange.getResponseHeaders().add("Retry-After", text));
                TsaStub.reply(exchange, status, new byte[0]);
            }
        });
    }

    private byte[] stamp(RetryPlan plan, URI... addresses) throws SignerException {
        try (HttpTimestampSource source = source(plan, pauses::add, addresses)) {
            return source.stamp(DigestAlgorithm.SHA256, SHA256);
        }
    }

    private TimestampUnavailable problem(RetryPlan plan, URI... addresses) {
        try (HttpTimestampSource source = source(plan, pauses::add, addresses)) {
            return problem(source);
        }
    }

    private static TimestampUnavailable problem(HttpTimestampSource source) {
        return (TimestampUnavailable)
                catchThrowableOfType(SignerException.class, () -> source.stamp(DigestAlgorithm.SHA256, SHA256))
                        .problem();
    }

    private static HttpTimestampSource source(RetryPlan plan, Retrying.Pause pause, URI... addresses) {
        TimestampSettings settings =
                TimestampSettings.builder(List.of(addresses)).retries(plan).build();
        return new HttpTimestampSource(settings, Optional.empty(), InstantSource.system(), pause);
    }
}
