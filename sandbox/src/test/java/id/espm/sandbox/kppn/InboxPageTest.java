package id.espm.sandbox.kppn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxPageTest {
    @Test
    void whatASenderChoseIsShownAsTextAndNeverAsMarkup() {
        InboxItem item = new InboxItem(
                "01jd8x4mz0q2c7t5",
                SubmissionStatus.RECEIVED,
                "SPM",
                List.of("<script>alert(1)</script>", "00124A"),
                "527010",
                "082",
                2026,
                "a\"b'&.asice",
                1234,
                "0".repeat(64),
                Instant.parse("2026-11-22T01:02:03Z"));

        String page = InboxPage.render(List.of(item));

        assertThat(page)
                .contains(
                        "Diterima KPPN",
                        "527010",
                        "22-11-2026 01:02:03 UTC",
                        "&lt;script&gt;",
                        "a&quot;b&#39;&amp;.asice")
                .doesNotContain("<script");
    }

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(InboxPage.render(List.of())).contains("Belum ada dokumen yang dikirim.");
    }
}
