package id.espm.signer.trust;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.WholeFile;
import id.espm.signer.trust.evidence.Issuers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of the certificates that the user trusts, which {@link TrustAnchors#read} reads: one PEM file for each that was
 * added here; files that somebody put there by hand count as well. Only what lies in it is trusted.
 */
public final class TrustFolder {
    private static final int NAME_LENGTH = 48;
    private static final int PRINT_LENGTH = 16;
    /** A shorter prefix of a fingerprint is no choice but a slip. */
    private static final int MIN_PREFIX = 8;

    private final Path folder;
    private final KnownAuthorities known = KnownAuthorities.builtIn();

    /** @param folder made when the first certificate is added */
    public TrustFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What lies in it, by file name.
     *
     * @throws SignerException {@link Problem.TrustAnchorUnreadable}
     */
    public List<TrustedCertificate> list() throws IOException, SignerException {
        List<TrustedCertificate> found = new ArrayList<>();
        for (Path file : files()) {
            for (X509Certificate certificate : TrustAnchors.readFile(file)) {
                found.add(describe(certificate, file));
            }
        }
        return found;
    }

    /**
     * Looks at the certificates of a file before somebody decides about them.
     *
     * @throws SignerException as {@link #add}
     */
    public List<TrustedCertificate> examine(Path file) throws IOException, SignerException {
        List<TrustedCertificate> found = new ArrayList<>();
        for (X509Certificate certificate : TrustAnchors.readFile(file)) {
            require(certificate, file);
            found.add(describe(certificate, file));
        }
        return found;
    }

    /**
     * Adds the certificates of a file (PEM, DER, PKCS #7), all of them or none. One that is there already stays as it is.
     *
     * @return what the file held
     * @throws SignerException {@link Problem.TrustAnchorUnreadable}, {@link Problem.TrustAnchorNotCa},
     *     {@link Problem.TrustAnchorImpostor}
     */
    public List<TrustedCertificate> add(Path file) throws IOException, SignerException {
        List<TrustedCertificate> offered = examine(file);
        List<TrustedCertificate> there = list();
        List<TrustedCertificate> added = new ArrayList<>();
        for (TrustedCertificate one : offered) {
            X509Certificate certificate = one.certificate();
            Path own = there.stream()
                    .filter(present -> present.certificate().equals(certificate))
                    .map(TrustedCertificate::file)
                    .findFirst()
                    .orElseGet(() -> folder.resolve(fileName(certificate)));
            if (!Files.exists(own)) {
                write(own, List.of(certificate));
            }
            added.add(describe(certificate, own));
        }
        return added;
    }

    /**
     * Removes one certificate; others in the same file stay.
     *
     * @param fingerprint its SHA-256 in hexadecimal digits, or the first eight or more of them if no other begins so; colons and
     *                    blanks do not matter
     * @throws SignerException {@link Problem.TrustAnchorNotFound}, {@link Problem.TrustAnchorUnreadable}
     */
    public TrustedCertificate remove(String fingerprint) throws IOException, SignerException {
        String digits = fingerprint.replaceAll("[\\s:]", "").toUpperCase(Locale.ROOT);
        List<TrustedCertificate> found = list().stream()
                .filter(one -> one.fingerprint().replace(":", "").startsWith(digits))
                .toList();
        long different =
                found.stream().map(TrustedCertificate::fingerprint).distinct().count();
        if (digits.length() < MIN_PREFIX || different != 1) {
            throw new SignerException(new Problem.TrustAnchorNotFound(fingerprint));
        }
        TrustedCertificate removed = found.getFirst();
        for (Path file : found.stream().map(TrustedCertificate::file).distinct().toList()) {
            removeFrom(file, removed.certificate());
        }
        return removed;
    }

    /** Trusts one again that was {@link #remove removed}; it lies in a file of its own afterwards. */
    public TrustedCertificate restore(TrustedCertificate removed) throws IOException {
        Path own = folder.resolve(fileName(removed.certificate()));
        write(own, List.of(removed.certificate()));
        return describe(removed.certificate(), own);
    }

    private void removeFrom(Path file, X509Certificate certificate) throws IOException, SignerException {
        List<X509Certificate> others = new ArrayList<>(TrustAnchors.readFile(file));
        others.removeIf(certificate::equals);
        if (others.isEmpty()) {
            Files.delete(file);
        } else {
            write(file, others);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(TrustAnchors::looksLikeCertificate).sorted().toList();
        }
    }

    private void require(X509Certificate certificate, Path file) throws SignerException {
        String name = Issuers.name(certificate.getSubjectX500Principal());
        if (!Issuers.mayIssue(certificate)) {
            throw new SignerException(new Problem.TrustAnchorNotCa(file, name));
        }
        if (known.isImpostor(certificate)) {
            throw new SignerException(
                    new Problem.TrustAnchorImpostor(file, name, TrustAnchors.fingerprint(certificate)));
        }
    }

    private TrustedCertificate describe(X509Certificate certificate, Path file) {
        return new TrustedCertificate(certificate, file, known.recognise(certificate));
    }

    /** Such as {@code BSRE-CA-DS-G1-4A3AB062C4D24F60.pem}. */
    private static String fileName(X509Certificate certificate) {
        String name = Issuers.name(certificate.getSubjectX500Principal())
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String print = TrustAnchors.fingerprint(certificate).replace(":", "").substring(0, PRINT_LENGTH);
        return name.substring(0, Math.min(name.length(), NAME_LENGTH)) + "-" + print + ".pem";
    }

    private static void write(Path file, List<X509Certificate> certificates) throws IOException {
        WholeFile.replace(file, pem(certificates).getBytes(StandardCharsets.US_ASCII));
    }

    private static String pem(List<X509Certificate> certificates) throws IOException {
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(base64.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        return pem.toString();
    }
}
