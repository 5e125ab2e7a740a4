package id.espm.app.draft;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.paket.FileKind;
import id.espm.signer.paket.OfferedFile;
import id.espm.signer.paket.OfferedFile.Place;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.pdf.appearance.template.TemplateJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Drafts as JSON. What a later version adds is passed over by this one; its number says that nothing needed changed its meaning. */
final class DraftJson {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private DraftJson() {}

    static byte[] write(Draft draft) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("id", draft.id().toString());
        root.put("changed", draft.changed().toString());
        draft.folder().ifPresent(path -> root.put("folder", path.toString()));
        details(root.putObject("details"), draft.details());
        texts(
                root.putArray("fixed"),
                draft.fixed().stream().map(Detail::name).sorted().toList());
        ArrayNode files = root.putArray("files");
        draft.files().forEach(file -> file(files.addObject(), file));
        ObjectNode nomor = root.putObject("nomor");
        draft.nomor().forEach((name, numbers) -> texts(nomor.putArray(name), numbers));
        texts(root.putArray("accepted"), draft.accepted().stream().sorted().toList());
        ArrayNode looks = root.putArray("looks");
        draft.looks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(look -> look(looks.addObject(), look.getKey(), look.getValue()));
        return JSON.writeValueAsBytes(root);
    }

    private static void details(ObjectNode to, PackageDetails details) {
        details.jenis().ifPresent(value -> to.put("jenis", value.name()));
        details.satker().ifPresent(value -> to.put("satker", value.kode()));
        details.kppn().ifPresent(value -> to.put("kppn", value.kode()));
        details.tahun().ifPresent(value -> to.put("tahun", value));
        details.jabatan().ifPresent(value -> to.put("jabatan", value.name()));
        details.lokasi().ifPresent(value -> to.put("lokasi", value));
    }

    private static void texts(ArrayNode to, List<String> texts) {
        texts.forEach(to::add);
    }

    private static void file(ObjectNode to, DraftFile file) {
        to.put("path", file.path().toString());
        file.offered().group().ifPresent(group -> to.put("group", group));
        to.put("deep", file.offered().deep());
        file.offered().place().ifPresent(place -> {
            switch (place) {
                case Place.Adk adk -> to.put("adkOf", adk.document());
                case Place.Lampiran lampiran -> to.put("lampiranOf", lampiran.document());
                case Place.LeftOut out -> to.put("leftOut", true);
            }
        });
        to.put("kind", file.kind().name());
        to.put("signatures", file.signatures());
        to.put("size", file.stamp().size());
        to.put("changed", file.stamp().changed().toString());
        to.put("sha256", file.stamp().sha256().hex());
    }

    private static void look(ObjectNode to, Path document, DraftLook look) {
        to.put("path", document.toString());
        to.set("template", JSON.readTree(TemplateJson.write(look.template())));
        look.field().ifPresent(field -> to.put("field", field));
        look.picture().ifPresent(picture -> to.put("picture", picture.toString()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for anything else, also for times and names that nobody knows
     */
    static Draft read(byte[] json) {
        JsonNode root = JSON.readTree(json);
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("written by another version");
        }
        List<DraftFile> files = new ArrayList<>();
        root.path("files").forEach(node -> files.add(file(node)));
        Map<String, List<String>> nomor = new HashMap<>();
        root.path("nomor").propertyStream().forEach(entry -> nomor.put(entry.getKey(), texts(entry.getValue())));
        Map<Path, DraftLook> looks = new HashMap<>();
        root.path("looks").forEach(node -> looks.put(Path.of(node.path("path").asString()), look(node)));
        Set<Detail> fixed = new HashSet<>();
        texts(root.path("fixed")).forEach(name -> fixed.add(Detail.valueOf(name)));
        return new Draft.Builder(UUID.fromString(root.path("id").asString()), time(root))
                .folder(text(root, "folder").map(Path::of))
                .details(details(root.path("details")))
                .fixed(fixed)
                .files(files)
                .nomor(nomor)
                .accepted(Set.copyOf(texts(root.path("accepted"))))
                .looks(looks)
                .build();
    }

    private static DraftLook look(JsonNode node) {
        try {
            return new DraftLook(
                    TemplateJson.parse(
                            Path.of("template"), node.path("template").toString()),
                    text(node, "field"),
                    text(node, "picture").map(Path::of));
        } catch (SignerException e) {
            throw new IllegalArgumentException("no template", e);
        }
    }

    private static PackageDetails details(JsonNode node) {
        return new PackageDetails(
                value(node, "jenis", Jenis::valueOf),
                value(node, "satker", Satker::new),
                value(node, "kppn", Kppn::new),
                node.path("tahun").isInt() ? Optional.of(node.path("tahun").asInt()) : Optional.empty(),
                value(node, "jabatan", Jabatan::valueOf),
                text(node, "lokasi"));
    }

    private static DraftFile file(JsonNode node) {
        Optional<Place> place = value(node, "adkOf", (String name) -> (Place) new Place.Adk(name))
                .or(() -> value(node, "lampiranOf", Place.Lampiran::new))
                .or(() -> node.path("leftOut").asBoolean(false) ? Optional.of(new Place.LeftOut()) : Optional.empty());
        OfferedFile offered = new OfferedFile(
                Path.of(node.path("path").asString()),
                text(node, "group"),
                node.path("deep").asBoolean(false),
                place);
        FileStamp stamp = new FileStamp(
                node.path("size").asLong(),
                time(node),
                new Sha256(node.path("sha256").asString()));
        return new DraftFile(
                offered,
                FileKind.valueOf(node.path("kind").asString()),
                node.path("signatures").asInt(0),
                stamp);
    }

    private static Instant time(JsonNode node) {
        String text = node.path("changed").asString();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return value(node, key, Function.identity());
    }

    private static <T> Optional<T> value(JsonNode node, String key, Function<String, T> reader) {
        JsonNode value = node.path(key);
        return value.isString() ? Optional.of(reader.apply(value.asString())) : Optional.empty();
    }
}
