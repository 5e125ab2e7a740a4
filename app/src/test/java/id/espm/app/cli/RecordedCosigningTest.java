package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Document;
import id.espm.app.history.audit.AuditEvent.DocumentKind;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the history knows of co-signing, and what it never holds. */
@ExtendWith(Practice.Extension.class)
class RecordedCosigningTest {
    private static final Pattern NIK = Pattern.compile("(?<![0-9a-zA-Z])[0-9]{16}(?![0-9a-zA-Z])");

    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path out;
    private Path signed;

    @BeforeEach
    void signAsBendahara(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        out = home.resolve("out");
        signed = VerifyCommandTest.signed(program, practice, "LPJ", "BENDAHARA", home.resolve("bendahara"));
    }

    private Program.Result cosign(List<?> key, Object... more) {
        return program.run(
                "cosign",
                signed,
                "--jabatan",
                "PPK",
                "--lokasi",
                "Tolitoli",
                key,
                "--out",
                out,
                "--json",
                Arrays.asList(more));
    }

    private String code(Program.Result result) {
        assertThat(result.exit()).as(result.err()).isEqualTo(5);
        assertThat(out).doesNotExist();
        return Documents.read("sign", result.out()).at("/packages/0/error/code").asString();
    }

    /** A key whose passphrase nobody has typed: opening it would be told. */
    private List<?> unopened() {
        return List.of("--p12", practice.official("PPK").p12());
    }

    private List<AuditEvent> events(Kind kind) throws SignerException {
        try (History history = History.open(program.settings().resolve("history"))) {
            return history.entries(EntryFilter.builder().kind(kind).build()).stream()
                    .map(AuditEntry::event)
                    .toList();
        }
    }

    @Test
    void isWrittenDownWithWhatWasSignedAndByWhom() throws Exception {
        Program.Result result = cosign(practice.key("PPK"));

        assertThat(result.exit()).as(result.err()).isZero();
        Path bundle = Batch.files(out).getFirst();
        assertThat(events(Kind.COSIGNED)).singleElement().satisfies(event -> {
            AuditEvent.Official official = event.official().orElseThrow();
            assertThat(official.serial())
                    .isEqualToIgnoringCase(practice.official("PPK").serial().toString(16));
            assertThat(official.nik().orElseThrow()).contains("*");
            assertThat(official.role()).contains(new SignerRole(Jabatan.PPK, new Satker("527010")));
            assertThat(event.subject().source()).contains(signed.toString());
            assertThat(event.subject().jenis()).contains(Jenis.LPJ);
            assertThat(event.subject().satker()).contains(new Satker("527010"));
            assertThat(event.lokasi()).contains("Tolitoli");
            assertThat(event.level()).contains(SignatureLevel.B_B);
            assertThat(event.bundle()).contains(BundleFile.of(bundle, Sha256.of(bundle)));
            assertThat(event.error()).isEqualTo(Optional.empty());
        });
        assertThat(events(Kind.COSIGNED).getFirst().documents())
                .isEqualTo(events(Kind.SIGNED).getFirst().documents())
                .extracting(Document::kind)
                .contains(DocumentKind.PDF);
        assertThat(events(Kind.COSIGNED).getFirst().subject().nomor())
                .isEqualTo(events(Kind.SIGNED).getFirst().subject().nomor());
        assertThat(program.run("history", "verify").exit()).isZero();
        assertThat(program.run("history").out()).contains("PPK");
    }

    @Test
    void isNotWrittenDownOnADryRun() throws Exception {
        assertThat(cosign(practice.key("PPK"), "--dry-run").exit()).isZero();

        assertThat(events(Kind.COSIGNED)).isEmpty();
    }

    @Test
    void needsAUsableHistoryBeforeAPassphraseIsAskedFor() throws Exception {
        Files.writeString(program.settings().resolve("history/history.db"), "bukan basis data, hanya tulisan panjang");

        assertThat(code(cosign(unopened()))).isEqualTo("HISTORY_UNUSABLE");
    }

    @Test
    void leavesNoBundleThatCouldNotBeWrittenDown() throws Exception {
        Path settings = home.resolve("kecil");
        try (SmallDisk disk = SmallDisk.at(settings, "2m")) {
            String passphrase = new String(practice.official("PPK").passphrase());
            program.answering(() -> {
                disk.fill();
                return passphrase;
            });

            Program.Result full = cosign(unopened(), "--config", settings);

            assertThat(full.exit()).as(full.err()).isEqualTo(5);
            assertThat(Documents.read("sign", full.out())
                            .at("/packages/0/error/code")
                            .asString())
                    .isEqualTo("HISTORY_UNUSABLE");
            assertThat(Batch.files(out)).isEmpty();
            disk.empty();
            assertThat(cosign(practice.key("PPK"), "--config", settings).exit()).isZero();
            assertThat(Batch.files(out)).hasSize(1);
        }
    }

    @Test
    void needsAFolderForResultsBeforeAPassphraseIsAskedFor() throws Exception {
        out = Files.writeString(home.resolve("berkas"), "x").resolve("di-dalamnya");

        assertThat(code(cosign(unopened()))).isEqualTo("OUTPUT_NOT_WRITABLE");
    }

    @Test
    void refusesAClockThatWasSetBackUnlessItIsAccepted() throws Exception {
        program.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-3)));

        assertThat(code(cosign(unopened()))).isEqualTo("CLOCK_SET_BACK");
        assertThat(events(Kind.COSIGNED)).isEmpty();

        Program.Result accepted = cosign(practice.key("PPK"), "--accept-clock");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        assertThat(events(Kind.COSIGNED)).hasSize(1);
    }

    @Test
    void noPassphraseAndNoNikStandsInTheHistory() throws Exception {
        Batch batch = new Batch(practice, home.resolve("paket")).spm(1, 2);
        assertThat(cosign(practice.key("PPK")).exit()).isZero();
        assertThat(program.run(
                                "batch",
                                batch.inbox(),
                                Batch.details(),
                                practice.key("PPSPM"),
                                "--out",
                                home.resolve("batch"))
                        .exit())
                .isZero();
        assertThat(events(Kind.SIGNED)).hasSize(3);

        for (Path file : Batch.files(program.settings().resolve("history"))) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String official : List.of("BENDAHARA", "PPK", "PPSPM")) {
                assertThat(bytes)
                        .as("%s, %s", file, official)
                        .doesNotContain(new String(practice.official(official).passphrase()));
            }
            assertThat(NIK.matcher(bytes).find()).as(file.toString()).isFalse();
        }
    }
}
