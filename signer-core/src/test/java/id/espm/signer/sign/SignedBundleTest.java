package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.Jabatan;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.bundle.BundleExtractor;
import id.espm.signer.bundle.BundleExtractor.Extracted;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a signed bundle, judged by us and by programs that are not ours. */
class SignedBundleTest {
    @TempDir
    static Path folder;

    private static SignedPackage signed;
    private static Path unpacked;

    @BeforeAll
    static void signTheSample() throws Exception {
        Path packages = Packages.samples(folder);
        signed = Packages.sign(packages.resolve("SPM"), folder);
        unpacked = unpack(signed.bundle(), folder.resolve("unpacked"));
    }

    @Test
    void isValidForWhoeverTrustsTheIssuer() throws Exception {
        FileReport report = verify(Officials.trusting());

        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict().isValid()).as(report.toString()).isTrue();
        assertThat(report.signatures()).hasSize(2);
        assertThat(report.documents()).hasSameSizeAs(signed.request().contents().dokumen());
    }

    @Test
    void isIndeterminateForWhoeverTrustsNobody() throws Exception {
        FileReport report = verify(new VerificationSettings(TrustAnchors.none(), Instant.now()));

        assertThat(report.verdict().toString()).contains("NO_CERTIFICATE_CHAIN_FOUND");
    }

    @Test
    void everySignatureStatesWhoSignedWhereWhyWhenAndAsWhat() throws Exception {
        List<SignatureReport> signatures =
                new java.util.ArrayList<>(verify(Officials.trusting()).signatures());
        verify(Officials.trusting()).documents().forEach(d -> signatures.addAll(d.signatures()));

        assertThat(signatures).allSatisfy(s -> {
            assertThat(s.claims().claimedPlace()).contains("Tolitoli");
            assertThat(s.claims().claimedReason()).contains("Persetujuan SPM");
            assertThat(s.claims().claimedRole()).contains("PPSPM; satker 527010");
            assertThat(s.claims().claimedTime())
                    .contains(Officials.NOW.toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
            assertThat(s.certificate()).contains(Officials.ppspm().certificate());
            assertThat(s.level()).contains(SignatureLevel.B_B);
            assertThat(s.coversWholeFile()).isTrue();
        });
    }

    @Test
    void beginsAsAnAsicContainerDoes() throws IOException {
        byte[] start = new byte[77];
        try (var in = Files.newInputStream(signed.bundle())) {
            assertThat(in.readNBytes(start, 0, 77)).isEqualTo(77);
        }

        assertThat(new String(start, 30, 8 + 31, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.etsi.asic-e+zip");
        assertThat(start[8]).as("stored").isZero();
    }

    @Test
    void isNamedAfterJenisSatkerTimeAndFirstNomor() {
        assertThat(signed.bundle().getFileName().toString()).matches("SPM-527010-[0-9]{8}-[0-9]{6}-[0-9A-Z]+\\.asice");
        assertThat(signed.role().jabatan()).isEqualTo(Jabatan.PPSPM);
    }

    @Test
    void givesEveryAdkBackBitForBit() throws Exception {
        List<Extracted> extracted = BundleExtractor.extract(signed.bundle(), folder.resolve("out"), false);

        for (Extracted one : extracted) {
            byte[] original = Files.readAllBytes(
                    signed.request().sources().get(one.document().entry()).path());
            byte[] given = Files.readAllBytes(one.file());
            if (one.document().isAdk()) {
                assertThat(given).isEqualTo(original);
            } else {
                assertThat(given).startsWith(original).hasSizeGreaterThan(original.length);
            }
        }
        assertThat(extracted).anyMatch(e -> e.document().isAdk());
    }

    @Test
    void leavesTheInputsAsTheyWere() throws Exception {
        for (ContentsList.Document document : signed.request().contents().dokumen()) {
            Path source = signed.request().sources().get(document.entry()).path();
            assertThat(Sha256.of(source).hex()).isEqualTo(document.sha256());
        }
    }

    @Test
    void opensslGivesEachAdkBack() throws Exception {
        Path anchors = Officials.anchorsPem(folder);
        for (ContentsList.Document document : signed.request().contents().dokumen()) {
            if (!document.isAdk()) {
                continue;
            }
            Path content = folder.resolve("adk.out");
            ForeignTool.Result result =
                    Officials.openssl(unpacked.resolve(document.entry()), anchors, Optional.empty(), content);

            assertThat(result.output()).contains("CMS Verification successful");
            assertThat(Sha256.of(content).hex()).isEqualTo(document.sha256());
        }
    }

    @Test
    void opensslVerifiesTheSealOverItsManifest() throws Exception {
        Path metaInf = unpacked.resolve("META-INF");
        ForeignTool.Result result = Officials.openssl(
                metaInf.resolve("signature-segel.p7s"),
                Officials.anchorsPem(folder),
                Optional.of(metaInf.resolve("ASiCManifest-segel.xml")),
                folder.resolve("manifest.out"));

        assertThat(result.output()).contains("CMS Verification successful");
    }

    /** The tests' CA has no responders, so the judge looks up no revocation here; the practice run does. */
    @Test
    void dssPassesEverySignatureOfTheContainerAndOfEachDocument() throws Exception {
        Judgement judgement =
                DssJudge.withoutRevocation(Officials.ca().anchors()).judge(signed.bundle());

        assertThat(judgement.overall()).as(judgement.toString()).isEqualTo(Judgement.Overall.VALID);
        assertThat(judgement.signatures())
                .hasSize(2 + signed.request().contents().dokumen().size());
        assertThat(judgement.signatures()).allSatisfy(s -> {
            assertThat(s.indication()).isEqualTo("TOTAL_PASSED");
            assertThat(s.format())
                    .isEqualTo(s.document().contains("lampiran/") ? "PAdES-BASELINE-B" : "CAdES-BASELINE-B");
            assertThat(s.claimedRoles()).containsExactly("PPSPM; satker 527010");
            assertThat(s.claimedPlace().orElse("")).contains("Tolitoli");
        });
        assertThat(judgement.signatures())
                .filteredOn(s -> s.document().endsWith("signature-segel.p7s"))
                .singleElement()
                .satisfies(seal -> assertThat(seal.coversWholeDocument()).isTrue());
    }

    @Test
    void pdfsigSaysThatEachPdfIsSignedWhole() throws Exception {
        ForeignTool pdfsig = Officials.judge("pdfsig");
        for (ContentsList.Document document : pdfs()) {
            String output = pdfsig.run(unpacked, "-nocert", document.entry()).output();

            assertThat(output)
                    .contains("Signature is Valid.")
                    .contains("Total document signed")
                    .contains("ETSI.CAdES.detached");
        }
    }

    @Test
    void qpdfFindsNothingWrongWithEachPdf() throws Exception {
        ForeignTool qpdf = Officials.judge("qpdf");
        for (ContentsList.Document document : pdfs()) {
            ForeignTool.Result result = qpdf.run(unpacked, "--check", document.entry());

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(result.output()).doesNotContain("WARNING");
        }
    }

    private static List<ContentsList.Document> pdfs() {
        return signed.request().contents().dokumen().stream()
                .filter(d -> !d.isAdk())
                .toList();
    }

    private static FileReport verify(VerificationSettings settings) throws Exception {
        BundleReport report = new BundleVerifier(settings, Rules.builtIn()).verify("b", signed.bundle());
        assertThat(report.contents()).isEqualTo(Optional.of(signed.request().contents()));
        return report.report();
    }

    private static Path unpack(Path bundle, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
                ZipEntry entry = e.nextElement();
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        return target;
    }
}
