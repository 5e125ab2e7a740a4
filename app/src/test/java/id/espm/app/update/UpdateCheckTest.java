package id.espm.app.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.update.UpdateAnswer.Standing;
import id.espm.app.update.UpdateProblem.NotARelease;
import id.espm.app.update.UpdateProblem.Unreachable;
import id.espm.app.update.UpdateProblem.Unreachable.Obstacle;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.network.Proxies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {
    private static final ReleaseKey KEY = ReleaseKey.make();

    @RegisterExtension
    private static final ReleaseServer SERVER = ReleaseServer.start();

    @TempDir
    private Path folder;

    private UpdateCheck check(Optional<URI> address, Set<PublicKeyPin> keys, String now) {
        return new UpdateCheck(
                new ReleaseChannel(address, keys),
                Proxies.none(),
                folder.resolve("update.p7m"),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private UpdateCheck check(String now) {
        return check(Optional.of(SERVER.address()), Set.of(KEY.pin()), now);
    }

    private UpdateAnswer ask(String running) throws UpdateException, IOException, InterruptedException {
        return check(ReleaseText.NOW).ask(running);
    }

    private static UpdateProblem refusal(UpdateCheck check) {
        return catchThrowableOfType(UpdateException.class, () -> check.ask("0.1.0"))
                .problem();
    }

    private UpdateProblem refusal(byte[] served) {
        SERVER.serve(served);
        UpdateProblem problem = refusal(check(ReleaseText.NOW));
        assertThat(folder).as("nothing refused is kept").isEmptyDirectory();
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        "0.2.0, CURRENT",
        "0.2, CURRENT",
        "0.10.0, CURRENT",
        "0.3.0-SNAPSHOT, CURRENT",
        "0.1.0, NEWER",
        "0.1.9, NEWER",
        "0.2.0-SNAPSHOT, NEWER",
        "0.2.0-rc.1, NEWER",
        "0.1.0-SNAPSHOT, UNSUPPORTED",
        "0.0.9, UNSUPPORTED",
        "(development), UNKNOWN"
    })
    void theRunningVersionIsHeldAgainstTheNewestOne(String running, Standing expected) throws Exception {
        SERVER.serve(KEY.sign(ReleaseText.usual()));

        UpdateAnswer answer = ask(running);

        assertThat(answer.standing()).isEqualTo(expected);
        assertThat(answer.running()).isEqualTo(running);
        assertThat(answer.release().page()).isEqualTo(URI.create(ReleaseText.PAGE));
    }

    @Test
    void thePackagesOfTheOwnSystemAreShownAndAllWhereThereIsNone() throws Exception {
        SERVER.serve(KEY.sign(ReleaseText.usual()));
        PublishedRelease release = ask("0.1.0").release();

        assertThat(release.packagesFor("Windows 11"))
                .extracting(PublishedRelease.ReleasePackage::file)
                .containsExactly(ReleaseText.MSI);
        assertThat(release.packagesFor("Linux"))
                .extracting(PublishedRelease.ReleasePackage::file)
                .containsExactly(ReleaseText.DEB);
        assertThat(release.packagesFor("Mac OS X")).hasSize(2);
    }

    @Test
    void anOldProgramReadsWhatALaterOneWritesMore() throws Exception {
        SERVER.serve(KEY.sign(ReleaseText.with(root -> root.put("securityFix", true))));

        assertThat(ask("0.1.0").standing()).isEqualTo(Standing.NEWER);
    }

    @Test
    void theServerLearnsNothingButThatSomebodyAsked() throws Exception {
        SERVER.serve(KEY.sign(ReleaseText.usual()));
        SERVER.requests().clear();

        ask("0.1.0");

        ReleaseServer.Request request = SERVER.requests().getFirst();
        assertThat(SERVER.requests()).hasSize(1);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/espm-signer/rilis.p7m");
        assertThat(request.headers()).containsEntry("user-agent", "espm-signer");
        assertThat(request.headers().keySet())
                .isSubsetOf("host", "user-agent", "connection", "upgrade", "http2-settings", "content-length");
    }

    @Nested
    class NobodyIsAsked {
        @Test
        void withoutAKey() {
            SERVER.requests().clear();

            assertThat(refusal(check(Optional.of(SERVER.address()), Set.of(), ReleaseText.NOW)))
                    .isEqualTo(new UpdateProblem.KeyMissing());
            assertThat(SERVER.requests()).isEmpty();
        }

        @Test
        void asLongAsTheProgramBringsNeitherKeyNorAddress() {
            ReleaseChannel builtIn = ReleaseChannel.builtIn();

            assertThat(builtIn).isEqualTo(new ReleaseChannel(Optional.empty(), Set.of()));
            assertThat(builtIn.with(Optional.empty(), Set.of(KEY.pin())).obstacle())
                    .contains(new UpdateProblem.AddressMissing());
            assertThat(builtIn.with(Optional.of(SERVER.address()), Set.of(KEY.pin()))
                            .obstacle())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://rilis.example.go.id/rilis.p7m",
                    "http://127.0.0.1.example.go.id/rilis.p7m",
                    "https://budi:rahasia@rilis.example.go.id/rilis.p7m",
                    "https://rilis.example.go.id/rilis.p7m?satker=527010",
                    "https://rilis.example.go.id/rilis.p7m#x",
                    "file:///tmp/rilis.p7m",
                    "rilis.p7m"
                })
        void atAnAddressOnWhichSomebodyCouldListenOrThatSaysMore(String address) {
            URI unusable = URI.create(address);

            assertThat(refusal(check(Optional.of(unusable), Set.of(KEY.pin()), ReleaseText.NOW)))
                    .isEqualTo(new UpdateProblem.AddressUnusable(unusable));
        }
    }

    @Nested
    class RefusedByName {
        @Test
        void whatIsNotSigned() {
            assertThat(refusal("<html>Selamat datang di jaringan kantor</html>".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new UpdateProblem.NotSigned());
            assertThat(refusal(ReleaseText.usual().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new UpdateProblem.NotSigned());
        }

        @Test
        void whatWasChangedAfterItWasSigned() {
            byte[] signed = KEY.sign(ReleaseText.usual());
            String text = new String(signed, StandardCharsets.ISO_8859_1);
            byte[] changed = text.replace("a1a1a1", "a1a1a2").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(refusal(changed)).isEqualTo(new UpdateProblem.SignatureInvalid("HASH_FAILURE"));
        }

        @Test
        void whatIsCutOff() {
            byte[] signed = KEY.sign(ReleaseText.usual());

            assertThat(refusal(Arrays.copyOf(signed, signed.length - 1)))
                    .isInstanceOf(UpdateProblem.SignatureInvalid.class);
        }

        @Test
        void whatFollowsTheSignature() {
            byte[] signed = KEY.sign(ReleaseText.usual());

            assertThat(refusal(Arrays.copyOf(signed, signed.length + 1)))
                    .isEqualTo(new UpdateProblem.SignatureInvalid("NOT_WHOLE_FILE_COVERED"));
        }

        @Test
        void anotherKey() {
            ReleaseKey other = ReleaseKey.make();

            assertThat(refusal(other.sign(ReleaseText.usual())))
                    .isEqualTo(new UpdateProblem.KeyUnknown(other.pin().text()));
        }

        @Test
        void aSecondSigner() {
            assertThat(refusal(KEY.signWith(ReleaseKey.make(), ReleaseText.usual())))
                    .isEqualTo(new UpdateProblem.SignatureInvalid("2 signers"));
        }

        @Test
        void aWeakHash() {
            assertThat(refusal(KEY.signWeakly(ReleaseText.usual()))).isInstanceOf(UpdateProblem.SignatureInvalid.class);
        }

        @ParameterizedTest
        @CsvSource({
            "program, pajak",
            "version, latest",
            "released, kemarin",
            "minimumSupported, 0.3.0",
            "issued, 2026-11-30",
            "expires, 2026-11-29T00:00:00Z",
            "page, http://rilis.example.go.id/",
            "page, javascript:alert(1)",
            "page, https://a@rilis.example.go.id/"
        })
        void whatThisProgramDoesNotUnderstand(String key, String value) {
            assertThat(refusal(KEY.sign(ReleaseText.with(root -> root.put(key, value)))))
                    .isEqualTo(new NotARelease(key));
            assertThat(refusal(KEY.sign(ReleaseText.with(root -> root.remove(key)))))
                    .isEqualTo(new NotARelease(key));
        }

        @ParameterizedTest
        @CsvSource({"file, ../../etc/passwd", "file, -rf", "file, a b", "sha256, A1A1", "system, Linux 6"})
        void aPackageThatIsNone(String key, String value) {
            String text = ReleaseText.with(root -> root.putArray("packages")
                    .add(ReleaseText.onePackage("linux", "a.deb", "a1"))
                    .add(ReleaseText.onePackage("linux", "b.deb", "b2").put(key, value)));

            assertThat(refusal(KEY.sign(text))).isEqualTo(new NotARelease("packages[1]." + key));
        }

        @Test
        void aFormOfLaterDaysAndWhatIsNotJson() {
            assertThat(refusal(KEY.sign(ReleaseText.with(root -> root.put("format", 2)))))
                    .isEqualTo(new NotARelease("format"));
            assertThat(refusal(KEY.sign("{\"program\":\n!"))).isEqualTo(new NotARelease("2:1"));
            assertThat(refusal(KEY.sign("{\"program\":\"a\",\"program\":\"espm-signer\"}")))
                    .isInstanceOf(NotARelease.class);
            assertThat(refusal(KEY.sign("[]"))).isEqualTo(new NotARelease("program"));
            assertThat(refusal(KEY.sign("[".repeat(20_000)))).isInstanceOf(NotARelease.class);
        }

        @Test
        void whatHasExpiredOrIsNotSignedYet() {
            SERVER.serve(KEY.sign(ReleaseText.usual()));

            assertThat(refusal(check("2027-01-30T02:00:00Z")))
                    .isEqualTo(new UpdateProblem.Expired(Instant.parse("2027-01-30T02:00:00Z")));
            assertThat(refusal(check("2026-11-29T01:59:59Z")))
                    .isEqualTo(new UpdateProblem.NotYetIssued(Instant.parse("2026-11-30T02:00:00Z")));
        }

        @Test
        void anAnswerThatDoesNotEnd() {
            assertThat(refusal(new byte[UpdateCheck.MAX_BYTES + 1]))
                    .isEqualTo(new UpdateProblem.TooLarge("127.0.0.1", UpdateCheck.MAX_BYTES));
        }

        @Test
        void aWayElsewhereEvenToTheSameFile() {
            SERVER.refuse(302, Map.of("Location", SERVER.address().toString()));

            assertThat(refusal(check(ReleaseText.NOW))).isEqualTo(new UpdateProblem.Redirected("127.0.0.1", 302));
        }

        @Test
        void anErrorOfTheServer() {
            SERVER.refuse(404, Map.of());

            assertThat(refusal(check(ReleaseText.NOW))).isEqualTo(new UpdateProblem.RefusedByServer("127.0.0.1", 404));
        }
    }

    @Test
    void whereNobodyAnswersItIsSaid() throws Exception {
        URI gone;
        try (ReleaseServer closed = ReleaseServer.start()) {
            gone = closed.address();
        }

        assertThat(refusal(check(Optional.of(gone), Set.of(KEY.pin()), ReleaseText.NOW)))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        problem -> assertThat(problem.obstacle()).isEqualTo(Obstacle.NO_ANSWER));
    }

    @Test
    void theOfficesProxiesAreFollowedAndNoneIsGuessed() {
        ProxySelector unknown = new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                throw new UncheckedIOException(new IOException("no way to " + address.getHost()));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
        };
        UpdateCheck check = new UpdateCheck(
                new ReleaseChannel(Optional.of(URI.create("https://rilis.example/rilis.p7m")), Set.of(KEY.pin())),
                Proxies.chosenBy(unknown),
                folder.resolve("update.p7m"),
                Clock.systemUTC());

        assertThat(refusal(check))
                .isEqualTo(new Unreachable("rilis.example", Obstacle.PROXY_UNKNOWN, "no way to rilis.example"));
    }
}
