package id.espm.sandbox.espm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Holds every answer of the server against docs/api/espm.yaml. */
final class Contract {
    static final JsonNode API = read();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /** Fails unless the file knows this operation, this status and a body like this. */
    static void check(HttpResponse<String> response) {
        String method = response.request().method();
        String path = template(response.request().uri().getPath());
        JsonNode answer = resolve(API.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(response.statusCode())));
        assertThat(answer.isObject())
                .as("%s %s may answer %d", method, path, response.statusCode())
                .isTrue();
        answer.path("headers").fieldNames().forEachRemaining(name -> {
            if (!name.equals("Upload-Expires")) {
                assertThat(response.headers().firstValue(name)).as(name).isPresent();
            }
        });
        if (answer.has("content") && !method.equals("HEAD")) {
            String type = response.headers().firstValue("Content-Type").orElse("none");
            JsonNode schema = answer.path("content").path(type).path("schema");
            assertThat(schema.isObject()).as("%s as %s", path, type).isTrue();
            assertThat(errors(schema, response.body())).as(response.body()).isEmpty();
        }
    }

    static List<Error> errors(JsonNode schema, String json) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", API.path("components"));
        try {
            return REGISTRY.getSchema(new ObjectMapper().writeValueAsString(whole), InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? API.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static String template(String path) {
        return path.replaceFirst("^(/api/v1/(submissions|uploads))/[^/]+", "$1/{id}");
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("../docs/api/espm.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
