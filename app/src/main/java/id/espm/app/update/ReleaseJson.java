package id.espm.app.update;

import id.espm.app.update.PublishedRelease.ReleasePackage;
import id.espm.app.update.PublishedRelease.Validity;
import id.espm.app.update.UpdateProblem.NotARelease;
import id.espm.signer.Sha256;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a release file says: docs/schema/release.json. Keys that are not known here are passed over, for a later program
 * may have written them; what is known must be right.
 */
final class ReleaseJson {
    private static final String PROGRAM = "espm-signer";
    private static final int FORMAT = 1;
    private static final int MAX_PACKAGES = 64;
    private static final int MAX_PAGE = 512;
    /** No folder, nothing hidden, no option of a command. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9-]{1,32}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String place;

    /** @param place where the node stands in the file, with a dot behind; empty for the file itself */
    private ReleaseJson(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /** @throws UpdateException {@link NotARelease} */
    static PublishedRelease read(byte[] json) throws UpdateException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? "1:1"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new UpdateException(new NotARelease(where), e);
        }
        return new ReleaseJson(root, "").release();
    }

    private PublishedRelease release() throws UpdateException {
        require(PROGRAM.equals(text("program")), "program");
        require(node.path("format").isInt() && node.path("format").asInt() == FORMAT, "format");
        Version version = value("version", ReleaseJson::version);
        Version minimum = value("minimumSupported", ReleaseJson::version);
        require(minimum.compareTo(version) <= 0, "minimumSupported");
        Validity validity = new Validity(value("issued", Instant::parse), value("expires", Instant::parse));
        require(validity.issued().isBefore(validity.expires()), "expires");
        return new PublishedRelease(
                version,
                value("released", LocalDate::parse),
                minimum,
                validity,
                value("page", ReleaseJson::page),
                packages());
    }

    private List<ReleasePackage> packages() throws UpdateException {
        JsonNode all = node.path("packages");
        require(all.isArray() && all.size() <= MAX_PACKAGES, "packages");
        List<ReleasePackage> packages = new ArrayList<>();
        for (JsonNode each : all) {
            packages.add(new ReleaseJson(each, "packages[" + packages.size() + "].").onePackage());
        }
        return packages;
    }

    private ReleasePackage onePackage() throws UpdateException {
        String system = text("system");
        require(SYSTEM.matcher(system).matches(), "system");
        String file = text("file");
        require(FILE.matcher(file).matches(), "file");
        JsonNode size = node.path("size");
        require(size.isIntegralNumber() && size.canConvertToLong() && size.asLong() > 0, "size");
        return new ReleasePackage(system, file, size.asLong(), value("sha256", Sha256::new));
    }

    private static Version version(String text) {
        return Version.of(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** It is opened in a browser. */
    private static URI page(String text) {
        URI page = URI.create(text);
        boolean right = text.length() <= MAX_PAGE
                && "https".equals(page.getScheme())
                && page.getHost() != null
                && page.getRawUserInfo() == null;
        if (!right) {
            throw new IllegalArgumentException(text);
        }
        return page;
    }

    private String text(String key) throws UpdateException {
        require(node.path(key).isString(), key);
        return node.path(key).asString();
    }

    private <T> T value(String key, Function<String, T> reader) throws UpdateException {
        String text = text(key);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(key, e);
        }
    }

    private void require(boolean holds, String key) throws UpdateException {
        if (!holds) {
            throw wrong(key, null);
        }
    }

    private UpdateException wrong(String key, @Nullable Exception cause) {
        return new UpdateException(new NotARelease(place + key), cause);
    }
}
