package id.espm.signer.rules;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of the rules, read member by member: each must be there and of its kind, and none may be unknown. By hand, since
 * they are read at every start: finding out by reflection what a rule is made of took longer than all the rest of the reading.
 */
final class RulesJson {
    private final JsonNode object;
    private final String place;

    private RulesJson(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /**
     * All rules.
     *
     * @throws IllegalArgumentException naming the member that is missing, unknown or wrong
     */
    static Rules rules(JsonNode root) {
        RulesJson all = of(root, "", "source", "date", "spmLimit", "serviceHours", "files", "jenis");
        return new Rules(
                all.text("source"),
                all.text("date"),
                all.spmLimit("spmLimit"),
                all.serviceHours("serviceHours"),
                all.files("files"),
                all.jenis("jenis"));
    }

    private static RulesJson of(JsonNode node, String place, String... known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(place + ": not an object");
        }
        Set<String> names = Set.of(known);
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(inside(place, name) + ": unknown");
            }
        }
        return new RulesJson(node, place);
    }

    private static String inside(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private RulesJson member(String name, String... known) {
        return of(there(name), inside(place, name), known);
    }

    private JsonNode there(String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            throw wrong(name, "missing");
        }
        return node;
    }

    private IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException(inside(place, name) + ": " + why);
    }

    private Rules.SpmLimit spmLimit(String name) {
        RulesJson limit = member(name, "max", "pasal");
        return new Rules.SpmLimit(Math.toIntExact(limit.number("max", Integer.MAX_VALUE)), limit.text("pasal"));
    }

    private ServiceHours serviceHours(String name) {
        RulesJson hours = member(name, "from", "to", "days", "holidays", "zones", "pasal");
        return new ServiceHours(
                hours.value("from", hours.there("from"), LocalTime::parse),
                hours.value("to", hours.there("to"), LocalTime::parse),
                hours.values("days", DayOfWeek::valueOf),
                hours.values("holidays", LocalDate::parse),
                hours.zones("zones"),
                hours.text("pasal"));
    }

    private Map<String, Zona> zones(String name) {
        JsonNode node = there(name);
        if (!node.isObject()) {
            throw wrong(name, "not an object");
        }
        Map<String, Zona> zones = new HashMap<>();
        node.forEachEntry((kppn, zona) -> zones.put(kppn, value(inside(name, kppn), zona, Zona::valueOf)));
        return zones;
    }

    private FileRules files(String name) {
        RulesJson files = member(name, "adk", "lampiran", "pdfPasal");
        return new FileRules(files.size("adk"), files.size("lampiran"), files.text("pdfPasal"));
    }

    private FileRules.Size size(String name) {
        RulesJson size = member(name, "warn", "max", "source");
        return new FileRules.Size(
                size.number("warn", Long.MAX_VALUE), size.number("max", Long.MAX_VALUE), size.text("source"));
    }

    private Map<Jenis, JenisRule> jenis(String name) {
        JsonNode node = there(name);
        if (!node.isObject()) {
            throw wrong(name, "not an object");
        }
        Map<Jenis, JenisRule> rules = new EnumMap<>(Jenis.class);
        for (String jenis : node.propertyNames()) {
            rules.put(converted(name, jenis, Jenis::valueOf), rule(node.path(jenis), inside(name, jenis)));
        }
        return rules;
    }

    private static JenisRule rule(JsonNode node, String place) {
        RulesJson rule = of(
                node,
                place,
                "jabatan",
                "jabatanPasal",
                "adk",
                "lampiran",
                "compositionPasal",
                "spmLimited",
                "submitted");
        return new JenisRule(
                rule.values("jabatan", Jabatan::valueOf),
                rule.text("jabatanPasal"),
                rule.value("adk", rule.there("adk"), JenisRule.Part::valueOf),
                rule.value("lampiran", rule.there("lampiran"), JenisRule.Part::valueOf),
                rule.text("compositionPasal"),
                rule.flag("spmLimited"),
                rule.flag("submitted"));
    }

    private boolean flag(String name) {
        JsonNode node = there(name);
        if (!node.isBoolean()) {
            throw wrong(name, "neither true nor false");
        }
        return node.booleanValue();
    }

    private long number(String name, long largest) {
        JsonNode node = there(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() > largest) {
            throw wrong(name, "not a whole number");
        }
        return node.longValue();
    }

    private String text(String name) {
        return value(name, there(name), text -> text);
    }

    private <T> Set<T> values(String name, Function<String, T> function) {
        JsonNode node = there(name);
        if (!node.isArray()) {
            throw wrong(name, "not a list");
        }
        Set<T> values = new HashSet<>();
        for (JsonNode one : List.copyOf(node.values())) {
            values.add(value(name, one, function));
        }
        return values;
    }

    private <T> T value(String name, JsonNode node, Function<String, T> function) {
        if (!node.isString()) {
            throw wrong(name, "not a text");
        }
        return converted(name, node.stringValue(), function);
    }

    private <T> T converted(String name, String text, Function<String, T> function) {
        try {
            return function.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(inside(place, name) + ": " + text, e);
        }
    }
}
