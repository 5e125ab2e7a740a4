package id.espm.signer.trust;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates that somebody chose to trust. Nothing is trusted that the user or the installer did not put there: an
 * empty set trusts nothing.
 *
 * @param certificates roots and intermediates alike
 */
public record TrustAnchors(Set<X509Certificate> certificates) {
    private static final int MAX_FILE = 1 << 20;
    private static final Set<String> ENDINGS = Set.of(".pem", ".crt", ".cer", ".der");

    /** Keeps a copy of the set. */
    public TrustAnchors {
        certificates = Set.copyOf(certificates);
    }

    /** Trust in nothing. */
    public static TrustAnchors none() {
        return new TrustAnchors(Set.of());
    }

    /**
     * Reads every certificate file ({@code .pem}, {@code .crt}, {@code .cer}, {@code .der}; PEM or DER) that stands directly
     * in a folder.
     *
     * @return an empty set where the folder does not exist
     * @throws SignerException {@link Problem.TrustAnchorUnreadable}
     */
    public static TrustAnchors read(Path folder) throws IOException, SignerException {
        if (!Files.isDirectory(folder)) {
            return none();
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(TrustAnchors::looksLikeCertificate).sorted().toList();
        }
        Set<X509Certificate> found = new LinkedHashSet<>();
        for (Path file : files) {
            found.addAll(readFile(file));
        }
        return new TrustAnchors(found);
    }

    /**
     * Reads the certificates in one file of at most a mebibyte: PEM, DER, or PKCS #7 that holds certificates only.
     *
     * @throws SignerException {@link Problem.TrustAnchorUnreadable}
     */
    public static List<X509Certificate> readFile(Path file) throws IOException, SignerException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_FILE + 1);
        }
        if (content.length > MAX_FILE) {
            throw new SignerException(new Problem.TrustAnchorUnreadable(file));
        }
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .forEach(certificate -> found.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            throw new SignerException(new Problem.TrustAnchorUnreadable(file), e);
        }
        if (found.isEmpty()) {
            throw new SignerException(new Problem.TrustAnchorUnreadable(file));
        }
        return found;
    }

    /** The SHA-256 of a certificate, as people compare it: upper-case hexadecimal digits in pairs, with colons between. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** Whether the name of a file says that it holds certificates, and it is no folder or device. */
    static boolean looksLikeCertificate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
