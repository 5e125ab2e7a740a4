package id.espm.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.history.audit.ChainLink;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    Path dir;

    private History history;

    @BeforeEach
    void open() throws Exception {
        history = History.open(dir.resolve("history"));
    }

    @AfterEach
    void close() throws Exception {
        history.close();
    }

    private void reopen() throws Exception {
        history.close();
        history = History.open(dir.resolve("history"));
    }

    private List<AuditEvent> all() throws SignerException {
        return history.entries(EntryFilter.builder().build()).stream()
                .map(AuditEntry::event)
                .toList();
    }

    @Nested
    class TheJournal {
        @Test
        void knowsNothingOfAPackageThatItNeverSaw() throws Exception {
            assertThat(history.known(Events.id("a"))).isEqualTo(new Known.None());
            assertThat(history.failedIn(Events.OUTPUT)).isEmpty();
        }

        @Test
        void remembersWhatAPackageCameToAcrossRuns() throws Exception {
            history.intend(Events.id("a"), Events.OUTPUT.resolve("a.asice"));
            history.intend(Events.id("b"), Events.OUTPUT.resolve("00123A.asice"));
            history.signed(Events.id("b"), Events.signed(Events.TIME, "00123A"));
            history.failed(Events.id("c"), Events.failed(Events.TIME, "PDF_DAMAGED", "00124A"));
            reopen();

            Instant at = Events.TIME.toInstant();
            assertThat(history.known(Events.id("a"))).isEqualTo(new Known.Intended(Events.OUTPUT.resolve("a.asice")));
            assertThat(history.known(Events.id("b")))
                    .isEqualTo(new Known.Signed(Events.OUTPUT.resolve("00123A.asice"), at));
            assertThat(history.known(Events.id("c"))).isEqualTo(new Known.Failed("PDF_DAMAGED", at));
        }

        @Test
        void takesChangedInputsAnotherPartOrAnotherFolderForAnotherPackage() throws Exception {
            SigningId id = Events.id("a");
            history.signed(id, Events.signed(Events.TIME, "00123A"));

            for (SigningId other : List.of(
                    new SigningId(id.output(), id.source(), 0, Events.sha256("other")),
                    new SigningId(id.output(), id.source(), 1, id.fingerprint()),
                    new SigningId(id.output(), Path.of("/other"), 0, id.fingerprint()),
                    new SigningId(Path.of("/other"), id.source(), 0, id.fingerprint()))) {
                assertThat(history.known(other)).as(other.toString()).isEqualTo(new Known.None());
            }
        }

        @Test
        void listsAsFailedOnlyWhatFailedLast() throws Exception {
            SigningId mended = Events.id("mended");
            history.failed(mended, Events.failed(Events.TIME, "PDF_DAMAGED", "1"));
            history.failed(Events.id("z"), Events.failed(Events.TIME, "FILE_IN_USE", "2"));
            history.failed(Events.id("a"), Events.failed(Events.TIME, "PDF_DAMAGED", "3"));
            SigningId changed =
                    new SigningId(mended.output(), mended.source(), mended.part(), Events.sha256("mended by now"));
            history.signed(changed, Events.signed(Events.TIME, "1"));

            Instant at = Events.TIME.toInstant();
            assertThat(history.failedIn(Events.OUTPUT))
                    .containsExactly(
                            new FailedPackage(Events.id("a"), "PDF_DAMAGED", at),
                            new FailedPackage(Events.id("z"), "FILE_IN_USE", at));
            assertThat(history.failedIn(dir)).isEmpty();
        }
    }

    @Nested
    class TheAuditTrail {
        @Test
        void keepsEveryEventAsItWasWithZoneAndLetters() throws Exception {
            List<AuditEvent> events = List.of(
                    Events.signed(Events.TIME, "00123A", "00124A"),
                    Events.failed(OffsetDateTime.parse("2026-11-22T09:31:00Z"), "FILE_IN_USE", "00125A"),
                    Events.sent(OffsetDateTime.parse("2026-11-22T11:31:00.5+09:00"), "k-17", "00123A"),
                    AuditEvent.builder(Kind.COSIGNED, Events.TIME).build());
            for (AuditEvent event : events) {
                history.record(event);
            }
            reopen();

            assertThat(all()).isEqualTo(events.reversed());
        }

        @Test
        void numbersAndChainsItsEntries() throws Exception {
            history.record(Events.sent(Events.TIME, "1", "00123A"));
            history.record(Events.sent(Events.TIME, "2", "00123A"));

            List<AuditEntry> entries = history.entries(EntryFilter.builder().build());
            assertThat(entries).extracting(AuditEntry::seq).containsExactly(2L, 1L);
            assertThat(entries.get(1).previous()).isEqualTo(ChainLink.START);
            assertThat(entries.get(0).previous()).isEqualTo(entries.get(1).hash());
        }

        @Test
        void findsBySatkerNumberTimeAndKind() throws Exception {
            AuditEvent first = Events.signed(Events.TIME, "00123A");
            AuditEvent second = Events.failed(Events.TIME.plusHours(1), "X", "00124a");
            AuditEvent third = Events.sent(Events.TIME.plusHours(2), "r", "00123A", "00124A");
            for (AuditEvent event : List.of(first, second, third)) {
                history.record(event);
            }

            assertThat(found(EntryFilter.builder().nomor("00124A"))).containsExactly(third, second);
            assertThat(found(EntryFilter.builder().kind(Kind.SIGNED))).containsExactly(first);
            assertThat(found(EntryFilter.builder().since(second.time().toInstant())))
                    .containsExactly(third, second);
            assertThat(found(EntryFilter.builder().until(second.time().toInstant())))
                    .containsExactly(second, first);
            assertThat(found(EntryFilter.builder().satker(new Satker("527010"))))
                    .hasSize(3);
            assertThat(found(EntryFilter.builder().satker(new Satker("999999"))))
                    .isEmpty();
            assertThat(found(EntryFilter.builder().limit(1))).containsExactly(third);
        }

        private List<AuditEvent> found(EntryFilter.Builder filter) throws SignerException {
            return history.entries(filter.build()).stream()
                    .map(AuditEntry::event)
                    .toList();
        }

        @Test
        void tellsWhenADocumentWasSignedBefore() throws Exception {
            AuditEvent again = Events.signed(Events.TIME.plusDays(1), "00124A", "00123A");
            history.signed(Events.id("a"), Events.signed(Events.TIME, "00123A"));
            history.signed(Events.id("b"), again);
            history.record(Events.sent(Events.TIME.plusDays(2), "r", "00123A"));
            Satker satker = new Satker("527010");

            assertThat(history.signedBefore(new DocumentKey(Jenis.SPM, satker, 2026, "00123a"))
                            .map(AuditEntry::event))
                    .contains(again);
            assertThat(history.signedBefore(new DocumentKey(Jenis.SPM, satker, 2025, "00123A")))
                    .isEmpty();
            assertThat(history.signedBefore(new DocumentKey(Jenis.SPM_IB, satker, 2026, "00123A")))
                    .isEmpty();
        }

        @Test
        void tellsTheTimeOfItsNewestEntry() throws Exception {
            assertThat(history.lastTime()).isEmpty();
            history.record(Events.sent(Events.TIME, "1", "00123A"));
            history.record(Events.sent(Events.TIME.plusHours(1), "2", "00123A"));

            assertThat(history.lastTime())
                    .isEqualTo(Optional.of(Events.TIME.plusHours(1).toInstant()));
        }
    }

    @Test
    void nobodyButTheOwnerMayReadIt() throws Exception {
        history.record(Events.sent(Events.TIME, "1", "00123A"));

        Path folder = dir.resolve("history");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String name : List.of("history.db", "history.db-wal", "history.head")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }
}
