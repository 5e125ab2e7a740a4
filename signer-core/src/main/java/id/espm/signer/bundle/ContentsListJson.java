package id.espm.signer.bundle;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code paket.json}; reading takes the bytes as hostile. */
final class ContentsListJson {
    /** Many times what a package of five SPM needs. */
    static final int MAX_SIZE = 1 << 20;

    /** Each is verified by itself. */
    private static final int MAX_DOCUMENTS = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxDocumentLength(MAX_SIZE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ContentsListJson() {}

    /** Member by member: to find out by reflection what a list is made of took longer than to sign it. */
    static byte[] write(ContentsList list) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("version", list.version())
                .put("jenis", list.jenis().name())
                .put("satker", list.satker());
        if (list.kppn() != null) {
            root.put("kppn", list.kppn());
        }
        root.put("tahun", list.tahun());
        list.nomor().forEach(root.putArray("nomor")::add);
        ArrayNode documents = root.putArray("dokumen");
        for (ContentsList.Document document : list.dokumen()) {
            ObjectNode each = documents
                    .addObject()
                    .put("role", document.role())
                    .put("name", document.name())
                    .put("entry", document.entry())
                    .put("mediaType", document.mediaType())
                    .put("size", document.size())
                    .put("sha256", document.sha256());
            document.nomor().forEach(each.putArray("nomor")::add);
        }
        return MAPPER.writeValueAsBytes(root);
    }

    /** The list, if the bytes are one whole and sound JSON document of its form. */
    static Optional<ContentsList> read(byte[] json) {
        try {
            ContentsList list = MAPPER.readValue(json, ContentsList.class);
            boolean usable = list != null
                    && list.version() == ContentsList.VERSION
                    && list.dokumen().size() <= MAX_DOCUMENTS;
            return usable ? Optional.of(list) : Optional.empty();
        } catch (JacksonException | NullPointerException e) {
            // The records refuse null where a key is missing.
            return Optional.empty();
        }
    }
}
