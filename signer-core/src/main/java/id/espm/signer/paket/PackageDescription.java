package id.espm.signer.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDescriptionInvalid;
import id.espm.signer.Problem.PackageDescriptionInvalid.Flaw;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@code paket.json} that describes a package folder; an unknown key is an error that names the key. */
final class PackageDescription {
    static final String FILE_NAME = "paket.json";

    private static final Set<String> KEYS = Set.of("jenis", "satker", "kppn", "tahun", "jabatan", "lokasi", "dokumen");
    private static final Set<String> DOCUMENT_KEYS = Set.of("nomor", "adk", "lampiran");
    private static final int MAX_NOMOR = 100;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode root;

    private PackageDescription(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /** @throws SignerException {@link Problem.PackageDescriptionInvalid}, {@link Problem.FileUnreadable} */
    static PackageDescription read(Path file) throws SignerException {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            String position = e.getLocation() == null
                    ? ""
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new SignerException(new PackageDescriptionInvalid(file, Flaw.NOT_JSON, position), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
        PackageDescription description = new PackageDescription(file, root);
        if (!root.isObject()) {
            throw description.invalid(Flaw.NOT_JSON, "1:1", null);
        }
        description.requireKnownKeys(root, KEYS, "");
        return description;
    }

    PackageDetails details() throws SignerException {
        return new PackageDetails(
                value("jenis", Jenis::valueOf),
                value("satker", Satker::new),
                value("kppn", Kppn::new),
                value("tahun", Integer::valueOf),
                value("jabatan", Jabatan::valueOf),
                value("lokasi", Function.identity()));
    }

    /** The documents that it names; empty where it leaves finding them to their names. */
    List<PackageDocument> documents() throws SignerException {
        JsonNode list = root.path("dokumen");
        if (list.isMissingNode()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw invalid(Flaw.WRONG_VALUE, "dokumen", null);
        }
        List<PackageDocument> documents = new ArrayList<>();
        for (JsonNode node : list) {
            documents.add(document(node, "dokumen[" + documents.size() + "]"));
        }
        return documents;
    }

    private PackageDocument document(JsonNode node, String place) throws SignerException {
        if (!node.isObject()) {
            throw invalid(Flaw.WRONG_VALUE, place, null);
        }
        requireKnownKeys(node, DOCUMENT_KEYS, place + ".");
        List<String> nomor = texts(node.path("nomor"), place + ".nomor");
        if (nomor.isEmpty()) {
            throw invalid(Flaw.MISSING_KEY, place + ".nomor", null);
        }
        for (String one : nomor) {
            if (one.isBlank() || one.length() > MAX_NOMOR || one.chars().anyMatch(Character::isISOControl)) {
                throw invalid(Flaw.WRONG_VALUE, place + ".nomor", null);
            }
        }
        Optional<Path> adk = node.has("adk") ? Optional.of(inside(node.path("adk"), place + ".adk")) : Optional.empty();
        List<Path> lampiran = new ArrayList<>();
        for (JsonNode one : array(node.path("lampiran"), place + ".lampiran")) {
            lampiran.add(inside(one, place + ".lampiran"));
        }
        return new PackageDocument(nomor, adk, lampiran);
    }

    /** A file of the folder; a path that leaves it is refused. */
    private Path inside(JsonNode node, String place) throws SignerException {
        if (!node.isString() || node.asString().isBlank()) {
            throw invalid(Flaw.WRONG_VALUE, place, null);
        }
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        try {
            Path path = folder.resolve(node.asString()).normalize();
            if (!path.startsWith(folder) || path.equals(folder)) {
                throw invalid(Flaw.PATH_OUTSIDE, node.asString(), null);
            }
            return path;
        } catch (InvalidPathException e) {
            throw invalid(Flaw.WRONG_VALUE, node.asString(), e);
        }
    }

    private List<String> texts(JsonNode node, String place) throws SignerException {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : array(node, place)) {
            if (!one.isString()) {
                throw invalid(Flaw.WRONG_VALUE, place, null);
            }
            texts.add(one.asString().strip());
        }
        return texts;
    }

    private List<JsonNode> array(JsonNode node, String place) throws SignerException {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw invalid(Flaw.WRONG_VALUE, place, null);
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    private <T> Optional<T> value(String key, Function<String, T> reader) throws SignerException {
        JsonNode node = root.path(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        boolean scalar = key.equals("tahun") ? node.isInt() : node.isString();
        if (!scalar) {
            throw invalid(Flaw.WRONG_VALUE, key, null);
        }
        try {
            return Optional.of(reader.apply(node.asString()));
        } catch (IllegalArgumentException e) {
            throw invalid(Flaw.WRONG_VALUE, key, e);
        }
    }

    private void requireKnownKeys(JsonNode object, Set<String> known, String prefix) throws SignerException {
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw invalid(Flaw.UNKNOWN_KEY, prefix + key, null);
            }
        }
    }

    private SignerException invalid(Flaw flaw, String key, @Nullable Throwable cause) {
        return new SignerException(new PackageDescriptionInvalid(file, flaw, key), cause);
    }
}
