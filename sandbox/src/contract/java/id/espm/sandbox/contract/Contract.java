package id.espm.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/**
 * Holds requests and answers against {@code docs/api/espm.yaml}: path, method, parameters, headers, bodies and problem types.
 * The validators of OpenAPI on Maven Central read 3.0; so the schemas are judged by networknt's JSON Schema in the dialect of
 * 3.1, and what lies around them here. Remembers what it saw. Safe for use by several threads.
 */
public final class Contract {
    private static final Set<String> MAY_BE_ABSENT = Set.of("Upload-Expires", "Retry-After");
    private static final String PROBLEM = "application/problem+json";

    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode api;
    private final Schemas schemas;
    private final ProblemRows problems;
    private final Set<String> operationsSeen = new ConcurrentSkipListSet<>();
    private final Set<String> problemsSeen = new ConcurrentSkipListSet<>();

    private Contract(JsonNode api) {
        this.api = api;
        this.schemas = new Schemas(api);
        this.problems = new ProblemRows(api);
    }

    /** The file of this checkout; tests run in the folder of their module. */
    public static Contract load() {
        try {
            return new Contract(new YAMLMapper().readTree(Files.readString(Path.of("../docs/api/espm.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole file. */
    public JsonNode api() {
        return api;
    }

    /** The status code of each problem type, by its URN. */
    public Map<String, Integer> problemTypes() {
        return problems.statuses();
    }

    /** The names of all operations. */
    public Set<String> operations() {
        Set<String> names = new TreeSet<>();
        api.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        names.add(operation.path("operationId").asText());
                    }
                }));
        return names;
    }

    /** The operations that were called with success so far. */
    public Set<String> operationsSeen() {
        return new TreeSet<>(operationsSeen);
    }

    /** The problem types that were answered so far. */
    public Set<String> problemsSeen() {
        return new TreeSet<>(problemsSeen);
    }

    /** Fails unless the answer is as the contract has it; the request too, unless it was refused. */
    public void check(Exchange exchange) {
        assertThat(faultsOfAnswer(exchange))
                .as("answer of %s: %s", exchange, new String(exchange.answer().body(), StandardCharsets.UTF_8))
                .isEmpty();
        if (exchange.status() < 400) {
            assertThat(faultsOfRequest(exchange))
                    .as("taken request of %s", exchange)
                    .isEmpty();
        }
    }

    /** What is wrong with a text of JSON by one of the file's schemas. */
    public List<String> faults(JsonNode schema, String text) {
        return schemas.faults(schema, text);
    }

    /** What is wrong with a problem, besides its schema: an unknown type, another status, a member that is not its own. */
    public List<String> faultsOfProblem(JsonNode problem) {
        return problems.faults(problem);
    }

    /** What in a request is not as the contract has it. */
    public List<String> faultsOfRequest(Exchange exchange) {
        Optional<Operation> found = operation(exchange);
        if (found.isEmpty()) {
            return List.of("no such call");
        }
        Operation operation = found.get();
        List<String> faults = new ArrayList<>();
        for (JsonNode parameter : operation.parameters(schemas)) {
            faults.addAll(faultsOfParameter(exchange, operation, parameter));
        }
        queryNames(exchange).stream()
                .filter(name -> !operation.hasQuery(schemas, name))
                .forEach(name -> faults.add("unknown query " + name));
        boolean open = operation.node().has("security")
                && operation.node().path("security").isEmpty();
        String authorization = exchange.request().header("Authorization").orElse("");
        if (!open && !authorization.matches("Bearer [A-Za-z0-9._~+/=-]+")) {
            faults.add("no session");
        }
        faults.addAll(faultsOfBody(operation.node().path("requestBody"), exchange.request(), "request"));
        return faults;
    }

    /** What in an answer is not as the contract has it. */
    public List<String> faultsOfAnswer(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        if (exchange.answer().header("Problem-Type").isPresent()) {
            faults.addAll(faultsOfProblem(exchange));
        }
        Optional<Operation> found = operation(exchange);
        if (found.isEmpty()) {
            if (exchange.status() != 404 && exchange.status() != 405) {
                faults.add("an answer to no call of ours: " + exchange.status());
            }
            return faults;
        }
        JsonNode answer = schemas.resolve(found.get().node().path("responses").path(String.valueOf(exchange.status())));
        if (!answer.isObject()) {
            faults.add("status " + exchange.status() + " is none of this call");
            return faults;
        }
        if (exchange.status() < 300) {
            operationsSeen.add(found.get().name());
        }
        faults.addAll(faultsOfHeaders(answer, exchange));
        if (exchange.method().equals("HEAD")) {
            if (exchange.answer().body().length > 0) {
                faults.add("a body in an answer to HEAD");
            }
        } else {
            faults.addAll(faultsOfBody(answer, exchange.answer(), "answer"));
        }
        return faults;
    }

    private List<String> faultsOfProblem(Exchange exchange) {
        String type = exchange.answer().header("Problem-Type").orElse("");
        problemsSeen.add(type);
        Integer status = problems.statuses().get(type);
        if (status == null || status != exchange.status()) {
            return List.of(type + " with status " + exchange.status());
        }
        if (exchange.method().equals("HEAD")) {
            return List.of();
        }
        try {
            JsonNode problem = json.readTree(exchange.answer().body());
            List<String> faults = new ArrayList<>(problems.faults(problem));
            if (!type.equals(problem.path("type").asText())) {
                faults.add("Problem-Type is not the body's");
            }
            return faults;
        } catch (IOException e) {
            return List.of("a problem that is no JSON");
        }
    }

    private List<String> faultsOfHeaders(JsonNode answer, Exchange exchange) {
        List<String> faults = new ArrayList<>();
        Iterator<Map.Entry<String, JsonNode>> headers = answer.path("headers").fields();
        while (headers.hasNext()) {
            Map.Entry<String, JsonNode> header = headers.next();
            Optional<String> value = exchange.answer().header(header.getKey());
            if (value.isPresent()) {
                JsonNode schema = schemas.resolve(header.getValue()).path("schema");
                faults.addAll(prefixed(header.getKey(), schemas.faultsOfText(schema, value.get())));
            } else if (!MAY_BE_ABSENT.contains(header.getKey())) {
                faults.add("header " + header.getKey() + " is missing");
            }
        }
        return faults;
    }

    private List<String> faultsOfParameter(Exchange exchange, Operation operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        Optional<String> value = switch (parameter.path("in").asText()) {
            case "path" -> Optional.of(operation.id());
            case "query" -> Optional.ofNullable(query(exchange).get(name));
            default -> exchange.request().header(name);
        };
        if (value.isEmpty()) {
            return parameter.path("required").asBoolean() ? List.of(name + " is missing") : List.of();
        }
        return prefixed(name, schemas.faultsOfText(parameter.path("schema"), value.get()));
    }

    /** A body where none is described must be empty, and the other way round. */
    private List<String> faultsOfBody(JsonNode described, Exchange.Message message, String what) {
        if (!described.has("content")) {
            return message.body().length == 0 ? List.of() : List.of("a body in the " + what);
        }
        String type = message.header("Content-Type").orElse("none").replaceFirst(";.*", "");
        JsonNode content = described.path("content").path(type);
        if (content.isMissingNode()) {
            return List.of("a body of type " + type + " in the " + what);
        }
        boolean text = type.equals("application/json") || type.equals(PROBLEM);
        return text
                ? prefixed(
                        what,
                        schemas.faults(content.path("schema"), new String(message.body(), StandardCharsets.UTF_8)))
                : List.of();
    }

    private Optional<Operation> operation(Exchange exchange) {
        Iterator<Map.Entry<String, JsonNode>> paths = api.path("paths").fields();
        while (paths.hasNext()) {
            Map.Entry<String, JsonNode> path = paths.next();
            var matcher =
                    Pattern.compile(path.getKey().replace("{id}", "([^/]+)")).matcher(exchange.path());
            JsonNode operation = path.getValue().path(exchange.method().toLowerCase(Locale.ROOT));
            if (matcher.matches() && operation.isObject()) {
                return Optional.of(
                        new Operation(operation, path.getValue(), matcher.groupCount() > 0 ? matcher.group(1) : ""));
            }
        }
        return Optional.empty();
    }

    private static Set<String> queryNames(Exchange exchange) {
        return query(exchange).keySet();
    }

    private static Map<String, String> query(Exchange exchange) {
        Map<String, String> values = new HashMap<>();
        exchange.query().ifPresent(query -> {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        });
        return values;
    }

    private static List<String> prefixed(String name, List<String> faults) {
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }
}
