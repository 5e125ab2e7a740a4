package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object from the server, read member by member: what must be there and is not, or is of another kind, is an
 * {@link EspmProblem.UnexpectedAnswer}; members that we do not know are left alone, as the contract asks.
 */
public final class JsonFields {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode node;
    private final int status;

    private JsonFields(JsonNode node, int status) {
        this.node = node;
        this.status = status;
    }

    /**
     * Reads an object.
     *
     * @param status of the answer that it came with, for the problem
     */
    public static JsonFields parse(byte[] json, int status) throws EspmException {
        try {
            return new JsonFields(JSON.readTree(json), status).requireObject();
        } catch (JacksonException e) {
            throw new EspmException(new EspmProblem.UnexpectedAnswer(status, ""), e);
        }
    }

    public String text(String name) throws EspmException {
        return optionalText(name).orElseThrow(this::unexpected);
    }

    public Optional<String> optionalText(String name) {
        JsonNode value = node.path(name);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    public long count(String name) throws EspmException {
        return optionalCount(name).orElseThrow(this::unexpected);
    }

    /** A whole number that is not negative. */
    public Optional<Long> optionalCount(String name) {
        JsonNode value = node.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
                ? Optional.of(value.longValue())
                : Optional.empty();
    }

    public boolean flag(String name) throws EspmException {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw unexpected();
        }
        return value.booleanValue();
    }

    public Instant time(String name) throws EspmException {
        return converted(name, Instant::parse);
    }

    public byte[] base64(String name) throws EspmException {
        return converted(name, Base64.getDecoder()::decode);
    }

    /** A text as something else; the function may throw what is usual for a text of another form. */
    public <T> T converted(String name, Function<String, T> function) throws EspmException {
        return convert(text(name), function);
    }

    /** An array of texts. */
    public List<String> texts(String name) throws EspmException {
        return convertedTexts(name, text -> text);
    }

    /** An array of objects, each mapped to a value. */
    public <T> List<T> objects(String name, Mapping<T> mapping) throws EspmException {
        List<T> values = new ArrayList<>();
        for (JsonNode element : array(name)) {
            values.add(mapping.map(new JsonFields(element, status).requireObject()));
        }
        return values;
    }

    /** An array of texts, each as something else. */
    public <T> List<T> convertedTexts(String name, Function<String, T> function) throws EspmException {
        List<T> values = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isString()) {
                throw unexpected();
            }
            values.add(convert(element.stringValue(), function));
        }
        return values;
    }

    /** Makes a value of an object. */
    @FunctionalInterface
    public interface Mapping<T> {
        T map(JsonFields fields) throws EspmException;
    }

    private <T> T convert(String text, Function<String, T> function) throws EspmException {
        try {
            return function.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new EspmException(new EspmProblem.UnexpectedAnswer(status, ""), e);
        }
    }

    private JsonNode array(String name) throws EspmException {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw unexpected();
        }
        return value;
    }

    private JsonFields requireObject() throws EspmException {
        if (!node.isObject()) {
            throw unexpected();
        }
        return this;
    }

    private EspmException unexpected() {
        return new EspmException(new EspmProblem.UnexpectedAnswer(status, ""));
    }
}
