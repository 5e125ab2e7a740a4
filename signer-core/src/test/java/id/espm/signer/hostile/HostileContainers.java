package id.espm.signer.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Bundles with parts that are made to take long, or much memory. */
final class HostileContainers {
    static final String CONTENTS = "paket.json";
    private static final String SEAL = "META-INF/ASiCManifest-segel.xml";

    private final Map<String, byte[]> entries;
    private final Map<String, Maker> makers = new LinkedHashMap<>();

    /** @param bundle one that is in order */
    HostileContainers(byte[] bundle) throws IOException {
        this.entries = read(bundle);
        makers.put("laughs.asice", () -> with(SEAL, laughs()));
        makers.put("external-entity.asice", () -> with(SEAL, external()));
        makers.put("deep-manifest.asice", () -> with(SEAL, "<a>".repeat(1_000_000)));
        makers.put("65535-entries.asice", this::manyEntries);
        contents();
    }

    /** Makes one file. */
    interface Maker {
        byte[] make() throws IOException;
    }

    Map<String, Maker> all() {
        return makers;
    }

    private void contents() {
        makers.put("deep-contents.asice", () -> with(CONTENTS, "[".repeat(100_000)));
        makers.put("deep-contents-objects.asice", () -> with(CONTENTS, "{\"a\":".repeat(100_000)));
        makers.put("long-string.asice", () -> with(CONTENTS, "{\"satker\":\"" + "x".repeat(1_000_000) + "\"}"));
        makers.put("longest-string.asice", () -> with(CONTENTS, "{\"satker\":\"" + "x".repeat(15_000_000) + "\"}"));
        makers.put("giant-number.asice", () -> with(CONTENTS, "{\"tahun\":1e999999999}"));
        makers.put(
                "giant-number-for-size.asice",
                () -> with(CONTENTS, "{\"version\":1,\"dokumen\":[{\"size\":1e999999999}]}"));
        makers.put("long-number.asice", () -> with(CONTENTS, "{\"tahun\":" + "9".repeat(1_000_000) + "}"));
        makers.put("4000-documents.asice", () -> {
            String text = new String(entries.get(CONTENTS), StandardCharsets.UTF_8);
            int from = text.indexOf("[", text.indexOf("\"dokumen\"")) + 1;
            int to = text.indexOf('}', from) + 1;
            String one = text.substring(from, to).replaceAll("\\s+", "");
            return with(
                    CONTENTS,
                    text.substring(0, from)
                            + (one + ",").repeat(1_000_000 / (one.length() + 1) - 2)
                            + text.substring(from));
        });
    }

    private static String laughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            xml.append("<!ENTITY x%d \"%s\">".formatted(i, ("&x" + (i - 1) + ";").repeat(10)));
        }
        return xml + "]><asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\">&x39;</asic:ASiCManifest>";
    }

    private static String external() {
        return "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///dev/zero\" [<!ENTITY x SYSTEM \"file:///dev/zero\">]>"
                + "<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\">&x;</asic:ASiCManifest>";
    }

    private byte[] manyEntries() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>(entries);
        for (int i = many.size(); i < 65_535; i++) {
            many.put("lampiran/" + i, new byte[] {1});
        }
        return zip(many);
    }

    private byte[] with(String name, String content) throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, content.getBytes(StandardCharsets.UTF_8));
        return zip(changed);
    }

    static Map<String, byte[]> read(byte[] bundle) throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        return read;
    }

    /** Stored, so that no ratio between the sizes stops the reader first. */
    static byte[] zip(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> one : content.entrySet()) {
                zip.putNextEntry(stored(one.getKey(), one.getValue()));
                zip.write(one.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
