package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BerLengthTest {
    @ParameterizedTest
    @CsvSource({
        "3003020101, 5",
        "30030201010000, 5",
        "308103020101, 6",
        "30800201010000, 7",
        "308002010100000000, 7",
        "3080308002010100000000000000, 11",
        "308030030201010000, 9"
    })
    void whatFollowsTheFirstElementIsLeftOut(String encoding, long length) {
        assertThat(BerLength.ofFirstElement(HexFormat.of().parseHex(encoding))).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"30", "3005020101", "3080020101", "0480020101", "308500000000010201", "3f0103"})
    void whatIsCutOrOutOfOrderHasNone(String encoding) {
        assertThat(BerLength.ofFirstElement(HexFormat.of().parseHex(encoding))).isEqualTo(-1);
    }
}
