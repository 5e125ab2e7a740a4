package id.espm.app.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long now;
    private final Pace pace = new Pace(() -> now);

    private void step(Duration time) {
        now += time.toNanos();
        pace.step();
    }

    @Test
    void nothingIsSaidBeforeItCanBeKnown() {
        step(Duration.ofSeconds(1));
        step(Duration.ofSeconds(1));

        assertThat(pace.left(100)).isEmpty();
    }

    @Test
    void theRestTakesAsLongPerPieceAsBefore() {
        for (int i = 0; i < 3; i++) {
            step(Duration.ofMillis(500));
        }

        assertThat(pace.left(10)).contains(Duration.ofSeconds(5));
        assertThat(pace.left(1)).as("rounded up").contains(Duration.ofSeconds(1));
        assertThat(pace.left(0)).contains(Duration.ZERO);
    }

    @Test
    void aSlowBeginningIsForgotten() {
        step(Duration.ofHours(1));
        for (int i = 0; i < 60; i++) {
            step(Duration.ofSeconds(2));
        }

        assertThat(pace.left(10)).contains(Duration.ofSeconds(20));
    }
}
