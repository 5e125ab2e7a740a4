package id.espm.app.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The certificate that was opened last, without its key, so that it can be judged before any passphrase is typed. It is no
 * setting: where it cannot be read it is as if it were not there.
 *
 * @param file   the key file that it stood in
 * @param seenAt when that was opened
 * @param chain  the certificate and its issuers, as far as they were known
 */
public record SeenCertificate(Path file, Instant seenAt, List<X509Certificate> chain) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws IllegalArgumentException if there is no certificate */
    public SeenCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate was seen");
        }
    }

    static Optional<SeenCertificate> read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            List<X509Certificate> chain = new ArrayList<>();
            for (JsonNode each : root.path("chain")) {
                chain.add(certificate(Base64.getDecoder().decode(each.asString())));
            }
            return Optional.of(new SeenCertificate(
                    Path.of(root.path("file").asString()),
                    Instant.parse(root.path("seenAt").asString()),
                    chain));
        } catch (IOException
                | JacksonException
                | CertificateException
                | DateTimeException
                | IllegalArgumentException e) {
            // Not there yet, written by another version, or broken by hand: it is seen anew with the next passphrase.
            return Optional.empty();
        }
    }

    private static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    byte[] bytes() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("file", file.toString()).put("seenAt", seenAt.toString());
        ArrayNode all = root.putArray("chain");
        for (X509Certificate each : chain) {
            try {
                all.add(Base64.getEncoder().encodeToString(each.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        return JSON.writeValueAsBytes(root);
    }
}
