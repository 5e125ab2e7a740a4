package id.espm.app.gui.history;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.history.HistoryState.Checked;
import id.espm.app.gui.history.HistoryState.Failed;
import id.espm.app.gui.history.HistoryState.Shown;
import id.espm.app.gui.look.Failure;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.outbox.OutboxSettings;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.trust.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-16T23:30:00+08:00");

    private final UiQueue window = new UiQueue();

    @TempDir
    private Path folder;

    private HistoryViewModel model;

    @BeforeEach
    void build() {
        OutboxSettings settings = new OutboxSettings(
                folder.resolve("outbox.db"),
                folder.resolve("history"),
                TrustAnchors.none(),
                Clock.system(ZoneId.of("Asia/Makassar")));
        model = new HistoryViewModel(window.background(), settings);
    }

    private void write(AuditEvent... events) throws Exception {
        try (History history = History.open(folder.resolve("history"))) {
            for (AuditEvent event : events) {
                history.record(event);
            }
        }
    }

    private static AuditEvent signed(String nomor, String satker, OffsetDateTime time) {
        return AuditEvent.builder(Kind.SIGNED, time)
                .jenis(Jenis.SPM)
                .satker(new Satker(satker))
                .tahun(2026)
                .nomor(List.of(nomor))
                .bundle(BundleFile.of(Path.of("a.asice"), Sha256.of(nomor.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private List<String> found() {
        window.until(() -> !(model.state() instanceof HistoryState.Reading));
        return model.rows().stream()
                .flatMap(row -> row.event().subject().nomor().stream())
                .toList();
    }

    private void threeEntries() throws Exception {
        write(
                signed("00123A", "527010", MONDAY),
                signed("00124A", "527010", MONDAY.plusHours(1)),
                signed("00200B", "411792", MONDAY.plusDays(1)));
        model.load();
    }

    @Test
    void lookingBeginsNoHistory() {
        model.load();

        assertThat(found()).isEmpty();
        assertThat(model.state()).isEqualTo(new Shown(0, false));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theNewestStandsFirst() throws Exception {
        threeEntries();

        assertThat(found()).containsExactly("00200B", "00124A", "00123A");
    }

    @Test
    void theBeginningOfANumberIsEnough() throws Exception {
        threeEntries();
        found();
        model.searchProperty().set(" 0012 ");
        assertThat(found()).containsExactly("00124A", "00123A");

        model.searchProperty().set("00%");
        assertThat(found()).isEmpty();
    }

    @Test
    void sixDigitsAreASatker() throws Exception {
        threeEntries();
        found();
        model.searchProperty().set("411792");

        assertThat(found()).containsExactly("00200B");
    }

    @Test
    void aDayIsThatOfTheOfficialsZone() throws Exception {
        threeEntries();
        found();
        model.fromProperty().set(Optional.of(LocalDate.of(2026, 11, 16)));
        model.untilProperty().set(Optional.of(LocalDate.of(2026, 11, 16)));
        assertThat(found()).containsExactly("00123A");

        model.clear();
        assertThat(found()).hasSize(3);
        assertThat(model.fromProperty().get()).isEmpty();
    }

    @Test
    void olderOnesAreShownWhenAskedFor() throws Exception {
        AuditEvent[] many = new AuditEvent[HistoryViewModel.PAGE + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = signed("%05dA".formatted(i), "527010", MONDAY.plusSeconds(i));
        }
        write(many);
        model.load();
        assertThat(found()).hasSize(HistoryViewModel.PAGE);
        assertThat(model.state()).isEqualTo(new Shown(HistoryViewModel.PAGE, true));

        model.more();
        assertThat(found()).hasSize(HistoryViewModel.PAGE + 1);
        assertThat(model.state()).isEqualTo(new Shown(HistoryViewModel.PAGE + 1, false));
    }

    @Test
    void theChainIsChecked() throws Exception {
        threeEntries();
        found();
        model.check();
        found();

        assertThat(model.state()).isInstanceOfSatisfying(Checked.class, checked -> {
            assertThat(checked.report().entries()).isEqualTo(3);
            assertThat(checked.report().broken()).isEmpty();
        });
    }

    @Test
    void aDamagedHistoryIsTold() throws Exception {
        threeEntries();
        found();
        Files.writeString(folder.resolve("history").resolve("history.db"), "no database");
        model.load();

        assertThat(found()).isEmpty();
        assertThat(model.state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Failure.OfSigner.class,
                                        f -> assertThat(f.problem()).isInstanceOf(Problem.HistoryUnusable.class)));
    }
}
