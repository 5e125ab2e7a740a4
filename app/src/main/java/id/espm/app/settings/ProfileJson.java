package id.espm.app.settings;

import id.espm.app.settings.KeySettings.RevocationMode;
import id.espm.signer.Jabatan;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDescriptionInvalid;
import id.espm.signer.Problem.PackageDescriptionInvalid.Flaw;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.timestamp.TimestampSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code profile.json}; an unknown key is an error that names the key, as in {@code paket.json}. */
final class ProfileJson {
    private static final String LEVEL = "level";
    private static final String TSA = "tsa";
    private static final String TSA_USER = "tsaUserFile";
    private static final String ADK_PASSWORD = "adkPasswordFile";
    private static final String NIK_PLACES = "nikPlaces";
    private static final String KPPN_ZONA = "kppnZona";
    private static final String REVOCATION = "revocation";
    private static final String PAC = "pac";
    private static final String UPDATES = "updates";
    private static final String ADDRESS = "address";
    private static final String UPDATE_KEYS = "keys";
    private static final String DAILY = "daily";
    private static final Set<String> KEYS = Set.of(
            "p12",
            "serial",
            "pkcs11",
            "token",
            "jabatan",
            "satker",
            "kppn",
            "tahun",
            "lokasi",
            "alasan",
            "zona",
            KPPN_ZONA,
            "url",
            "user",
            LEVEL,
            TSA,
            TSA_USER,
            ADK_PASSWORD,
            NIK_PLACES,
            REVOCATION,
            PAC,
            UPDATES);
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");
    /** More than the one letter of a drive of Windows. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f:]{1,80}");
    /** The names that officials use (Keppres 41/1987). */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "WIB", ZoneId.of("Asia/Jakarta"),
            "WITA", ZoneId.of("Asia/Makassar"),
            "WIT", ZoneId.of("Asia/Jayapura"));

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final JsonNode root;
    private final String place;

    /** @param place where the object stands in the file, with a dot behind; empty for the file itself */
    private ProfileJson(Path file, JsonNode root, String place) {
        this.file = file;
        this.root = root;
        this.place = place;
    }

    /** @throws SignerException {@link PackageDescriptionInvalid}, {@link Problem.FileUnreadable} */
    static UserProfile read(Path file) throws SignerException {
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            String position = e.getLocation() == null
                    ? "1:1"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new SignerException(new PackageDescriptionInvalid(file, Flaw.NOT_JSON, position), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
        if (!root.isObject()) {
            throw new SignerException(new PackageDescriptionInvalid(file, Flaw.NOT_JSON, "1:1"));
        }
        return new ProfileJson(file, root, "").profile();
    }

    private void requireOnly(Set<String> keys) throws SignerException {
        for (String key : root.propertyNames()) {
            if (!keys.contains(key)) {
                throw invalid(Flaw.UNKNOWN_KEY, key, null);
            }
        }
    }

    private UserProfile profile() throws SignerException {
        requireOnly(KEYS);
        return new UserProfile.Builder()
                .p12(path("p12"))
                .jabatan(value("jabatan", Jabatan::valueOf))
                .satker(value("satker", Satker::new))
                .kppn(value("kppn", Kppn::new))
                .tahun(value("tahun", Integer::valueOf))
                .lokasi(value("lokasi", Function.identity()))
                .alasan(value("alasan", Function.identity()))
                .zona(value("zona", ProfileJson::zone))
                .kppnZona(value(KPPN_ZONA, ProfileJson::zone))
                .url(value("url", URI::create))
                .user(value("user", Function.identity()))
                .signature(new SignatureSettings(value(LEVEL, ProfileJson::level), addresses(), path(TSA_USER)))
                .key(key())
                .adkPasswordFile(path(ADK_PASSWORD))
                .pac(value(PAC, this::script))
                .updates(updates())
                .build();
    }

    private UpdateSettings updates() throws SignerException {
        JsonNode node = root.path(UPDATES);
        if (node.isMissingNode()) {
            return UpdateSettings.none();
        }
        if (!node.isObject()) {
            throw invalid(Flaw.WRONG_VALUE, UPDATES, null);
        }
        return new ProfileJson(file, node, UPDATES + ".").ofUpdates();
    }

    private UpdateSettings ofUpdates() throws SignerException {
        requireOnly(Set.of(ADDRESS, UPDATE_KEYS, DAILY));
        if (!root.path(DAILY).isMissingNode() && !root.path(DAILY).isBoolean()) {
            throw invalid(Flaw.WRONG_VALUE, DAILY, null);
        }
        Set<PublicKeyPin> keys = new LinkedHashSet<>();
        for (String text : texts(UPDATE_KEYS)) {
            keys.add(parse(UPDATE_KEYS, text, PublicKeyPin::new));
        }
        return new UpdateSettings(
                value(ADDRESS, ProfileJson::ofWeb), keys, root.path(DAILY).asBoolean(false));
    }

    private KeySettings key() throws SignerException {
        Optional<String> serial = value("serial", Function.identity());
        if (serial.isPresent() && !SERIAL.matcher(serial.get()).matches()) {
            throw invalid(Flaw.WRONG_VALUE, "serial", null);
        }
        List<String> places = texts(NIK_PLACES);
        if (!places.stream().allMatch(place -> OID.matcher(place).matches())) {
            throw invalid(Flaw.WRONG_VALUE, NIK_PLACES, null);
        }
        Optional<RevocationMode> revocation =
                value(REVOCATION, text -> RevocationMode.valueOf(text.toUpperCase(Locale.ROOT)));
        return new KeySettings(
                serial,
                path("pkcs11"),
                value("token", Function.identity()),
                places,
                revocation.orElse(RevocationMode.WARN));
    }

    /** A file that is named relative to the profile. */
    private Optional<Path> path(String key) throws SignerException {
        return value(key, Path::of).map(p -> file.toAbsolutePath().resolveSibling(p));
    }

    /** An address of the web or of a file, or the name of a file. */
    private URI script(String text) {
        if (!SCHEME.matcher(text).lookingAt()) {
            return file.toAbsolutePath().resolveSibling(text).normalize().toUri();
        }
        URI address = URI.create(text);
        return "file".equals(address.getScheme()) ? Path.of(address).toUri() : ofWeb(text);
    }

    private static URI ofWeb(String text) {
        URI address = URI.create(text);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private static SignatureLevel level(String label) {
        return Arrays.stream(SignatureLevel.values())
                .filter(level -> level.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label));
    }

    private List<URI> addresses() throws SignerException {
        List<URI> found = new ArrayList<>();
        for (String one : texts(TSA)) {
            URI address = parse(TSA, one, URI::create);
            if (!TimestampSettings.isUsable(address)) {
                throw invalid(Flaw.WRONG_VALUE, TSA, null);
            }
            found.add(address);
        }
        return found;
    }

    private List<String> texts(String key) throws SignerException {
        JsonNode node = root.path(key);
        List<String> found = new ArrayList<>();
        if (node.isMissingNode()) {
            return found;
        }
        if (!node.isArray()) {
            throw invalid(Flaw.WRONG_VALUE, key, null);
        }
        for (JsonNode one : node) {
            if (!one.isString()) {
                throw invalid(Flaw.WRONG_VALUE, key, null);
            }
            found.add(one.asString());
        }
        return found;
    }

    private static ZoneId zone(String text) {
        ZoneId known = ZONES.get(text.toUpperCase(Locale.ROOT));
        return known != null ? known : ZoneId.of(text);
    }

    private <T> Optional<T> value(String key, Function<String, T> reader) throws SignerException {
        JsonNode node = root.path(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        boolean scalar = key.equals("tahun") ? node.isInt() : node.isString();
        if (!scalar || node.asString().isBlank()) {
            throw invalid(Flaw.WRONG_VALUE, key, null);
        }
        return Optional.of(parse(key, node.asString(), reader));
    }

    private <T> T parse(String key, String text, Function<String, T> reader) throws SignerException {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid(Flaw.WRONG_VALUE, key, e);
        }
    }

    private SignerException invalid(Flaw flaw, String key, @Nullable Throwable cause) {
        return new SignerException(new PackageDescriptionInvalid(file, flaw, place + key), cause);
    }

    static byte[] write(UserProfile profile) {
        ObjectNode node = JSON.createObjectNode();
        put(node, "p12", profile.p12());
        put(node, "jabatan", profile.jabatan());
        put(node, "satker", profile.satker());
        put(node, "kppn", profile.kppn());
        profile.tahun().ifPresent(tahun -> node.put("tahun", tahun));
        put(node, "lokasi", profile.lokasi());
        put(node, "alasan", profile.alasan());
        put(node, "zona", profile.zona());
        put(node, KPPN_ZONA, profile.kppnZona());
        put(node, "url", profile.url());
        put(node, "user", profile.user());
        put(node, LEVEL, profile.signature().level().map(SignatureLevel::label));
        if (!profile.signature().tsa().isEmpty()) {
            ArrayNode tsa = node.putArray(TSA);
            profile.signature().tsa().forEach(address -> tsa.add(address.toString()));
        }
        put(node, TSA_USER, profile.signature().tsaUserFile());
        put(node, ADK_PASSWORD, profile.adkPasswordFile());
        put(node, PAC, profile.pac());
        put(node, profile.key());
        put(node, profile.updates());
        return JSON.writeValueAsBytes(node);
    }

    private static void put(ObjectNode node, KeySettings key) {
        put(node, "serial", key.serial());
        put(node, "pkcs11", key.pkcs11());
        put(node, "token", key.token());
        if (!key.nikPlaces().isEmpty()) {
            ArrayNode places = node.putArray(NIK_PLACES);
            key.nikPlaces().forEach(places::add);
        }
        if (key.revocation() != RevocationMode.WARN) {
            node.put(REVOCATION, key.revocation().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void put(ObjectNode node, UpdateSettings updates) {
        if (updates.equals(UpdateSettings.none())) {
            return;
        }
        ObjectNode inner = node.putObject(UPDATES);
        put(inner, ADDRESS, updates.address());
        if (!updates.keys().isEmpty()) {
            ArrayNode keys = inner.putArray(UPDATE_KEYS);
            updates.keys().stream().map(PublicKeyPin::text).sorted().forEach(keys::add);
        }
        inner.put(DAILY, updates.daily());
    }

    private static void put(ObjectNode node, String key, Optional<?> value) {
        value.ifPresent(v -> node.put(key, v.toString()));
    }
}
