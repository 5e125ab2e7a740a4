package id.espm.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One call of the contract, as a request means it.
 *
 * @param node what the file says of it
 * @param path what the file says of all calls at its path
 * @param id   what stands in the path for {@code {id}}; empty where there is none
 */
record Operation(JsonNode node, JsonNode path, String id) {
    String name() {
        return node.path("operationId").asText();
    }

    List<JsonNode> parameters(Schemas schemas) {
        List<JsonNode> all = new ArrayList<>();
        path.path("parameters").forEach(parameter -> all.add(schemas.resolve(parameter)));
        node.path("parameters").forEach(parameter -> all.add(schemas.resolve(parameter)));
        return all;
    }

    boolean hasQuery(Schemas schemas, String name) {
        return parameters(schemas).stream()
                .anyMatch(parameter -> parameter.path("in").asText().equals("query")
                        && parameter.path("name").asText().equals(name));
    }
}
