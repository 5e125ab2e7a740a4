package id.espm.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Difference;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.paket.OfferedFile;
import id.espm.signer.paket.OfferedFile.Place;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {
    private static final Instant TIME = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    private Path home;

    private DraftFolder folder;

    @BeforeEach
    void setUp() {
        folder = new DraftFolder(home.resolve("drafts"));
    }

    private DraftFile file(String name, Optional<Place> place) throws IOException {
        Path path = Files.writeString(home.resolve(name), name);
        return DraftFile.read(new OfferedFile(path, Optional.of("00123A"), false, place));
    }

    private Draft whole() throws IOException {
        return new Draft.Builder(UUID.randomUUID(), TIME)
                .folder(Optional.of(home))
                .details(new PackageDetails(
                        Optional.of(Jenis.SPM),
                        Optional.of(new Satker("527010")),
                        Optional.of(new Kppn("082")),
                        Optional.of(2026),
                        Optional.of(Jabatan.PPSPM),
                        Optional.of("Tolitoli")))
                .fixed(Set.of(Detail.JENIS))
                .files(List.of(
                        file("00123A.zip", Optional.of(new Place.Adk("00123A"))),
                        file("00123A-spm.pdf", Optional.of(new Place.Lampiran("00123A"))),
                        file("foto.png", Optional.of(new Place.LeftOut())),
                        file("lain.pdf", Optional.empty())))
                .nomor(Map.of("00123A", List.of("00123A", "00124A")))
                .accepted(Set.of("00123A|JUMLAH|00123A-spm.pdf|Rp1|Rp2"))
                .looks(Map.of(
                        home.resolve("00123A-spm.pdf"),
                        new DraftLook(Template.usual(), Optional.of("ttd"), Optional.of(home.resolve("cap.png")))))
                .build();
    }

    @Test
    void aDraftComesBackAsItWas() throws IOException {
        Draft draft = whole();
        folder.save(draft);

        assertThat(new DraftFolder(home.resolve("drafts")).list()).containsExactly(draft);
    }

    @Test
    void howADocumentIsToBeSeenGoesWithIt() throws IOException {
        Draft draft = whole();

        assertThat(draft.without(Set.of(home.resolve("lain.pdf"))).looks()).hasSize(1);
        assertThat(draft.without(Set.of(home.resolve("00123A-spm.pdf"))).looks())
                .isEmpty();
    }

    @Test
    void aDraftThatSaysNothingComesBack() throws IOException {
        Draft draft = Draft.empty(PackageDetails.none(), TIME);
        folder.save(draft);

        assertThat(folder.find(draft.id())).contains(draft);
    }

    @Test
    void theLastOneThatWasChangedIsTheFirst() throws IOException {
        Draft old = Draft.empty(PackageDetails.none(), TIME);
        Draft young = Draft.empty(PackageDetails.none(), TIME.plusSeconds(1));
        folder.save(old);
        folder.save(young);

        assertThat(folder.list()).containsExactly(young, old);
    }

    @Test
    void whatAnotherVersionWroteIsPassedOverAndLeftWhereItIs() throws IOException {
        folder.save(whole());
        Path other = Files.writeString(home.resolve("drafts").resolve("x.json"), "{\"version\": 99}");
        Files.writeString(home.resolve("drafts").resolve("y.json"), "{");

        assertThat(folder.list()).hasSize(1);
        assertThat(other).exists();
    }

    @Test
    void aDeletedDraftIsBackOnceItIsSavedAgain() throws IOException {
        Draft draft = whole();
        folder.save(draft);
        folder.delete(draft.id());
        assertThat(folder.list()).isEmpty();

        folder.save(draft);
        assertThat(folder.list()).containsExactly(draft);
    }

    @Test
    void filesThatAreGoneOrChangedAreTold() throws IOException {
        Draft draft = whole();
        Path gone = home.resolve("00123A.zip");
        Path changed = home.resolve("lain.pdf");
        Files.delete(gone);
        Files.writeString(changed, "anders.pdf");
        Files.setLastModifiedTime(home.resolve("foto.png"), FileTime.from(TIME.plusSeconds(5)));

        assertThat(draft.changes()).isEqualTo(Map.of(gone, FileStamp.Change.GONE, changed, FileStamp.Change.CHANGED));
    }

    @Test
    void aDifferenceThatSaysSomethingElseIsNotTheOneThatWasConfirmed() {
        Difference one = difference("Rp2");
        Draft draft = Draft.empty(PackageDetails.none(), TIME)
                .change()
                .accepted(Set.of(Draft.key(one)))
                .build();

        assertThat(draft.accepts(one)).isTrue();
        assertThat(draft.accepts(difference("Rp3"))).isFalse();
    }

    private static Difference difference(String found) {
        return new Difference(
                Path.of("a.zip"), "00123A", Optional.empty(), Difference.Aspect.JUMLAH, "Rp1", Optional.of(found));
    }

    @Test
    void aProcessThatIsKilledLeavesTheLastDraftThatItKept() throws Exception {
        Path drafts = home.resolve("drafts");
        Process process = DraftWriter.start(drafts);
        int kept = -1;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 60; i++) {
                kept = Integer.parseInt(out.readLine());
            }
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        int last = kept;
        assertThat(folder.list()).singleElement().satisfies(draft -> {
            String lokasi = draft.details().lokasi().orElseThrow();
            assertThat(Integer.parseInt(lokasi.substring("Tolitoli ".length()))).isGreaterThanOrEqualTo(last);
        });
    }
}
