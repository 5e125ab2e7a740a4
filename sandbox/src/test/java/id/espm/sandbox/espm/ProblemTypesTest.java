package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.espm.problem.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {
    @Test
    void theContractListsEveryTypeWithItsStatus() {
        Map<String, Integer> known = new TreeMap<>();
        Arrays.stream(ProblemType.values()).forEach(t -> known.put(t.uri(), t.status()));

        assertThat(TestClient.CONTRACT.problemTypes()).isEqualTo(known);
    }
}
