package id.espm.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of problem types at the schema {@code Problem}. */
final class ProblemRows {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|([^|]*)\\|");
    private static final Pattern MEMBER = Pattern.compile("`(\\w+)`");
    private static final Set<String> ALWAYS = Set.of("type", "title", "status", "detail");

    private final Map<String, Row> rows = new TreeMap<>();

    private record Row(int status, Set<String> members) {}

    ProblemRows(JsonNode api) {
        Matcher row =
                ROW.matcher(api.at("/components/schemas/Problem/description").asText());
        while (row.find()) {
            Set<String> members = new TreeSet<>(ALWAYS);
            MEMBER.matcher(row.group(3)).results().forEach(found -> members.add(found.group(1)));
            rows.put("urn:espm:problem:" + row.group(1), new Row(Integer.parseInt(row.group(2)), members));
        }
    }

    Map<String, Integer> statuses() {
        Map<String, Integer> statuses = new TreeMap<>();
        rows.forEach((type, row) -> statuses.put(type, row.status()));
        return statuses;
    }

    /** What is wrong with a problem, besides its schema. */
    List<String> faults(JsonNode problem) {
        Row row = rows.get(problem.path("type").asText());
        if (row == null) {
            return List.of("unknown type " + problem.path("type"));
        }
        List<String> faults = new ArrayList<>();
        if (problem.path("status").asInt() != row.status()) {
            faults.add("status " + problem.path("status") + " of " + problem.path("type"));
        }
        problem.fieldNames().forEachRemaining(name -> {
            if (!row.members().contains(name)) {
                faults.add("member " + name + " of " + problem.path("type"));
            }
        });
        return faults;
    }
}
