package id.espm.signer.pdf.appearance.template;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes templates as JSON, described by {@code docs/schema/template.json}. Everything may be left out and is then
 * as usual; an unknown key is an error that names the key.
 */
public final class TemplateJson {
    private static final Set<String> KEYS =
            Set.of("pages", "place", "size", "lines", "caption", "qr", "picture", "language");
    private static final Set<String> CORNER_KEYS = Set.of("corner", "marginX", "marginY");
    private static final Set<String> POINT_KEYS = Set.of("left", "top");
    private static final Set<String> ANCHOR_KEYS = Set.of("anchor", "which");
    private static final Set<String> SIZE_KEYS = Set.of("width", "height");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    private TemplateJson(Path file) {
        this.file = file;
    }

    /**
     * Reads a template.
     *
     * @throws SignerException {@link Problem.TemplateInvalid}, {@link Problem.FileUnreadable}
     */
    public static Template read(Path file) throws SignerException {
        try {
            return parse(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new SignerException(new Problem.TemplateInvalid(file, ""), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    /**
     * Understands the JSON of a template.
     *
     * @param file for errors
     * @throws SignerException {@link Problem.TemplateInvalid}
     */
    public static Template parse(Path file, String json) throws SignerException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new SignerException(new Problem.TemplateInvalid(file, ""), e);
        }
        return new TemplateJson(file).template(root);
    }

    /** The JSON of a template, with every key. */
    public static String write(Template template) {
        ObjectNode root = JSON.createObjectNode();
        root.put("pages", template.pages().text());
        ObjectNode place = root.putObject("place");
        switch (template.place()) {
            case Place.InCorner corner ->
                place.put("corner", corner.corner().key())
                        .put("marginX", corner.marginX().mm())
                        .put("marginY", corner.marginY().mm());
            case Place.AtPoint point ->
                place.put("left", point.left().mm()).put("top", point.top().mm());
            case Place.AtAnchor anchor ->
                place.put("anchor", anchor.text()).put("which", anchor.which().key());
        }
        root.putObject("size")
                .put("width", template.size().width().mm())
                .put("height", template.size().height().mm());
        ArrayNode lines = root.putArray("lines");
        template.lines().stream().sorted().map(BlockLine::key).forEach(lines::add);
        return JSON.writeValueAsString(root.put("caption", template.caption())
                .put("qr", template.qr())
                .put("picture", template.picture())
                .put("language", template.language().key()));
    }

    private Template template(JsonNode root) throws SignerException {
        if (!root.isObject()) {
            throw invalid("", null);
        }
        requireKeys(root, "", KEYS);
        Template.Builder template = Template.builder();
        if (root.has("language")) {
            template.language(
                    text(root, "", "language", t -> BlockLanguage.of(t).orElseThrow(this::unknown)));
        }
        if (root.has("place")) {
            Place place = place(root.path("place"));
            template.place(place);
            if (place instanceof Place.AtAnchor) {
                template.pages(PageSelection.ALL);
            }
        }
        if (root.has("pages")) {
            template.pages(text(root, "", "pages", PageSelection::parse));
        }
        if (root.has("size")) {
            template.size(size(root.path("size")));
        }
        if (root.has("lines")) {
            template.lines(lines(root.path("lines")));
        }
        if (root.has("caption")) {
            template.caption(text(root, "", "caption", Function.identity()));
        }
        if (root.has("qr")) {
            template.qr(flag(root, "qr"));
        }
        if (root.has("picture")) {
            template.picture(flag(root, "picture"));
        }
        try {
            return template.build();
        } catch (IllegalArgumentException e) {
            throw invalid(root.path("caption").asString("").length() > Template.MAX_CAPTION ? "caption" : "lines", e);
        }
    }

    private Place place(JsonNode node) throws SignerException {
        if (node.has("corner")) {
            requireKeys(node, "place", CORNER_KEYS);
            Place.Corner corner =
                    text(node, "place", "corner", t -> Place.Corner.of(t).orElseThrow(this::unknown));
            Length marginX = margin(node, "marginX");
            return new Place.InCorner(corner, marginX, margin(node, "marginY"));
        }
        if (node.has("anchor")) {
            requireKeys(node, "place", ANCHOR_KEYS);
            Place.Which which = node.has("which")
                    ? text(node, "place", "which", t -> Place.Which.of(t).orElseThrow(this::unknown))
                    : Place.Which.ONLY;
            return text(node, "place", "anchor", t -> new Place.AtAnchor(t, which));
        }
        requireKeys(node, "place", POINT_KEYS);
        return new Place.AtPoint(length(node, "place", "left"), length(node, "place", "top"));
    }

    private Length margin(JsonNode place, String key) throws SignerException {
        if (!place.has(key)) {
            return Place.InCorner.DEFAULT_MARGIN;
        }
        Length margin = length(place, "place", key);
        if (margin.points() < 0) {
            throw invalid("place." + key, null);
        }
        return margin;
    }

    private BlockSize size(JsonNode node) throws SignerException {
        requireKeys(node, "size", SIZE_KEYS);
        try {
            return new BlockSize(length(node, "size", "width"), length(node, "size", "height"));
        } catch (IllegalArgumentException e) {
            throw invalid("size", e);
        }
    }

    private Set<BlockLine> lines(JsonNode node) throws SignerException {
        if (!node.isArray()) {
            throw invalid("lines", null);
        }
        Set<BlockLine> lines = EnumSet.noneOf(BlockLine.class);
        for (JsonNode one : node) {
            Optional<BlockLine> line = one.isString() ? BlockLine.of(one.asString()) : Optional.empty();
            lines.add(line.orElseThrow(() -> invalid("lines", null)));
        }
        return lines;
    }

    private boolean flag(JsonNode object, String key) throws SignerException {
        if (!object.path(key).isBoolean()) {
            throw invalid(key, null);
        }
        return object.path(key).asBoolean();
    }

    /** A number of millimetres, or a text with a unit. */
    private Length length(JsonNode object, String parent, String key) throws SignerException {
        JsonNode node = object.path(key);
        try {
            if (node.isNumber()) {
                return Length.ofMm(node.asDouble());
            }
            return text(object, parent, key, Length::parse);
        } catch (IllegalArgumentException e) {
            throw invalid(parent + "." + key, e);
        }
    }

    private <T> T text(JsonNode object, String parent, String key, Function<String, T> reader) throws SignerException {
        String full = parent.isEmpty() ? key : parent + "." + key;
        if (!object.path(key).isString()) {
            throw invalid(full, null);
        }
        try {
            return reader.apply(object.path(key).asString());
        } catch (IllegalArgumentException e) {
            throw invalid(full, e);
        }
    }

    private void requireKeys(JsonNode object, String parent, Set<String> known) throws SignerException {
        if (!object.isObject()) {
            throw invalid(parent, null);
        }
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw invalid(parent.isEmpty() ? key : parent + "." + key, null);
            }
        }
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("not one of the names");
    }

    private SignerException invalid(String key, @Nullable Throwable cause) {
        return new SignerException(new Problem.TemplateInvalid(file, key), cause);
    }
}
