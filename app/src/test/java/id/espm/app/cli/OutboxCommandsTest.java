package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.submit.ReceiptFiles;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code submit --all}, {@code --watch}, {@code --forget}, {@code --dry-run}, and {@code status}. */
@ExtendWith(Practice.Extension.class)
class OutboxCommandsTest {
    @TempDir
    Path home;

    private Program program;
    private Parcels parcels;
    private RealEspm espm;
    private List<Object> account;

    @BeforeEach
    void startEspm(Practice practice) throws IOException {
        program = new Program(home);
        parcels = new Parcels(practice, home.resolve("kerja"));
        espm = RealEspm.start(practice, home.resolve("espm"));
        account = RealEspm.options(practice, espm.address(), home);
    }

    @AfterEach
    void stopEspm() {
        espm.close();
    }

    private JsonNode submissions(String schema, Program.Result result) {
        return Documents.read(schema, result.out()).path("submissions");
    }

    private List<String> statuses(String schema, Program.Result result) {
        return submissions(schema, result)
                .valueStream()
                .map(one -> one.path("status").asString())
                .toList();
    }

    /** Leaves bundles in the outbox that eSPM does not know of. */
    private void queue(Path... bundles) {
        espm.server().startMaintenance(Duration.ofHours(1));
        Program.Result result = program.run("submit", List.of(bundles), account);
        espm.server().endMaintenance();
        assertThat(result.exit()).as(result.all()).isEqualTo(4);
    }

    @Nested
    class Submit {
        @Test
        void allThatIsUnsentGoesWithoutBeingNamed() throws Exception {
            queue(parcels.rpd("RPD-1", 1000), parcels.rpd("RPD-2", 1000));

            Program.Result result = program.run("submit", "--all", account, "--json");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(statuses("submit", result)).containsExactly("SENT", "SENT");
            assertThat(statuses("submit", program.run("submit", "--all", account, "--json")))
                    .isEmpty();
            assertThat(espm.server().kppn().inbox()).hasSize(2);
        }

        @Test
        void aFolderStandsForItsBundles() throws Exception {
            Path folder = Files.createDirectory(home.resolve("kirim"));
            Files.move(parcels.rpd("RPD-1", 1000), folder.resolve("satu.asice"));
            Files.move(parcels.rpd("RPD-2", 1000), folder.resolve("dua.asice"));
            Files.writeString(folder.resolve("catatan.txt"), "bukan bundel");

            Program.Result result = program.run("submit", folder, account, "--json");

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(submissions("submit", result)
                            .valueStream()
                            .map(one -> one.path("bundle").asString()))
                    .containsExactly(
                            folder.resolve("dua.asice").toString(),
                            folder.resolve("satu.asice").toString());
            assertThat(program.run("submit", Files.createDirectory(home.resolve("kosong")), account)
                            .exit())
                    .isEqualTo(5);
        }

        @Test
        void aBundleThatWasMovedIsMissedAndFoundAgainByItsHash() throws Exception {
            Path bundle = parcels.rpd("RPD-1", 1000);
            queue(bundle);
            Path moved = Files.move(bundle, home.resolve("pindah.asice"));

            Program.Result missed = program.run("submit", "--all", account, "--json");
            Program.Result found = program.run("submit", moved, account, "--json");

            assertThat(missed.exit()).isEqualTo(5);
            assertThat(submissions("submit", missed).at("/0/error/code").asString())
                    .isEqualTo("BUNDLE_MOVED");
            assertThat(missed.err()).contains(bundle.toString());
            assertThat(found.exit()).as(found.err()).isZero();
            assertThat(statuses("submit", program.run("submit", "--all", account, "--json")))
                    .isEmpty();
        }

        @Test
        void whatStandsInPlaceOfAQueuedBundleIsNotSentUnlessItIsNamed() throws Exception {
            Path bundle = parcels.rpd("RPD-1", 1000);
            String hash = Sha256.of(bundle).hex();
            queue(bundle);
            Files.delete(bundle);
            Files.move(parcels.rpd("RPD-2", 1000), bundle);

            Program.Result refused = program.run("submit", "--all", account, "--json");
            Program.Result named = program.run("submit", bundle, account);

            assertThat(refused.exit()).isEqualTo(5);
            assertThat(submissions("submit", refused).at("/0/error/code").asString())
                    .isEqualTo("BUNDLE_REPLACED");
            assertThat(named.exit()).as(named.err()).isZero();
            assertThat(named.err()).contains("submit --forget " + hash);
            assertThat(program.run("submit", "--forget", hash).exit()).isZero();
            assertThat(statuses("submit", program.run("submit", "--all", account, "--json")))
                    .isEmpty();
            assertThat(bundle).exists();
        }

