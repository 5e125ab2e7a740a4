package id.espm.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the window remembers by itself. It is no setting: where it cannot be read it is as if it were not there.
 *
 * @param place    where it stood last
 * @param language of the texts, such as {@code en}; whoever never chose has none
 * @param theme    by its name; whoever never chose has none
 * @param recent   packages that were worked on, the last one first; at most {@link #MOST_RECENT}
 * @param asked    when a newer version was asked for last, whatever came of it
 */
public record WindowMemory(
        Optional<Place> place,
        Optional<String> language,
        Optional<String> theme,
        List<Path> recent,
        Optional<Instant> asked) {
    /** More would be a list to search in. */
    public static final int MOST_RECENT = 10;

    private static final JsonMapper JSON = new JsonMapper();

    public WindowMemory {
        recent = List.copyOf(recent.subList(0, Math.min(recent.size(), MOST_RECENT)));
    }

    /**
     * Where a window stands on the screens, in the toolkit's units.
     *
     * @param maximized whether it fills its screen; the rest is what it goes back to
     */
    public record Place(double x, double y, double width, double height, boolean maximized) {}

    /** Nothing is remembered. */
    public static WindowMemory none() {
        return new WindowMemory(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** The same with another place. */
    public WindowMemory at(Place other) {
        return new WindowMemory(Optional.of(other), language, theme, recent, asked);
    }

    /** The same with another look. */
    public WindowMemory looking(String otherLanguage, String otherTheme) {
        return new WindowMemory(place, Optional.of(otherLanguage), Optional.of(otherTheme), recent, asked);
    }

    /** The same with a package as the last one that was worked on. */
    public WindowMemory worked(Path paket) {
        List<Path> all = new ArrayList<>();
        all.add(paket);
        recent.stream().filter(each -> !each.equals(paket)).forEach(all::add);
        return new WindowMemory(place, language, theme, all, asked);
    }

    /** The same after a newer version was asked for. */
    public WindowMemory asked(Instant time) {
        return new WindowMemory(place, language, theme, recent, Optional.of(time));
    }

    static WindowMemory read(Path file) {
        try {
            return of(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException e) {
            // Written by another version, or broken by hand: the window opens as on the first day.
            return none();
        }
    }

    private static WindowMemory of(JsonNode root) {
        List<Path> recent = new ArrayList<>();
        root.path("recent").forEach(each -> recent.add(Path.of(each.asString())));
        return new WindowMemory(
                place(root.path("place")),
                text(root, "language"),
                text(root, "theme"),
                recent,
                text(root, "asked").map(Instant::parse));
    }

    private static Optional<Place> place(JsonNode node) {
        boolean whole = node.path("x").isNumber()
                && node.path("y").isNumber()
                && node.path("width").isNumber()
                && node.path("height").isNumber();
        return whole
                ? Optional.of(new Place(
                        node.path("x").asDouble(),
                        node.path("y").asDouble(),
                        node.path("width").asDouble(),
                        node.path("height").asDouble(),
                        node.path("maximized").asBoolean(false)))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode root, String key) {
        JsonNode node = root.path(key);
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    byte[] bytes() {
        ObjectNode root = JSON.createObjectNode();
        place.ifPresent(p -> root.putObject("place")
                .put("x", p.x())
                .put("y", p.y())
                .put("width", p.width())
                .put("height", p.height())
                .put("maximized", p.maximized()));
        language.ifPresent(value -> root.put("language", value));
        theme.ifPresent(value -> root.put("theme", value));
        asked.ifPresent(value -> root.put("asked", value.toString()));
        ArrayNode all = root.putArray("recent");
        recent.forEach(each -> all.add(each.toString()));
        return JSON.writeValueAsBytes(root);
    }
}
