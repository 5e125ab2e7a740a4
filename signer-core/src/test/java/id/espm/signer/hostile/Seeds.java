package id.espm.signer.hostile;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.signer.CheckedFile;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.sign.Packages;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * Small signed files that are in order, with the anchors to which they lead, in a folder: what other tests change.
 *
 * @param folder holds them under the names of the constants
 */
record Seeds(Path folder) {
    static final String BUNDLE = "b-b.asice";
    static final String BUNDLE_T = "b-t.asice";
    static final String PDF = "b-b.pdf";
    static final String PDF_T = "b-t.pdf";
    static final String PDF_TWICE = "twice.pdf";
    static final String CMS = "b-b.p7m";
    static final String CMS_T = "b-t.p7m";
    static final String CONTENTS_LIST = "paket.json";
    static final String ADK = "adk.zip";
    static final String ADK_OPEN = "adk-open.zip";
    private static final String ANCHORS = "anchors.pem";

    /** Makes them, by a CA of their own. */
    static Seeds make(Path folder) throws IOException, SignerException {
        Files.createDirectories(folder);
        Path work = Files.createTempDirectory("espm-seeds-");
        try (LivePki pki = LivePki.start()) {
            IssuedKey official = pki.issue("Siti Rahmawati", KeyAlgorithm.RSA_2048);
            try (SigningKey key = Officials.open(official, work)) {
                Files.copy(pki.anchorsPem(work), folder.resolve(ANCHORS));
                for (SignatureLevel level : List.of(SignatureLevel.B_B, SignatureLevel.B_T)) {
                    write(
                            folder,
                            work.resolve(level.name()),
                            key,
                            pki.method(level),
                            level == SignatureLevel.B_B ? "b-b" : "b-t");
                }
            }
        }
        Seeds seeds = new Seeds(folder);
        byte[] contents = HostileContainers.read(seeds.bytes(BUNDLE)).get(HostileContainers.CONTENTS);
        Files.write(folder.resolve(CONTENTS_LIST), contents == null ? new byte[0] : contents);
        DraftAdk adk = new DraftAdk()
                .spm("00123A", LocalDate.of(2026, 11, 20), 13_320_000, 1_500_000)
                .spm("00124A", LocalDate.of(2026, 11, 21), 55_500_000, 6_500_000);
        adk.write(folder.resolve(ADK));
        adk.write(folder.resolve(ADK_OPEN), EncryptionMethod.NONE);
        return seeds;
    }

    private static void write(Path folder, Path work, SigningKey key, SigningMethod method, String name)
            throws IOException, SignerException {
        Files.createDirectories(work);
        Path packages = Packages.samples(work);
        Files.copy(Packages.sign(packages.resolve("SPM"), work, key, method).bundle(), folder.resolve(name + ".asice"));
        PdfText pdf = PdfText.withPage().end().sign(key, "", method);
        Files.write(folder.resolve(name + ".pdf"), pdf.bytes());
        if (name.equals("b-b")) {
            Files.write(folder.resolve(PDF_TWICE), pdf.sign(key, "", method).bytes());
        }
        Path adk = Files.write(work.resolve("adk.txt"), "SPM 00123A".repeat(30).getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream p7m = new ByteArrayOutputStream();
        new AdkSigner(Officials.context(), method).sign(CheckedFile.of(adk), key, p7m);
        Files.write(folder.resolve(name + ".p7m"), p7m.toByteArray());
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** Trust in their CA, as of now. */
    VerificationSettings trusting() throws IOException {
        try (InputStream pem = new ByteArrayInputStream(bytes(ANCHORS))) {
            Set<X509Certificate> anchors = new HashSet<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .forEach(c -> anchors.add((X509Certificate) c));
            return new VerificationSettings(new TrustAnchors(anchors), Instant.now());
        } catch (CertificateException e) {
            throw new IOException(e);
        }
    }

    /** The names of all that are signed. */
    static Stream<String> signed() {
        return Stream.of(BUNDLE, BUNDLE_T, PDF, PDF_T, PDF_TWICE, CMS, CMS_T);
    }
}
