package id.espm.app.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    private static final List<String> IN_ORDER = List.of(
            "0",
            "0.1.0-1",
            "0.1.0-2",
            "0.1.0-10",
            "0.1.0-alpha",
            "0.1.0-alpha.1",
            "0.1.0-beta2",
            "0.1.0-beta10",
            "0.1.0-rc-SNAPSHOT",
            "0.1.0-rc",
            "0.1.0-rc.1-SNAPSHOT",
            "0.1.0-rc.1",
            "0.1.0-rc.2",
            "0.1.0-SNAPSHOT",
            "0.1.0",
            "0.1.1",
            "0.9",
            "0.10",
            "0.10.0.1",
            "0.11-SNAPSHOT",
            "0.11",
            "1.0",
            "1.0.10",
            "2",
            "10");

    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }

    @Test
    void versionsFollowEachOtherAsPeopleCountThem() {
        List<Version> versions =
                new ArrayList<>(IN_ORDER.stream().map(VersionTest::version).toList());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(versions, new Random(seed));
            Collections.sort(versions);
            assertThat(versions).extracting(Version::toString).isEqualTo(IN_ORDER);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0.0", "0.1, 00.01", "0.2-RC1, 0.2.0-rc.1", "0.2-SNAPSHOT, 0.2.0-snapshot"})
    void oneVersionMayBeWrittenInSeveralWays(String one, String other) {
        assertThat(version(one))
                .isEqualTo(version(other))
                .hasSameHashCodeAs(version(other))
                .isEqualByComparingTo(version(other))
                .hasToString(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(development)",
                "v1.0",
                "1.",
                ".1",
                "1..2",
                "1.2.3.4.5",
                "1.0-",
                "1.0--rc",
                "1.0 ",
                "1.0+x",
                "1,0",
                "-1",
                "1234567890",
                "١.٠",
                "1.0-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatIsNoVersionIsNoneAndNeverGuessed(String text) {
        assertThat(Version.of(text)).isEqualTo(Optional.empty());
    }
}
