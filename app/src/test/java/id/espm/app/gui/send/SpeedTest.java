package id.espm.app.gui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedTest {
    private final Speed speed = new Speed();

    private long at(double seconds, long bytes) {
        return speed.note((long) (seconds * Duration.ofSeconds(1).toNanos()), bytes);
    }

    @Test
    void theFirstBytesSayNothingOfTheSpeed() {
        assertThat(at(0, 500)).isZero();
    }

    @Test
    void bytesPerSecondOverWhatPassed() {
        at(0, 0);
        assertThat(at(2, 3000)).isEqualTo(1500);
    }

    @Test
    void onlyTheLastSecondsCount() {
        at(0, 0);
        at(1, 1_000_000);
        at(10, 1_000_100);
        assertThat(at(11, 1_000_200)).isEqualTo(100);
    }

    @Test
    void afterABreakItBeginsAnew() {
        at(0, 0);
        at(1, 9000);
        assertThat(at(2, 4000)).isZero();
        assertThat(at(3, 5000)).isEqualTo(1000);
    }
}
