package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.judge.DssJudge;
import id.espm.signer.Jabatan;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.BundleExtractor;
import id.espm.signer.bundle.BundleExtractor.Extracted;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.bundle.Signatories.Signatory;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of a bundle by several officials: whoever signs later breaks nothing, in whatever order they come. */
class CosignedBundleTest {
    @TempDir
    static Path folder;

    private static Lpj lpj;
    private static ForeignJudges judges;

    @BeforeAll
    static void makeOfficials() throws Exception {
        lpj = new Lpj(Officials.ca(), folder);
        judges = new ForeignJudges(
                Officials.anchorsPem(folder),
                DssJudge.withoutRevocation(Officials.ca().anchors()),
                true);
    }

    @ParameterizedTest
    @CsvSource({
        "BENDAHARA, PPK, KPA",
        "BENDAHARA, KPA, PPK",
        "PPK, BENDAHARA, KPA",
        "PPK, KPA, BENDAHARA",
        "KPA, BENDAHARA, PPK",
        "KPA, PPK, BENDAHARA"
    })
    void inWhateverOrderTheySignEverySignatureStaysValid(Jabatan first, Jabatan second, Jabatan third)
            throws Exception {
        Path out = folder.resolve("%s-%s".formatted(first, second));
        List<Jabatan> done = new ArrayList<>(List.of(first));
        Path bundle = lpj.sign(first, out, SigningMethod.basic());
        requireHolds(bundle, done);
        for (Jabatan next : List.of(second, third)) {
            Sha256 before = Sha256.of(bundle);
            CosignedBundle cosigned = lpj.cosign(bundle, next, out, SigningMethod.basic());
            done.add(next);

            assertThat(Sha256.of(bundle)).isEqualTo(before);
            requireHolds(cosigned.bundle(), done);
            requireKept(bundle, cosigned.bundle(), done.size() - 1);
            assertThat(jabatan(cosigned.signatories())).isEqualTo(done);
            bundle = cosigned.bundle();
        }
        requireOriginals(bundle, out.resolve("extracted"));
    }

