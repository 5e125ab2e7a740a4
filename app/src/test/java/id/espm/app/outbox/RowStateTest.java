package id.espm.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.SubmissionStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowStateTest {
    private static Set<RowState> after(RowState state) {
        return EnumSet.allOf(RowState.class).stream()
                .filter(state::mayBecome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RowState.class)));
    }

    @Test
    void nothingIsAcceptedThatWasNotAnnounced() {
        assertThat(after(RowState.QUEUED)).containsExactly(RowState.QUEUED, RowState.SENDING);
    }

    @Test
    void nothingGoesBackAndWhatIsOverStays() {
        assertThat(after(RowState.RECEIVED))
                .containsExactly(RowState.RECEIVED, RowState.PROCESSING, RowState.DONE, RowState.REJECTED);
        assertThat(after(RowState.DONE)).containsExactly(RowState.DONE);
        assertThat(after(RowState.REJECTED)).containsExactly(RowState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordOfTheApiIsAState(SubmissionStatus status) {
        assertThat(RowState.of(status)).hasToString(status.name());
    }
}
