package id.espm.signer.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleNameTest {
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 20, 9, 5, 7, 0, ZoneId.of("Asia/Makassar"));

    @Test
    void isMadeOfJenisSatkerLocalTimeAndFirstNomor() {
        assertThat(name("00123A", "00124A")).isEqualTo("SPM-527010-20261120-090507-00123A.asice");
    }

    @Test
    void whatNotEverySystemTakesIsReplaced() {
        assertThat(name("KU.01/PPK #7: \u00e9")).isEqualTo("SPM-527010-20261120-090507-KU.01_PPK__7___.asice");
    }

    @Test
    void aLongNomorIsCut() {
        assertThat(name("9".repeat(300))).hasSize(106).endsWith("9.asice");
    }

    private static String name(String... nomor) {
        BundleRequest request = new BundleRequest.Builder(
                        Jenis.SPM, new Satker("527010"), Optional.of(new Kppn("082")), 2026)
                .nomor(List.of(nomor))
                .build();
        return BundleName.of(request.contents(), TIME);
    }
}
