package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.espm.sandbox.samples.SamplePackages;
import id.espm.sandbox.samples.Satker;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

/** KPPN's work in a browser, from the inbox to the answer that the satker reads. */
class KppnPagesTest {
    /** Chromium's own page that shows PDFs, in a frame inside the tab. */
    private static final String PDF_VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";

    @TempDir
    static Path home;

    private static Browser browser;
    private static Path samples;

    @TempDir
    Path dir;

    private TestEspm espm;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.start(home);
        samples = home.resolve("contoh");
        Map<String, String> officials = Map.of(
                "PPSPM", "Siti Aminah",
                "PPK", "Rahmat Hidayat",
                "KPA", "Andi Saputra",
                "BENDAHARA", "Dewi Lestari",
                "KEPALA_KANTOR", "Made Wirawan",
                "DJPB", "Yohana Tandi");
        new SamplePackages(LocalDate.of(2026, 11, 22), Satker.LATIHAN, officials).write(samples);
    }

    @AfterAll
    static void shut() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serve() throws Exception {
        espm = new TestEspm(dir);
    }

    @AfterEach
    void stop() {
        espm.close();
    }

    @Test
    void theListTellsWhatWasSentAndWhatItsSignaturesAreWorth() throws Exception {
        go("/kppn/inbox");
        assertThat(browser.text()).contains("Belum ada dokumen yang dikirim.", "tidak ada yang nyata");

        send(spm("00123A"));
        send(spm("00124A"));
        go("/kppn/inbox");

        // The list loads itself again until DSS has judged both.
        await().untilAsserted(() -> {
            go("/kppn/inbox");
            assertThat(texts("tbody tr td:last-child")).containsExactly("Sah", "Sah");
        });
        assertThat(texts("tbody th")).containsExactly("00124A", "00123A");
        assertThat(texts("tbody tr:first-child td")).contains("SPM", "527010", "082", "Terkirim, belum diunduh KPPN");
        assertThat(texts("tbody time")).allSatisfy(t -> assertThat(t).endsWith(" WITA"));
        browser.follow("Ditolak");
        assertThat(browser.text()).contains("Tidak ada kiriman dengan status ini.");
        assertThat(browser.driver.getCurrentUrl()).endsWith("?status=REJECTED");
    }

    @Test
    void aSubmissionIsDownloadedConvertedAndFinished() throws Exception {
        TestBundle bundle = spm("00123A");
        byte[] bytes = bundle.bytes();
        String id = send(bundle, bytes);
        openFirst();

        browser.await("Diperiksa");
        assertThat(texts("h3"))
                .containsExactly(
                        "Segel seluruh paket Sah",
                        "Daftar isi paket (paket.json) Sah",
                        "00123A.zip Sah",
                        "00123A-spm.pdf Sah");
        assertThat(browser.text())
                .contains("Siti Aminah", "PPSPM; satker 527010", "Tolitoli", "TOTAL-PASSED", "seluruh dokumen");
        assertThat(browser.buttons()).containsExactly("Unduh", "Periksa ulang");

        browser.press("Unduh");
        browser.await("Diterima KPPN");
        assertThat(status(id)).isEqualTo("RECEIVED");
        assertThat(dir.resolve("kppn").resolve(id).resolve("adk/00123A.zip"))
                .hasBinaryContent(Files.readAllBytes(adk()));
        browser.follow("Simpan paket");
        await().until(() -> Files.exists(browser.downloads.resolve("paket.asice")));
        assertThat(browser.downloads.resolve("paket.asice")).hasBinaryContent(bytes);

        browser.follow("Lihat isi ADK");
        assertThat(browser.text())
                .contains("Sama persis", TestBundle.hex(Files.readAllBytes(adk())), "d_spmind.dbf", "d_spmmak.dbf");
        assertThat(texts(".gulir:first-of-type th")).contains("NOSPM", "TOTNILMAK");
        assertThat(texts(".gulir:first-of-type td")).contains("00123A", "527010", "22-11-2026");

        browser.driver.navigate().back();
        browser.press("Konversi");
        browser.await("Sedang diproses");
        assertThat(browser.buttons()).containsExactly("SPAN", "Selesai", "Periksa ulang");
        browser.press("SPAN");
        browser.press("Selesai");
        browser.await("tidak ada langkah lagi");
        assertThat(texts("main > table:last-of-type tbody th"))
                .containsExactly(
                        "Sedang dikirim",
                        "Terkirim, belum diunduh KPPN",
                        "Diterima KPPN",
                        "Sedang diproses",
                        "Sedang diproses",
                        "Selesai");
        assertThat(status(id)).isEqualTo("DONE");
    }

    @Test
    void aSignedPdfIsOpenedByTheBrowsersOwnViewer() throws Exception {
        send(spm("00123A"));
        openFirst();
        browser.await("Buka PDF");
        assertThat(browser.frames()).doesNotContain(PDF_VIEWER);
        String page = browser.driver.getWindowHandle();

        browser.follow("Buka PDF");
        Set<String> tabs = browser.driver.getWindowHandles();
        browser.driver
                .switchTo()
                .window(tabs.stream().filter(t -> !t.equals(page)).findFirst().orElseThrow());

        assertThat(browser.driver.executeScript("return document.contentType")).isEqualTo("application/pdf");
        // A policy that forbids the viewer leaves the tab empty.
        await().untilAsserted(() -> assertThat(browser.frames()).contains(PDF_VIEWER));
        browser.driver.close();
        browser.driver.switchTo().window(page);
    }

    @Test
    void aRejectionNeedsAReasonAndTheSatkerReadsIt() throws Exception {
        String id = send(spm("00123A"));
        openFirst();
        browser.await("Diperiksa");
        browser.driver.findElement(By.cssSelector(".tolak summary")).click();
        WebElement alasan = browser.driver.findElement(By.name("alasan"));
        alasan.sendKeys(" ");
        browser.press("Tolak");
        browser.await("Alasan penolakan harus diisi");

        browser.driver.findElement(By.name("alasan")).sendKeys("Pagu <b>tidak</b> tersedia.");
        browser.press("Tolak");
        browser.await("Ditolak");

        assertThat(browser.text()).contains("Pagu <b>tidak</b> tersedia.");
        JsonNode submission = TestClient.json(espm.operator().get("/api/v1/submissions/" + id));
        assertThat(submission.get("status").asString()).isEqualTo("REJECTED");
        assertThat(submission.get("alasan").asString()).isEqualTo("Pagu <b>tidak</b> tersedia.");
    }

    @Test
    void theMailboxShowsTheCodeThatCompletesTheSubmission() throws Exception {
        TestClient operator = espm.operator();
        TestBundle bundle = spm("00123A");
        byte[] bytes = bundle.bytes();
        JsonNode announced = operator.announced(bundle, bytes);
        operator.upload(announced.get("uploadUrl").asString(), bytes, 1 << 20);
        String id = announced.get("id").asString();

        go("/kotak-surat/");
        String code = browser.driver.findElement(By.tagName("output")).getText();
        assertThat(browser.text()).contains(id, "Kode terbaru untuk kiriman ini.", "operator@satker.go.id");

        assertThat(operator.complete(id, code).statusCode()).isEqualTo(200);
        go("/kotak-surat/");
        assertThat(browser.text()).contains("telah diterima eSPM");
    }

    @Test
    void namesThatAreMarkupStayText() throws Exception {
        String hostile = "<img src=x onerror=document.title='jahat'>.pdf";
        send(spm("00123A").dokumen(1, "name", hostile));
        openFirst();
        browser.await("Buka PDF");

        assertThat(browser.text()).contains(hostile);
        assertThat(browser.driver.getTitle()).isEqualTo("SPM 00123A \u2013 eSPM latihan");
    }

    private void go(String path) {
        browser.driver.get(espm.server.address() + path);
    }

    private void openFirst() {
        go("/kppn/inbox");
        browser.driver.findElement(By.cssSelector("tbody th a")).click();
    }

    private static List<String> texts(String selector) {
        return browser.driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .map(t -> t.replace('\n', ' '))
                .toList();
    }

    private static Path adk() {
        return samples.resolve("SPM/00123A.zip");
    }

    private static TestBundle spm(String nomor) throws Exception {
        return new TestBundle("SPM", "527010", List.of(nomor), TestPeople.PPSPM)
                .adk(nomor + ".zip", Files.readAllBytes(adk()), List.of(nomor))
                .lampiran(nomor + "-spm.pdf", TestPdf.create("SPM " + nomor), List.of(nomor));
    }

    private String send(TestBundle bundle) throws Exception {
        return send(bundle, bundle.bytes());
    }

    private String send(TestBundle bundle, byte[] bytes) throws Exception {
        HttpResponse<String> accepted = espm.send(espm.operator(), bundle, bytes);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        return espm.server.kppn().inbox().getFirst().id();
    }

    private String status(String id) throws Exception {
        return TestClient.json(espm.operator().get("/api/v1/submissions/" + id))
                .get("status")
                .asString();
    }
}
