package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies strictly, writes answers. */
final class Json {
    static final String MEDIA_TYPE = "application/json";

    private static final int MAX_BODY = 1 << 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    static <T> T read(Context context, Class<T> type) throws Refusal, IOException {
        String mediaType = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!mediaType.equals(MEDIA_TYPE) && !mediaType.startsWith(MEDIA_TYPE + ";")) {
            throw new Refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Isi permintaan harus berupa " + MEDIA_TYPE + ".");
        }
        byte[] body = context.bodyInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw invalid("Isi permintaan terlalu besar.", "");
        }
        try {
            @Nullable T value = JSON.readValue(body, type);
            if (value == null) {
                throw invalid("Isi permintaan kosong.", "");
            }
            return value;
        } catch (JacksonException e) {
            throw invalid("Isi permintaan tidak dapat dibaca.", field(e));
        }
    }

    static void write(Context context, int status, Object body) {
        context.status(status).contentType(MEDIA_TYPE).result(JSON.writeValueAsBytes(body));
    }

    static byte[] bytes(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    static Refusal invalid(String detail, String field) {
        Refusal refusal = new Refusal(ProblemType.INVALID_REQUEST, detail);
        return field.isEmpty() ? refusal : refusal.with("field", field);
    }

    private static String field(JacksonException e) {
        List<JacksonException.Reference> path = e instanceof DatabindException ? e.getPath() : List.of();
        return path.isEmpty() ? "" : String.valueOf(path.getFirst().getPropertyName());
    }
}
