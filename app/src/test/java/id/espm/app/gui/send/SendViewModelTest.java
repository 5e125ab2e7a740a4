package id.espm.app.gui.send;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.RealEspm;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.bench.PlayedSender;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.SendState.Cancelled;
import id.espm.app.gui.send.SendState.CodeNeeded;
import id.espm.app.gui.send.SendState.Ended;
import id.espm.app.gui.send.SendState.Failed;
import id.espm.app.gui.send.SendState.LoggedOut;
import id.espm.app.gui.send.SendState.ProxyLoginNeeded;
import id.espm.app.gui.send.SendState.Sending;
import id.espm.app.gui.send.SendState.Waiting;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.outbox.RowState;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.sandbox.espm.EspmLimits;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class SendViewModelTest {
    private static final URI ADDRESS = URI.create("https://espm.example.go.id");

    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();
    private final SubmissionOutcome outcome =
            new SubmissionOutcome("01abc", SubmissionStatus.SENT, Path.of("r"), Path.of("s"), Instant.EPOCH);

    @TempDir
    private Path folder;

    private SignedPackage signed;

    SendViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    @BeforeEach
    void sign() throws Exception {
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        PracticeOfficial official = practice.official("PPSPM");
        try (Secret secret = Secret.copyOf(official.passphrase());
                SigningKey key = KeyFile.open(official.p12(), secret)) {
            signed = signer.sign(
                    signer.check(PackageFolder.read(
                            practice.packages().resolve("SPM"), PackageDetails.none(), PackageDetails.none())),
                    key,
                    new SigningOptions.Builder(folder, "Persetujuan", ZonedDateTime.now()).build(),
                    SigningListener.NONE);
        }
    }

    private SendViewModel model(PlayedSender.One one) {
        return model(new PlayedSender(one));
    }

    private SendViewModel model(BundleSender sender) {
        SendViewModel model = new SendViewModel(ui.background(), sender, this::read, ADDRESS, "operator");
        model.offer(signed);
        return model;
    }

    private BundleSender.Parcel read(Path bundle) throws SignerException {
        throw new SignerException(new Problem.FileUnreadable(bundle));
    }

    private void end(SendViewModel model) {
        ui.until(() -> !model.state().isBusy());
    }

    @Test
    void whatWasSignedIsDeclaredAndTheReceiptShown() {
        List<BundleSender.Parcel> parcels = new ArrayList<>();
        List<URI> servers = new ArrayList<>();
        SendViewModel model = model((login, parcel, tokens, listener) -> {
            parcels.add(parcel);
            servers.add(login.address());
            return outcome;
        });
        model.addressProperty().set(" espm.example.go.id ");
        model.send("rahasia1".toCharArray());
        end(model);

        assertThat(model.state()).isEqualTo(new Ended(1, 0, Optional.of(outcome)));
        assertThat(servers).containsExactly(ADDRESS);
        assertThat(parcels).singleElement().satisfies(parcel -> {
            assertThat(parcel.bundle()).isEqualTo(signed.bundle());
            assertThat(parcel.details().nomor()).containsExactly("00123A", "00124A", "00125A");
            assertThat(parcel.details().certificateSerial())
                    .isEqualToIgnoringCase(practice.official("PPSPM").serial().toString(16));
        });
    }

    @Test
    void theWindowIsToldOfProgressAndOfPauses() {
        CountDownLatch goOn = new CountDownLatch(1);
        EspmProblem problem = new EspmProblem.Maintenance(Optional.empty());
        SendViewModel model = model((login, parcel, tokens, listener) -> {
            listener.sent(50, 200);
            listener.waiting(problem, Duration.ofSeconds(3));
            goOn.await();
            return outcome;
        });
        model.send(new char[] {'x'});
        ui.until(() -> model.state() instanceof Sending s && s.total() > 0);
        assertThat(model.state()).isEqualTo(new Sending(50, 200, 0, false));
        ui.until(() -> model.state() instanceof Waiting);
        assertThat(model.state()).isEqualTo(new Waiting(problem, Duration.ofSeconds(3)));
        goOn.countDown();
        end(model);
    }

    @Test
    void aRefusalIsToldAndCanBeTriedAgain() {
        SendViewModel model = model((login, parcel, tokens, listener) -> {
            throw new EspmException(new EspmProblem.BadCredentials(), "salah", null);
        });
        model.send(new char[] {'x'});
        end(model);

        assertThat(model.state()).isEqualTo(new Failed(new Failure.OfEspm(new EspmProblem.BadCredentials(), "salah")));
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void cancelWhileTheCodeIsWantedStopsTheSending() {
        SendViewModel model = model((login, parcel, tokens, listener) -> {
            tokens.ask(new TokenSource.Request("s***", TokenSource.Occasion.NEEDED, 0));
            return outcome;
        });
        model.send(new char[] {'x'});
        ui.until(() -> model.state() instanceof CodeNeeded);
        model.cancel();
        end(model);

        assertThat(model.state()).isEqualTo(new Cancelled());
    }

    @Nested
    class AProxyThatWantsALogin {
        private final List<String> given = Collections.synchronizedList(new ArrayList<>());

        /** As the client does it: on a thread of its own, once for each connection. */
        private Optional<PasswordAuthentication> atTheProxy(BundleSender.Login login) throws InterruptedException {
            CompletableFuture<Optional<PasswordAuthentication>> connection = CompletableFuture.supplyAsync(
                    () -> login.proxy().credentials("proxy.kantor", 3128, "Kantor"),
                    task -> Thread.ofVirtual().start(task));
            try {
                Optional<PasswordAuthentication> answer = connection.get();
                answer.ifPresent(one -> given.add(one.getUserName() + ":" + new String(one.getPassword())));
                return answer;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        private SendViewModel model() {
            return SendViewModelTest.this.model((login, parcel, tokens, listener) -> {
                for (int connection = 1; connection <= 2; connection++) {
                    atTheProxy(login);
                }
                if (!given.getLast().endsWith(":kopi")) {
                    throw new EspmException(new EspmProblem.Unreachable(
                            "espm.example.go.id", EspmProblem.Unreachable.Cause.PROXY_LOGIN));
                }
                return outcome;
            });
        }

        private void answer(SendViewModel model, String user, String password) {
            ui.until(() -> model.state() instanceof ProxyLoginNeeded);
            assertThat(model.state()).isEqualTo(new ProxyLoginNeeded("proxy.kantor:3128"));
            char[] secret = password.toCharArray();
            model.answerProxy(user, secret);
            assertThat(secret).containsOnly('\0');
        }

        @Test
        void isAnsweredOnceAsTyped() {
            SendViewModel model = model();
            model.send(new char[] {'x'});
            answer(model, " siti ", "kopi");
            end(model);
            assertThat(model.state()).isEqualTo(new Ended(1, 0, Optional.of(outcome)));

            model.offer(signed);
            model.send(new char[] {'x'});
            end(model);
            assertThat(model.state()).as("nobody is asked again").isEqualTo(new Ended(1, 0, Optional.of(outcome)));
            assertThat(given).hasSize(4).containsOnly("siti:kopi");
        }

        @Test
        void isAskedAboutAgainAfterItRefused() {
            SendViewModel model = model();
            model.send(new char[] {'x'});
            answer(model, "siti", "teh");
            end(model);
            assertThat(model.state()).isInstanceOf(Failed.class);

            model.send(new char[] {'x'});
            answer(model, "siti", "kopi");
            end(model);
            assertThat(model.state()).isEqualTo(new Ended(1, 0, Optional.of(outcome)));
        }

        @Test
        void isLeftWhenTheSendingIsStopped() throws Exception {
            CompletableFuture<Optional<PasswordAuthentication>> waited = new CompletableFuture<>();
            SendViewModel model = SendViewModelTest.this.model((login, parcel, tokens, listener) -> {
                Thread.ofVirtual().start(() -> waited.complete(login.proxy().credentials("proxy.kantor", 3128, "")));
                new CountDownLatch(1).await();
                return outcome;
            });
            model.send(new char[] {'x'});
            ui.until(() -> model.state() instanceof ProxyLoginNeeded);
            model.cancel();
            end(model);

            assertThat(model.state()).isEqualTo(new Cancelled());
            assertThat(waited.get(1, TimeUnit.MINUTES)).isEmpty();
        }
    }

    @Test
    void anAddressThatIsNoneIsToldWithoutSending() {
        char[] password = "rahasia1".toCharArray();
        SendViewModel model = model((login, parcel, tokens, listener) -> outcome);
        model.addressProperty().set("https://es pm");
        model.send(password);

        assertThat(model.state()).isInstanceOf(Failed.class);
        assertThat(password).containsOnly('\0');
    }

    @Test
    void anotherPackageBeginsAtTheForm() {
        SendViewModel model = model((login, parcel, tokens, listener) -> outcome);
        model.send(new char[] {'x'});
        end(model);
        model.offer(signed);

        assertThat(model.state()).isEqualTo(new LoggedOut());
    }

    @Test
    void oneThatFailsStopsNoOther() {
        SendViewModel model = model(new BundleSender() {
            @Override
            public List<OutboxRow> known() {
                return List.of();
            }

            @Override
            public void send(Login login, List<Parcel> parcels, TokenSource tokens, ParcelListener listener) {
                parcels.forEach(parcel -> listener.failed(parcel, new Failure.OfFiles(new IOException("gone"))));
            }
        });
        model.send(new char[] {'x'});
        end(model);

        assertThat(model.state()).isEqualTo(new Ended(0, 1, Optional.empty()));
        assertThat(model.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.failure()).get().isInstanceOf(Failure.OfFiles.class));
    }

    @Test
    void whatWasNeverSentCanBeTakenAway() {
        SendViewModel model = model((login, parcel, tokens, listener) -> outcome);
        assertThat(model.open()).hasSize(1);
        model.remove(model.rows().getFirst());

        assertThat(model.rows()).isEmpty();
        assertThat(signed.bundle()).exists();
    }

    @Test
    void aBundleThatDoesNotHoldIsNotTaken() {
        SendViewModel model = model((login, parcel, tokens, listener) -> outcome);
        Path broken = folder.resolve("rusak.asice");
        model.add(List.of(broken));
        ui.until(() -> model.state() instanceof Failed);

        assertThat(model.state()).isEqualTo(new Failed(new Failure.OfSigner(new Problem.FileUnreadable(broken))));
        assertThat(model.rows()).hasSize(1);
    }

    @Nested
    class AgainstThePracticeServer {
        @Test
        void anSpmIsSentWithItsCodeAndTheReceiptHolds() throws Exception {
            try (RealEspm espm = espm()) {
                SendViewModel model = model(sender());
                model.addressProperty().set(espm.address().toString());
                char[] password = RealEspm.PASSWORD.toCharArray();
                model.send(password);
                ui.until(() ->
                        model.state() instanceof CodeNeeded || !model.state().isBusy());
                assertThat(model.state())
                        .isInstanceOfSatisfying(
                                CodeNeeded.class,
                                s -> assertThat(s.request().sentTo()).contains("@latihan-espm.go.id"));
                model.answerCode(espm.mailedCode());
                end(model);

                assertThat(model.state()).isInstanceOfSatisfying(Ended.class, ended -> {
                    assertThat(ended.last().orElseThrow().status()).isEqualTo(SubmissionStatus.SENT);
                    assertThat(ended.last().orElseThrow().receiptFile()).exists();
                });
                assertThat(password).containsOnly('\0');
                assertThat(espm.server().kppn().inbox()).hasSize(1);
                ui.until(() -> model.rows().getFirst().state() == RowState.SENT);
                assertThat(model.open()).isEmpty();
                assertThat(model.rows().getFirst().receipt())
                        .get()
                        .satisfies(file -> assertThat(file).exists());
            }
        }

        @Test
        void theNextWindowKnowsWhatThisOneCouldNotSend() throws Exception {
            try (RealEspm espm = espm()) {
                SendViewModel model = model(sender());
                model.addressProperty().set(espm.address().toString());
                model.send("salah123".toCharArray());
                end(model);

                SendViewModel next = new SendViewModel(
                        ui.background(), sender(), SendViewModelTest.this::read, espm.address(), "operator");
                next.load();
                ui.until(() -> !next.rows().isEmpty());
                assertThat(next.open()).singleElement().satisfies(row -> {
                    assertThat(row.parcel().bundle()).isEqualTo(signed.bundle().toAbsolutePath());
                    assertThat(row.known().orElseThrow().standing().halt())
                            .get()
                            .extracting(OutboxRow.Halt::kind)
                            .isEqualTo(OutboxRow.Halt.Kind.ACCOUNT);
                });
            }
        }

        @Test
        void aWrongPasswordIsRefused() throws Exception {
            try (RealEspm espm = espm()) {
                SendViewModel model = model(sender());
                model.addressProperty().set(espm.address().toString());
                model.send("salah123".toCharArray());
                end(model);

                assertThat(((Failure.OfEspm) ((Failed) model.state()).failure()).problem())
                        .isEqualTo(new EspmProblem.BadCredentials());
            }
        }

        private RealEspm espm() throws IOException {
            return RealEspm.start(
                    practice, folder.resolve("espm"), EspmLimits.builder().build(), Clock.systemUTC());
        }

        private OutboxBundleSender sender() {
            return new OutboxBundleSender(
                    EspmSettings::builder,
                    new OutboxSettings(
                            folder.resolve("espm-signer").resolve("outbox.db"),
                            folder.resolve("espm-signer").resolve("history"),
                            new TrustAnchors(Set.copyOf(practice.ca().anchors())),
                            Clock.systemDefaultZone()));
        }
    }
}
