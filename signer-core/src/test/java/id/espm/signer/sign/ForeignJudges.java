package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.bundle.ContentsList.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What programs that are not ours say of a bundle by several officials.
 *
 * @param anchors whom openssl trusts, PEM
 * @param dss     the EU's judge
 * @param ends    whether each PDF ends with the latest official's signature; long-term data would come after it
 */
record ForeignJudges(Path anchors, DssJudge dss, boolean ends) {

    /** Every judge holds every signature of every official valid. */
    void requireValid(Path bundle, List<Document> documents, int officials) throws Exception {
        Path unpacked = unpack(bundle, Files.createTempDirectory(bundle.getParent(), "judged-"));
        for (Document document : documents) {
            if (document.isAdk()) {
                adk(unpacked, document);
            } else {
                pdf(unpacked, document, officials);
            }
        }
        for (int official = 1; official <= officials; official++) {
            detached(unpacked, "paket-%02d".formatted(official));
        }
        detached(unpacked, "segel");
        dss(bundle, 1 + officials + officials * documents.size());
    }

    private void adk(Path unpacked, Document document) throws IOException, InterruptedException {
        Path content = unpacked.resolve("adk.out");
        ForeignTool.Result result =
                Officials.openssl(unpacked.resolve(document.entry()), anchors, Optional.empty(), content);

        assertThat(result.output()).contains("CMS Verification successful");
        assertThat(Sha256.of(content).hex()).isEqualTo(document.sha256());
    }

    private void pdf(Path unpacked, Document document, int officials) throws Exception {
        String output = Officials.judge("pdfsig")
                .run(unpacked, "-nocert", document.entry())
                .output();
        assertThat(output.split("Signature Type: ETSI\\.CAdES\\.detached", -1)).hasSize(officials + 1);
        assertThat(output.split("Signature is Valid\\.", -1)).as(output).hasSize(officials + 1);
        if (ends) {
            assertThat(output.substring(output.lastIndexOf("Signature #"))).contains("- Total document signed");
        }

        ForeignTool.Result checked = Officials.judge("qpdf").run(unpacked, "--check", document.entry());
        assertThat(checked.exit()).as(checked.output()).isZero();
        assertThat(checked.output()).doesNotContain("WARNING");
    }

    private void detached(Path unpacked, String name) throws IOException, InterruptedException {
        Path metaInf = unpacked.resolve("META-INF");
        ForeignTool.Result result = Officials.openssl(
                metaInf.resolve("signature-" + name + ".p7s"),
                anchors,
                Optional.of(metaInf.resolve("ASiCManifest-" + name + ".xml")),
                unpacked.resolve("manifest.out"));

        assertThat(result.output()).as(name).contains("CMS Verification successful");
    }

    private void dss(Path bundle, int signatures) throws Exception {
        Judgement judgement = dss.judge(bundle);

        assertThat(judgement.overall()).as(judgement.toString()).isEqualTo(Judgement.Overall.VALID);
        assertThat(judgement.signatures())
                .hasSize(signatures)
                .allSatisfy(s -> assertThat(s.passed()).as(s.toString()).isTrue());
        assertThat(judgement.unsigned()).isEmpty();
    }

    static Path unpack(Path bundle, Path target) throws IOException {
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
