package id.espm.sandbox.espm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Makes signed bundles by docs/bundle without the Signer, good ones and spoilt ones. */
final class TestBundle {
    static final String PAKET_MANIFEST = "META-INF/ASiCManifest-paket-%02d.xml";
    static final String PAKET_SIGNATURE = "META-INF/signature-paket-%02d.p7s";
    static final String SEAL_MANIFEST = "META-INF/ASiCManifest-segel.xml";
    static final String SEAL_SIGNATURE = "META-INF/signature-segel.p7s";

    final Map<String, Object> paket = new LinkedHashMap<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<TestOfficial> officials = new ArrayList<>();
    private final List<Map<String, Object>> dokumen = new ArrayList<>();
    private Consumer<Map<String, byte[]>> beforeSeal = f -> {};

    TestBundle(String jenis, String satker, List<String> nomor, TestOfficial... signers) {
        officials.addAll(List.of(signers));
        paket.put("version", 1);
        paket.put("jenis", jenis);
        paket.put("satker", satker);
        paket.put("kppn", "082");
        paket.put("tahun", 2026);
        paket.put("nomor", nomor);
        paket.put("dokumen", dokumen);
        files.put("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(StandardCharsets.US_ASCII));
        files.put("paket.json", new byte[0]);
    }

    /** An SPM with one ADK and one PDF. */
    static TestBundle spm(String nomor, TestOfficial signer) {
        return new TestBundle("SPM", "527010", List.of(nomor), signer)
                .adk(nomor + ".zip", ("ADK " + nomor).getBytes(StandardCharsets.UTF_8), List.of(nomor))
                .lampiran(nomor + "-spm.pdf", TestPdf.create("SPM " + nomor), List.of(nomor));
    }

    TestBundle adk(String name, byte[] original, List<String> nomor) {
        list("adk", name, "adk/" + name + ".p7m", "application/zip", original, nomor);
        files.put("adk/" + name + ".p7m", TestCms.enveloping(original, officials));
        return this;
    }

    TestBundle lampiran(String name, byte[] original, List<String> nomor) {
        list("lampiran", name, "lampiran/" + name, "application/pdf", original, nomor);
        byte[] signed = original;
        for (TestOfficial official : officials) {
            signed = TestPdf.sign(signed, official);
        }
        files.put("lampiran/" + name, signed);
        return this;
    }

    /** Changes paket.json before it is signed. */
    TestBundle paket(String member, Object value) {
        paket.put(member, value);
        return this;
    }

    /** Changes a document's line in paket.json before it is signed. */
    TestBundle dokumen(int index, String member, Object value) {
        dokumen.get(index).put(member, value);
        return this;
    }

    /** Changes the content after the officials signed and before the seal. */
    TestBundle beforeSeal(Consumer<Map<String, byte[]>> change) {
        beforeSeal = change;
        return this;
    }

    /** All entries, signed and sealed. */
    Map<String, byte[]> sealed() {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        byte[] list = new JsonMapper().writeValueAsBytes(paket);
        all.put("paket.json", list);
        for (int i = 0; i < officials.size(); i++) {
            String signature = PAKET_SIGNATURE.formatted(i + 1);
            byte[] manifest = manifest(signature, Map.of("paket.json", list));
            all.put(PAKET_MANIFEST.formatted(i + 1), manifest);
            all.put(signature, TestCms.detached(manifest, officials.get(i)));
        }
        beforeSeal.accept(all);
        Map<String, byte[]> covered = new LinkedHashMap<>(all);
        covered.remove("mimetype");
        byte[] seal = manifest(SEAL_SIGNATURE, covered);
        all.put(SEAL_MANIFEST, seal);
        all.put(SEAL_SIGNATURE, TestCms.detached(seal, officials.getLast()));
        return all;
    }

    byte[] bytes() {
        return zip(sealed().entrySet());
    }

    /** Everything stored, in the order given. */
    static byte[] zip(Collection<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries) {
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setMethod(ZipEntry.STORED);
                header.setSize(entry.getValue().length);
                header.setCrc(crc.getValue());
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] manifest(String signature, Map<String, byte[]> covered) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<asic:ASiCManifest xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\""
                + " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><asic:SigReference URI=\"" + signature
                + "\" MimeType=\"application/x-pkcs7-signature\"/>");
        covered.forEach((name, content) -> xml.append("<asic:DataObjectReference URI=\"")
                .append(name)
                .append("\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>")
                .append(Base64.getEncoder().encodeToString(sha256(content)))
                .append("</ds:DigestValue></asic:DataObjectReference>"));
        return xml.append("</asic:ASiCManifest>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private void list(String role, String name, String entry, String mediaType, byte[] original, List<String> nomor) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("role", role);
        line.put("name", name);
        line.put("entry", entry);
        line.put("mediaType", mediaType);
        line.put("size", original.length);
        line.put("sha256", hex(original));
        line.put("nomor", nomor);
        dokumen.add(line);
    }
}
