package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contents list of a bundle. Everything in it is what the bundle says of itself.
 *
 * @param version 1
 * @param jenis kind of document
 * @param satker six digits
 * @param kppn three digits; absent for SURAT
 * @param tahun budget year
 * @param nomor number of each SPM, or of the other documents
 * @param dokumen every ADK and PDF
 */
public record PaketJson(
        int version,
        String jenis,
        String satker,
        Optional<String> kppn,
        int tahun,
        List<String> nomor,
        List<Dokumen> dokumen) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    public PaketJson {
        nomor = List.copyOf(nomor);
        dokumen = List.copyOf(dokumen);
        if (version != 1) {
            throw new IllegalArgumentException("version " + version);
        }
    }

    /**
     * One document.
     *
     * @param role {@code adk} or {@code lampiran}
     * @param name of the original file
     * @param entry of the container that holds it
     * @param mediaType of the original
     * @param size of the original, in bytes
     * @param sha256 of the original, in lower-case hex
     * @param nomor the numbers it belongs to
     */
    public record Dokumen(
            String role, String name, String entry, String mediaType, long size, String sha256, List<String> nomor) {
        public Dokumen {
            nomor = List.copyOf(nomor);
            if (!"adk".equals(role) && !"lampiran".equals(role)) {
                throw new IllegalArgumentException("role " + role);
            }
            if (name.isBlank()
                    || mediaType.isBlank()
                    || size < 0
                    || !SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("dokumen " + name);
            }
            if (!entry.startsWith(role + "/")) {
                throw new IllegalArgumentException("entry " + entry + " of a document with role " + role);
            }
        }
    }

    /**
     * Reads the list strictly.
     *
     * @throws UnsafeBundleException when a member is missing, unknown or of another type
     */
    public static PaketJson read(byte[] json) throws UnsafeBundleException {
        try {
            @Nullable PaketJson paket = JSON.readValue(json, PaketJson.class);
            if (paket == null) {
                throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, BundleLayout.PAKET);
            }
            return paket;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, BundleLayout.PAKET, e);
        }
    }
}
