package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Headless Chromium with a profile of its own; paths are given, so that nothing is looked for or fetched elsewhere. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ChromeDriver driver;
    final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Skips the test where Chromium or its driver is not installed. */
    static Browser start(Path profile) {
        Optional<Path> chromium = program("chromium");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "chromium and chromium-driver are not installed: KPPN's pages were not tried in a browser");
        Path downloads = profile.resolve("unduhan");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-proxy-server",
                "--user-data-dir=" + profile.resolve("profil"));
        options.setExperimentalOption(
                "prefs",
                Map.of("download.default_directory", downloads.toString(), "download.prompt_for_download", false));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        return new Browser(driver, downloads);
    }

    /** The page's text, as a person sees it. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Follows a link by its words. */
    void follow(String words) {
        driver.findElement(By.partialLinkText(words)).click();
    }

    /** Presses a button by its words. */
    void press(String words) {
        button(words).click();
    }

    WebElement button(String words) {
        return driver.findElement(By.xpath("//button[normalize-space()='" + words + "']"));
    }

    /** The words of all buttons that can be seen. */
    List<String> buttons() {
        return driver.findElements(By.tagName("button")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    /** Waits until a text is there, over as many reloads as that takes. */
    void await(String text) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .untilAsserted(() -> assertThat(text()).contains(text));
    }

    /** Everything that the browser has open, down to the frames. */
    String frames() {
        return String.valueOf(driver.executeCdpCommand("Target.getTargets", Map.of("filter", List.of(Map.of()))));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        Stream<String> folders =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(path);
        return folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
