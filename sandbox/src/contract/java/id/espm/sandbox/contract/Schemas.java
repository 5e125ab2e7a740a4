package id.espm.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of one OpenAPI 3.1 file, judged in its own dialect of JSON Schema. */
final class Schemas {
    private final ObjectMapper json = new ObjectMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31());
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode api;

    Schemas(JsonNode api) {
        this.api = api;
    }

    /** What is wrong with a text of JSON; empty where nothing is. */
    List<String> faults(JsonNode schema, String text) {
        return compiled
                .computeIfAbsent(schema, this::compile)
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with a header or parameter, which comes as bare text. */
    List<String> faultsOfText(JsonNode schema, String text) {
        boolean number = "integer".equals(resolve(schema).path("type").asText());
        try {
            return faults(schema, number ? text : json.writeValueAsString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reference leads to, or the node itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", api.path("components"));
        try {
            return registry.getSchema(json.writeValueAsString(whole), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
