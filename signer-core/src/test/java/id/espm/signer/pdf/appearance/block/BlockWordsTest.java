package id.espm.signer.pdf.appearance.block;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Jabatan;
import id.espm.signer.Nik;
import id.espm.signer.Officials;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.pdf.appearance.template.BlockLanguage;
import id.espm.signer.pdf.appearance.template.Template;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockWordsTest {
    private static final BlockWords WORDS = new BlockWords(BlockLanguage.ID);

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T08:05:09+07:00[Asia/Jakarta],08.05.09 WIB",
        "2026-11-22T08:05:09+07:00[Asia/Pontianak],08.05.09 WIB",
        "2026-11-22T08:05:09+08:00[Asia/Makassar],08.05.09 WITA",
        "2026-11-22T08:05:09+09:00[Asia/Jayapura],08.05.09 WIT",
        "2026-11-22T08:05:09+07:00,08.05.09 WIB",
        "2026-11-22T08:05:09+08:00,08.05.09 WITA",
        "2026-11-22T08:05:09+09:00,08.05.09 WIT",
        "2026-11-22T08:05:09Z,08.05.09 UTC",
        "2026-11-22T08:05:09+05:30,08.05.09 UTC+05:30",
        "2026-11-22T08:05:09+01:00[Europe/Amsterdam],08.05.09 UTC+01:00",
    })
    void theZoneIsWrittenAsPeopleWriteIt(ZonedDateTime time, String expected) {
        assertThat(WORDS.time(time).replace('\u00a0', ' ')).isEqualTo("22 November 2026, " + expected);
    }

    @Test
    void englishHasColonsAndEnglishMonths() {
        assertThat(new BlockWords(BlockLanguage.EN).time(ZonedDateTime.parse("2026-08-17T10:00:00+07:00")))
                .isEqualTo("17 August 2026, 10:00:00\u00a0WIB");
    }

    @Test
    void everyPositionHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Jabatan.values()).map(BlockWords::jabatan))
                .doesNotHaveDuplicates()
                .noneMatch(w -> w.contains("_"));
    }

    @Test
    void theMiddleOfANikIsNeverShown() {
        assertThat(new Nik(Officials.NIK).masked())
                .hasSize(16)
                .contains("********")
                .doesNotContain("0117");
    }

    @Test
    void theCaptionNamesTheIssuerOfThisCertificate() {
        String caption = Template.defaultCaption(BlockLanguage.ID);

        assertThat(BlockWords.caption(caption, "BSRE CA DS G1"))
                .endsWith("Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.");
        assertThat(BlockWords.caption(caption, "CA Latihan")).endsWith("oleh CA Latihan.");
    }

    @Test
    void theVerificationTextIsPlainAndHoldsNoLink() {
        BlockContent content =
                BlockContent.of(CertificateIdentity.of(Officials.ppspm().certificate()), Officials.context());
        String text = VerificationText.of(content);

        assertThat(text)
                .contains("Siti Rahmawati, S.E.", content.serialHex(), "Tolitoli", "+08:00")
                .doesNotContain("http", "://", "www", Officials.NIK);
    }
}