    /** We and everybody else hold the signature of each official valid, each in the role in which he signed. */
    private static void requireHolds(Path bundle, List<Jabatan> officials) throws Exception {
        BundleReport judged = verify(bundle);
        FileReport report = judged.report();

        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.valid());
        assertThat(roles(report.signatures())).isEqualTo(withSeal(officials));
        for (FileReport document : report.documents()) {
            assertThat(roles(document.signatures())).containsExactlyInAnyOrderElementsOf(roles(officials));
            assertThat(document.signatures().stream()
                            .filter(s -> s.certificate().isPresent()))
                    .hasSize(officials.size());
        }
        judges.requireValid(bundle, judged.contents().orElseThrow().dokumen(), officials.size());
    }

    private static BundleReport verify(Path bundle) throws Exception {
        return new BundleVerifier(Officials.trusting(), Rules.builtIn()).verify(bundle.toString(), bundle);
    }

    private static List<String> withSeal(List<Jabatan> officials) {
        List<String> roles = new ArrayList<>(roles(officials));
        roles.add(roles.getLast());
        return roles;
    }

    private static List<String> roles(List<?> from) {
        List<String> roles = new ArrayList<>();
        for (Object one : from) {
            roles.add(
                    one instanceof SignatureReport signature
                            ? signature.claims().claimedRole().orElse("")
                            : one + "; satker 527010");
        }
        return roles;
    }

    private static List<Jabatan> jabatan(Signatories signatories) {
        return signatories.signed().stream().map(Signatory::jabatan).toList();
    }

    /** What the earlier officials signed is there byte for byte, and each PDF begins with what it was. */
    private static void requireKept(Path before, Path after, int officials) throws IOException {
        List<String> kept = new ArrayList<>(List.of("mimetype", "paket.json"));
        for (int official = 1; official <= officials; official++) {
            kept.add("META-INF/ASiCManifest-paket-%02d.xml".formatted(official));
            kept.add("META-INF/signature-paket-%02d.p7s".formatted(official));
        }
        for (String entry : kept) {
            assertThat(read(after, entry)).as(entry).isEqualTo(read(before, entry));
        }
        for (String entry : names(before)) {
            if (entry.endsWith(".pdf")) {
                assertThat(read(after, entry)).startsWith(read(before, entry));
            }
        }
        List<String> expected = new ArrayList<>(names(before));
        Collections.addAll(
                expected.subList(0, expected.size() - 2),
                "META-INF/ASiCManifest-paket-%02d.xml".formatted(officials + 1),
                "META-INF/signature-paket-%02d.p7s".formatted(officials + 1));
        assertThat(names(after)).isEqualTo(expected);
    }

    private static byte[] read(Path bundle, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return zip.getInputStream(zip.getEntry(entry)).readAllBytes();
        }
    }

    private static List<String> names(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static void requireOriginals(Path bundle, Path target) throws Exception {
        for (Extracted one : BundleExtractor.extract(bundle, target, false)) {
            byte[] original = Files.readAllBytes(find(one.document()));
            if (one.document().isAdk()) {
                assertThat(Files.readAllBytes(one.file())).isEqualTo(original);
            } else {
                assertThat(Files.readAllBytes(one.file())).startsWith(original);
            }
        }
    }

    private static Path find(ContentsList.Document document) throws IOException {
        try (Stream<Path> files = Files.walk(lpj.source())) {
            return files.filter(f -> f.getFileName().toString().equals(document.name()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theResultTellsWhoHasSignedAndWhoMayStill() throws Exception {
        Path out = folder.resolve("told");
        CosignedBundle cosigned = lpj.cosign(
                lpj.sign(Jabatan.PPK, out, SigningMethod.basic()), Jabatan.BENDAHARA, out, SigningMethod.basic());

        assertThat(cosigned.signatories().signed())
                .extracting(Signatory::nama)
                .containsExactly("Pejabat PPK", "Pejabat BENDAHARA");
        assertThat(cosigned.signatories().missing()).containsExactly(Jabatan.KPA);
        assertThat(cosigned.level()).isEqualTo(SignatureLevel.B_B);
        assertThat(cosigned.bundle().getFileName().toString()).matches("LPJ-527010-[0-9]{8}-[0-9]{6}-.+\\.asice");
        assertThat(files(out)).hasSize(2);
    }

    @Test
    void aVisibleSignatureStandsWhereItIsAskedForAndLeavesTheEarlierOnesValid() throws Exception {
        Path out = folder.resolve("visible");
        Path first = lpj.sign(Jabatan.BENDAHARA, out, SigningMethod.basic());
        VisibleSignature block =
                new VisibleSignature(Template.usual().at(Placement.parse("kiri-bawah")), Optional.empty());
        SigningOptions options = lpj.options(out).visible(Optional.of(block)).build();
        Path second;
        try (var key = lpj.open(Jabatan.PPK)) {
            second = Lpj.cosign(first, Jabatan.PPK, key, options).bundle();
        }

        requireHolds(second, List.of(Jabatan.BENDAHARA, Jabatan.PPK));
        String pdf = names(second).stream()
                .filter(name -> name.endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        byte[] before = read(first, pdf);
        byte[] after = read(second, pdf);
        String added = new String(after, before.length, after.length - before.length, StandardCharsets.ISO_8859_1);
        assertThat(added).contains("/Subtype /Form").doesNotContain("/Rect [0 0 0 0]");
    }

    @Test
    void anAdkThatWasDeflatedIsSignedAsWell() throws Exception {
        Path texts = copyOfSource(folder.resolve("texts"));
        Files.write(
                texts.resolve("lpj-bendahara.zip"),
                IntStream.range(0, 2_000)
                        .mapToObj(day -> "saldo " + day * 7919L)
                        .toList());
        Files.move(texts.resolve("lpj-bendahara.zip"), texts.resolve("lpj-bendahara.txt"));
        Path description = texts.resolve("paket.json");
        Files.writeString(description, Files.readString(description).replace("bendahara.zip", "bendahara.txt"));
        Path out = folder.resolve("deflated");
        Path first = lpj.sign(texts, Jabatan.PPK, out, SigningMethod.basic());
        assertThat(method(first, "adk/lpj-bendahara.txt.p7m")).isEqualTo(ZipEntry.DEFLATED);

        Path second = lpj.cosign(first, Jabatan.KPA, out, SigningMethod.basic()).bundle();

        requireHolds(second, List.of(Jabatan.PPK, Jabatan.KPA));
        assertThat(method(second, "adk/lpj-bendahara.txt.p7m")).isEqualTo(ZipEntry.DEFLATED);
    }

    private static Path copyOfSource(Path target) throws IOException {
        Files.createDirectories(target);
        for (Path file : files(lpj.source())) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        return target;
    }

    private static int method(Path bundle, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return zip.getEntry(entry).getMethod();
        }
    }

    private static List<Path> files(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }
}
