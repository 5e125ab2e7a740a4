package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.espm.problem.ProblemType;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTypesTest {
    @Test
    void theContractListsEveryTypeWithItsStatus() {
        String text = Contract.API.at("/components/schemas/Problem/description").asText();
        Matcher row = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|").matcher(text);
        Map<String, Integer> listed = new TreeMap<>();
        while (row.find()) {
            listed.put("urn:espm:problem:" + row.group(1), Integer.valueOf(row.group(2)));
        }
        Map<String, Integer> known = new TreeMap<>();
        Arrays.stream(ProblemType.values()).forEach(t -> known.put(t.uri(), t.status()));

        assertThat(listed).isEqualTo(known);
    }
}
