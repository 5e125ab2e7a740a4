package id.espm.signer.asic;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.verify.FileReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests are read as hostile. */
class AsicManifestXmlTest {
    private static final String BODY = "<a:ASiCManifest xmlns:a='http://uri.etsi.org/02918/v1.2.1#' "
            + "xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><a:SigReference URI='META-INF/signature001.p7s'/>"
            + "<a:DataObjectReference URI='a.txt'><ds:DigestMethod Algorithm='"
            + ForeignContainer.SHA_256 + "'/><ds:DigestValue>AAAA%s</ds:DigestValue></a:DataObjectReference>"
            + "</a:ASiCManifest>";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() {
        AsicManifest manifest = new AsicManifest(
                "META-INF/signature001.p7s",
                List.of(AsicManifest.Reference.of("a b+é%.txt", "text/plain", Sha256.of(new byte[0]))));

        AsicManifest read =
                AsicManifestXml.read(AsicManifestXml.write(manifest)).sound().orElseThrow();

        assertThat(read.signature()).isEqualTo(manifest.signature());
        assertThat(read.entries().getFirst().entry()).isEqualTo("a b+é%.txt");
        assertThat(read.entries().getFirst().digest())
                .isEqualTo(Sha256.of(new byte[0]).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void aByteOrderMarkDoesNoHarm(String mark) {
        assertThat(read(mark + BODY.formatted("")).sound()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x.dtd'> %x;]>",
                "<!DOCTYPE a [<!ENTITY x 'AAAA'>]>"
            })
    void aDocumentTypeIsRefusedByName(String doctype) throws Exception {
        ForeignContainer container = new ForeignContainer(folder, ForeignContainer.EXTENDED).put("a.txt", "isi");

        FileReport report = judge(container.signBy(doctype + BODY.formatted("")));

        assertThat(report.verdict())
                .isEqualTo(
                        new Verdict.Invalid(new Finding(Kind.FORMAT_FAILURE, "DOCTYPE: " + ForeignContainer.MANIFEST)));
    }

    @Test
    void anExternalEntityIsNeverRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("rahasia.txt"), "AAAA");
        String doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";

        assertThat(read(doctype + BODY.formatted("&x;"))).isEqualTo(ManifestReading.refused("DOCTYPE"));
    }

    @Test
    void entitiesThatMultiplyAreRefusedAtOnce() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }

        assertThat(read(laughs + "]>" + BODY.formatted("&l29;"))).isEqualTo(ManifestReading.refused("DOCTYPE"));
    }

    @Test
    void anEntityWithoutADocumentTypeIsRefused() {
        assertThat(read(BODY.formatted("&x;")).manifest()).isEmpty();
        assertThat(read(BODY.formatted("").replace("a.txt", "&x;")).manifest()).isEmpty();
    }

    @Test
    void nestingHasABound() {
        String deep =
                BODY.replace("</a:ASiCManifest>", "<x>".repeat(100_000) + "</x>".repeat(100_000) + "</a:ASiCManifest>");

        assertThat(read(deep.formatted(""))).isEqualTo(ManifestReading.refused("nesting"));
    }

    @Test
    void theNumberOfElementsHasABound() {
        String many = BODY.replace("</a:ASiCManifest>", "<x/>".repeat(100_000) + "</a:ASiCManifest>");

        assertThat(read(many.formatted(""))).isEqualTo(ManifestReading.refused("size"));
    }

    @Test
    void theSizeHasABound() {
        String tooLong = BODY.formatted("") + " ".repeat(AsicManifestXml.MAX_SIZE);

        assertThat(read(tooLong)).isEqualTo(ManifestReading.refused("size"));
    }

    @ParameterizedTest
    @CsvSource({"<a, XML", "'', XML", "<b/>, ASiCManifest"})
    void whatIsNoManifestIsRefused(String xml, String flaw) {
        assertThat(read(xml).flaw()).isEqualTo(Optional.of(flaw));
    }

    private static ManifestReading read(String xml) {
        return AsicManifestXml.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static FileReport judge(ForeignContainer container) throws Exception {
        return new AsicVerifier(Officials.trusting()).verify("c", container.write("c.asice"));
    }
}
