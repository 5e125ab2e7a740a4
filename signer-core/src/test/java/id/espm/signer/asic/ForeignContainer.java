package id.espm.signer.asic;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A container as another program would write it: any prefix, any hash, any order of entries. */
final class ForeignContainer {
    static final String EXTENDED = "application/vnd.etsi.asic-e+zip";
    static final String SIMPLE = "application/vnd.etsi.asic-s+zip";
    static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    static final String SIGNATURE = "META-INF/signature001.p7s";
    static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Path folder;

    ForeignContainer(Path folder, String mediaType) {
        this.folder = folder;
        put("mimetype", mediaType);
    }

    ForeignContainer put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ForeignContainer put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Signs files through a manifest. */
    ForeignContainer sign(String... names) throws Exception {
        return signBy(manifest(SIGNATURE, SHA_256, "SHA-256", names));
    }

    /** Signs a manifest as it is given. */
    ForeignContainer signBy(String manifest) throws Exception {
        put(MANIFEST, manifest);
        return put(SIGNATURE, cms(entries.get(MANIFEST)));
    }

    /** A manifest with a prefix of its own; names are percent-encoded by the caller, or not. */
    String manifest(String signature, String method, String algorithm, String... names) throws Exception {
        StringBuilder xml = new StringBuilder("<etsi:ASiCManifest xmlns:etsi=\"http://uri.etsi.org/02918/v1.2.1#\" "
                + "xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><etsi:SigReference URI=\"" + signature + "\"/>");
        for (String name : names) {
            xml.append(reference(name, entries.get(name), method, algorithm));
        }
        return xml.append("</etsi:ASiCManifest>").toString();
    }

    static String reference(String uri, byte[] content, String method, String algorithm)
            throws NoSuchAlgorithmException {
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(content));
        return "<etsi:DataObjectReference URI=\"" + uri + "\"><DigestMethod Algorithm=\"" + method + "\"/><DigestValue>"
                + digest + "</DigestValue></etsi:DataObjectReference>";
    }

    byte[] cms(byte[] content) throws IOException, SignerException {
        CmsSigner signer =
                new CmsSigner(new CmsSigningRequest(Format.CADES, Officials.context()), SigningMethod.basic());
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            return signer.signDetached(DigestAlgorithm.SHA256.newDigest().digest(content), key);
        }
    }

    /** Changes one bit of an entry. */
    ForeignContainer tamper(String name) {
        byte[] changed = entries.get(name).clone();
        changed[changed.length / 2] ^= 0x01;
        return put(name, changed);
    }

    Path write(String fileName) throws IOException {
        Path file = folder.resolve(fileName);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