        @Test
        void whatEspmKnowsIsNotForgotten() throws Exception {
            Path sent = parcels.rpd("RPD-1", 1000);
            Path code = parcels.spm();
            program.run("submit", sent, account);
            program.run("submit", code, account);

            for (Object known : List.of(sent, code)) {
                Program.Result result = program.run("submit", "--forget", known);
                assertThat(result.exit()).isEqualTo(5);
                assertThat(result.err()).contains("sudah dikenal eSPM");
            }
            assertThat(program.run("submit", "--forget", home.resolve("tidak-ada"))
                            .exit())
                    .isEqualTo(5);
            assertThat(submissions("status", program.run("status", "--offline", "--json")))
                    .hasSize(2);
        }

        @Test
        void whatWasAnnouncedAndIsGoneIsForgottenOnceEspmSaysThatItHasNotAcceptedIt() throws Exception {
            Path bundle = parcels.spm();
            program.run("submit", bundle, account);
            Files.delete(bundle);

            Program.Result stranger =
                    program.run("submit", "--forget", bundle, "--url", espm.address(), "--user", "lain");
            Program.Result forgotten = program.run("submit", "--forget", bundle, account);

            assertThat(stranger.exit()).isEqualTo(5);
            assertThat(stranger.err()).contains("akun " + RealEspm.USER);
            assertThat(forgotten.exit()).as(forgotten.err()).isZero();
            assertThat(submissions("status", program.run("status", "--offline", "--json")))
                    .isEmpty();
        }

        @Test
        void whatEspmCannotBeAskedAboutStays() throws Exception {
            Path bundle = parcels.spm();
            program.run("submit", bundle, account);
            Files.delete(bundle);
            espm.server().startMaintenance(Duration.ofHours(1));

            Program.Result result = program.run("submit", "--forget", bundle, account, "--json");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(submissions("submit", result).at("/0/error/code").asString())
                    .isEqualTo("MAINTENANCE");
            assertThat(submissions("status", program.run("status", "--offline", "--json")))
                    .hasSize(1);
        }

        @Test
        void whatEspmHasAcceptedGetsItsReceiptAndStaysThoughItIsGone() throws Exception {
            Path bundle = parcels.rpd("RPD-1", 1000);
            Path receipt = ReceiptFiles.beside(bundle).receipt();
            Files.createDirectories(receipt.resolve("di-jalan"));
            assertThat(program.run("submit", bundle, account).exit()).isEqualTo(5);
            Files.delete(receipt.resolve("di-jalan"));
            Files.delete(receipt);
            Files.delete(bundle);

            Program.Result result = program.run("submit", "--forget", bundle, account);

            assertThat(result.exit()).isEqualTo(5);
            assertThat(receipt).isNotEmptyFile();
            assertThat(statuses("status", program.run("status", "--offline", "--json")))
                    .containsExactly("SENT");
        }

        @Test
        void aDryRunTellsWhatWouldGoAndChangesNothing() throws Exception {
            Path bundle = parcels.rpd("RPD-1", 1000);

            Program.Result people = program.run("submit", bundle, "--dry-run", account);
            Program.Result script = program.run("submit", bundle, "--dry-run", account, "--json");

            assertThat(people.exit()).as(people.err()).isZero();
            assertThat(people.out()).contains("Akan dikirim: " + bundle, "RPD-1", "527010", "082");
            assertThat(statuses("submit", script)).containsExactly("QUEUED");
            assertThat(program.settings().resolve("outbox.db")).doesNotExist();
            assertThat(espm.server().kppn().inbox()).isEmpty();
        }

        @Test
        void oneThatNeedsACodeWaitsAndTheOthersGo() throws Exception {
            queue(parcels.spm(), parcels.rpd("RPD-1", 1000));

            Program.Result result = program.run("submit", "--all", account, "--json");
            Program.Result code = program.run("submit", "--all", account, "--token", espm.mailedCode());

            assertThat(result.exit()).isEqualTo(1);
            assertThat(statuses("submit", result)).containsExactly("SENDING", "SENT");
            assertThat(submissions("submit", result).at("/0/error/code").asString())
                    .isEqualTo("TOKEN_MISSING");
            assertThat(code.exit()).as(code.err()).isZero();
            assertThat(espm.server().kppn().inbox()).hasSize(2);
        }

