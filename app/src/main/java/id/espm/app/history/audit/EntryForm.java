package id.espm.app.history.audit;

import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Document;
import id.espm.app.history.audit.AuditEvent.DocumentKind;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerRole;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as bytes: one JSON object in the form of RFC 8785 (members sorted by name, no blanks, UTF-8). What is not known
 * has no member. {@code v} is the version of this form, 1.
 *
 * <pre>{@code
 * {"accepted":[…],"bundle":{"path":…,"sha256":…},"documents":[{"kind":"ADK|PDF","name":…,"sha256":…}],"error":…,
 *  "jenis":…,"kind":"SIGNED|FOUND_AGAIN|COSIGNED|FAILED|SENT","level":"B-B",
 *  "lokasi":…,"nomor":[…],"official":{"jabatan":…,"nama":…,"nik":…,"satker":…,"serial":…},"receipt":…,"satker":…,
 *  "seq":1,"source":…,"tahun":2026,"time":"2026-11-22T09:30:00.000+08:00","v":1}
 * }</pre>
 */
public final class EntryForm {
    private static final int VERSION = 1;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXXXX", Locale.ROOT);
    private static final String KIND = "kind";
    private static final String SATKER = "satker";
    private static final String SHA256 = "sha256";

    private EntryForm() {}

    /** What an entry says, and its number. */
    public record Content(long seq, AuditEvent event) {}

    static byte[] write(long seq, AuditEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", VERSION);
        json.put("seq", seq);
        json.put(KIND, event.kind());
        json.put("time", TIME.format(event.time()));
        event.official().ifPresent(official -> json.put("official", official(official)));
        event.subject().source().ifPresent(source -> json.put("source", source));
        event.subject().jenis().ifPresent(jenis -> json.put("jenis", jenis));
        event.subject().satker().ifPresent(satker -> json.put(SATKER, satker));
        event.subject().tahun().ifPresent(tahun -> json.put("tahun", tahun));
        putUnlessEmpty(json, "nomor", event.subject().nomor());
        event.lokasi().ifPresent(lokasi -> json.put("lokasi", lokasi));
        event.level().ifPresent(level -> json.put("level", level.label()));
        event.bundle().ifPresent(bundle -> json.put("bundle", bundle(bundle)));
        putUnlessEmpty(
                json,
                "documents",
                event.documents().stream().map(EntryForm::document).toList());
        putUnlessEmpty(json, "accepted", event.accepted());
        event.error().ifPresent(error -> json.put("error", error));
        event.receipt().ifPresent(receipt -> json.put("receipt", receipt));
        return CanonicalJson.write(json);
    }

    private static void putUnlessEmpty(Map<String, Object> json, String name, List<?> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private static Map<String, Object> official(Official official) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("nama", official.nama());
        official.nik().ifPresent(nik -> json.put("nik", nik));
        json.put("serial", official.serial());
        official.role().ifPresent(role -> {
            json.put("jabatan", role.jabatan());
            json.put(SATKER, role.satker());
        });
        return json;
    }

    private static Map<String, Object> bundle(BundleFile bundle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", bundle.path());
        bundle.sha256().ifPresent(sha256 -> json.put(SHA256, sha256));
        return json;
    }

    private static Map<String, Object> document(Document document) {
        return Map.of(KIND, document.kind(), "name", document.name(), SHA256, document.sha256());
    }

    /** What these bytes say; empty if they are no entry of a version that is known. */
    public static Optional<Content> read(byte[] content) {
        try {
            JsonNode json = Json.MAPPER.readTree(content);
            if (json.path("v").asInt(0) != VERSION) {
                return Optional.empty();
            }
            return Optional.of(new Content(json.required("seq").longValue(), event(json)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuditEvent event(JsonNode json) {
        AuditEventBuilder builder = AuditEvent.builder(
                Kind.valueOf(json.required(KIND).stringValue()),
                OffsetDateTime.parse(json.required("time").stringValue(), TIME));
        json.optional("official").ifPresent(node -> builder.official(official(node)));
        json.optional("source").ifPresent(node -> builder.source(node.stringValue()));
        json.optional("jenis").ifPresent(node -> builder.jenis(Jenis.valueOf(node.stringValue())));
        json.optional(SATKER).ifPresent(node -> builder.satker(new Satker(node.stringValue())));
        json.optional("tahun").ifPresent(node -> builder.tahun(node.intValue()));
        json.optional("lokasi").ifPresent(node -> builder.lokasi(node.stringValue()));
        json.optional("level").ifPresent(node -> builder.level(level(node.stringValue())));
        json.optional("bundle")
                .ifPresent(node ->
                        builder.bundle(new BundleFile(node.required("path").stringValue(), sha256(node))));
        json.optional("error").ifPresent(node -> builder.error(node.stringValue()));
        json.optional("receipt").ifPresent(node -> builder.receipt(node.stringValue()));
        return builder.nomor(texts(json.path("nomor")))
                .documents(documents(json.path("documents")))
                .accepted(texts(json.path("accepted")))
                .build();
    }

    private static Official official(JsonNode json) {
        Optional<SignerRole> role = json.optional("jabatan")
                .map(jabatan -> new SignerRole(
                        Jabatan.valueOf(jabatan.stringValue()),
                        new Satker(json.required(SATKER).stringValue())));
        return new Official(
                json.required("nama").stringValue(),
                json.optional("nik").map(JsonNode::stringValue),
                json.required("serial").stringValue(),
                role);
    }

    private static Optional<Sha256> sha256(JsonNode json) {
        return json.optional(SHA256).map(node -> new Sha256(node.stringValue()));
    }

    private static SignatureLevel level(String label) {
        return Arrays.stream(SignatureLevel.values())
                .filter(level -> level.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no level " + label));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.stringValue()));
        return texts;
    }

    private static List<Document> documents(JsonNode list) {
        List<Document> documents = new ArrayList<>();
        list.forEach(node -> documents.add(new Document(
                DocumentKind.valueOf(node.required(KIND).stringValue()),
                node.required("name").stringValue(),
                new Sha256(node.required(SHA256).stringValue()))));
        return documents;
    }

    /** Loaded when an entry is first read, which signing does not do. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder().build();
    }
}