        @Test
        void nothingSecretIsWrittenDown() throws Exception {
            Path bundle = parcels.spm();
            program.run("submit", bundle, account);
            String code = espm.mailedCode();
            assertThat(program.run("submit", bundle, account, "--token", code).exit())
                    .isZero();

            try (Stream<Path> files = Files.walk(program.settings())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(code, RealEspm.PASSWORD, "Bearer");
                }
            }
        }
    }

    @Nested
    class Watch {
        private void await(int sent) throws Exception {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (espm.server().kppn().inbox().size() < sent) {
                assertThat(System.nanoTime()).as("nothing came of it").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        @Test
        void whatIsUnsentAndWhatArrivesGoesEachOnceUntilItIsStopped() throws Exception {
            Path folder = Files.createDirectory(home.resolve("kirim"));
            queue(parcels.rpd("RPD-1", 1000));
            Files.move(parcels.rpd("RPD-2", 1000), folder.resolve("dua.asice"));
            Path third = parcels.rpd("RPD-3", 1000);
            CompletableFuture<Thread> watcher = new CompletableFuture<>();
            CompletableFuture<Program.Result> run = CompletableFuture.supplyAsync(() -> {
                watcher.complete(Thread.currentThread());
                return program.run("submit", "--watch", folder, account);
            });
            await(2);
            Files.move(third, folder.resolve("tiga.asice"));
            await(3);
            watcher.join().interrupt();

            Program.Result result = run.get(1, TimeUnit.MINUTES);
            assertThat(result.exit()).as(result.err()).isEqualTo(130);
            assertThat(program.run("submit", "--all", account).exit()).isZero();
            assertThat(espm.server().kppn().inbox()).hasSize(3);
        }
    }

    @Nested
    class Status {
        @Test
        void sentAndReceivedAreDifferentWordsAndARejectionTellsWhy() throws Exception {
            Path bundle = parcels.rpd("RPD-1", 1000);
            program.run("submit", bundle, account);
            String id = espm.server().kppn().inbox().getFirst().id();
            Program.Result sent = program.run("status", account);
            espm.received(id, home.resolve("kppn"));
            Program.Result received = program.run("status", account);
            espm.server().kppn().reject(id, "Nomor RPD salah.");
            Program.Result rejected = program.run("status", id, account);

            assertThat(sent.out()).contains("RPD-1", "terkirim", id, bundle.toString());
            assertThat(received.out()).contains("diterima KPPN").doesNotContain("terkirim");
            assertThat(rejected.exit()).as(rejected.err()).isZero();
            assertThat(rejected.out()).contains("ditolak KPPN", "Nomor RPD salah.", "tandatangani ulang");
            JsonNode known = submissions("status", program.run("status", "--offline", "--json"))
                    .path(0);
            assertThat(known.path("status").asString()).isEqualTo("REJECTED");
            assertThat(known.path("reason").asString()).isEqualTo("Nomor RPD salah.");

            assertThat(program.run("submit", bundle, account).exit()).isEqualTo(1);
            Program.Result corrected = program.run("submit", parcels.rpd("RPD-1a", 1000), account);
            assertThat(corrected.exit()).as(corrected.err()).isZero();
            assertThat(program.run("submit", "--forget", bundle).exit()).isZero();
            assertThat(bundle).exists();
        }

        @Test
        void whatThisMachineDoesNotKnowIsAskedForByItsId() throws Exception {
            program.run("submit", parcels.rpd("RPD-1", 1000), account);
            String id = espm.server().kppn().inbox().getFirst().id();
            Program other = new Program(Files.createDirectory(home.resolve("lain")));

            Program.Result known = other.run("status", id, account, "--json");
            Program.Result unknown = other.run("status", "0123456789abcdef", account);

            assertThat(known.exit()).as(known.err()).isZero();
            assertThat(submissions("status", known).at("/0/status").asString()).isEqualTo("SENT");
            assertThat(submissions("status", known).at("/0/receipt").isNull()).isTrue();
            assertThat(unknown.exit()).isEqualTo(4);
            assertThat(other.run("status").out()).contains("Belum ada kiriman");
        }

        @Test
        void whatWaitsTellsWhy() throws Exception {
            queue(parcels.rpd("RPD-1", 1000));
            program.run("submit", parcels.spm(), account);

            Program.Result people = program.run("status", "--offline");
            Program.Result english = program.run("status", "--offline", "--lang", "en");
            JsonNode script = submissions("status", program.run("status", "--offline", "--json"));

            assertThat(people.out())
                    .contains("menunggu dikirim", "(MAINTENANCE)", "sedang dikirim (100 %)", "(TOKEN_MISSING)");
            assertThat(english.out()).contains("waits to be sent", "being sent (100 %)");
            assertThat(script.valueStream().map(one -> one.at("/error/code").asString()))
                    .containsExactly("MAINTENANCE", "TOKEN_MISSING");
        }

        @Test
        void whoCannotBeAskedIsToldAndWhatIsKnownIsShown() throws Exception {
            program.run("submit", parcels.rpd("RPD-1", 1000), account);
            espm.server().startMaintenance(Duration.ofHours(1));

            Program.Result result = program.run("status", account);

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err()).contains("pemeliharaan", "terakhir diketahui");
            assertThat(result.out()).contains("terkirim");
        }
    }
}
