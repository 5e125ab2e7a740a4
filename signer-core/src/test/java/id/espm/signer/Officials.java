package id.espm.signer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The officials of the tests, certified by the sandbox's CA, which one run shares. */
public final class Officials {
    public static final String PASSPHRASE = "kopi tubruk Tolitoli 7";
    public static final ZonedDateTime NOW = ZonedDateTime.now(ZoneId.of("Asia/Makassar"));
    public static final String NIK = "7271011708750003";

    private static final CertificateAuthority CA = CertificateAuthority.inMemory(InstantSource.system());
    private static final IssuedKey PPSPM = issue("Siti Rahmawati, S.E.", KeyAlgorithm.RSA_2048);

    private Officials() {}

    public static CertificateAuthority ca() {
        return CA;
    }

    public static IssuedKey ppspm() {
        return PPSPM;
    }

    public static IssuedKey issue(String name, KeyAlgorithm algorithm) {
        return CA.issue(profile(name).keyAlgorithm(algorithm).build());
    }

    public static CertificateProfile.Builder profile(String name) {
        return CertificateProfile.signer(Subject.named(name)
                .nik(NIK)
                .unit("Kantor Latihan Tolitoli")
                .instansi("Kementerian Latihan")
                .build());
    }

    /** Writes a key file and opens it as an official would. */
    public static SigningKey open(IssuedKey key, Path folder) throws IOException, SignerException {
        Path file = folder.resolve("official-" + key.certificate().getSerialNumber() + ".p12");
        if (!Files.exists(file)) {
            Pkcs12File.write(file, key, PASSPHRASE.toCharArray(), Protection.AES_256);
        }
        try (Secret secret = Secret.copyOf(PASSPHRASE.toCharArray())) {
            return KeyFile.open(file, secret);
        }
    }

    public static SigningContext context() {
        return new SigningContext(
                new SignerRole(Jabatan.PPSPM, new Satker("527010")), "Tolitoli", "Persetujuan SPM", NOW);
    }

    /** Trust in the CA's root and intermediate, as of now. */
    public static VerificationSettings trusting() {
        return new VerificationSettings(new TrustAnchors(new HashSet<>(CA.anchors())), Instant.now());
    }

    /** The CA's anchors as one PEM file, for programs that are not ours. */
    public static Path anchorsPem(Path folder) throws IOException {
        return pem(CA.anchors(), folder.resolve("anchors.pem"));
    }

    /** Certificates as one PEM file. */
    public static Path pem(List<X509Certificate> certificates, Path file) throws IOException {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        return Files.writeString(file, pem);
    }

    /**
     * Has {@code openssl cms -verify} judge a signature in DER.
     *
     * @param anchors whom it trusts, PEM
     * @param content what a detached signature signs; empty for an enveloping one
     * @param out     receives the content
     */
    public static ForeignTool.Result openssl(Path signature, Path anchors, Optional<Path> content, Path out)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("cms", "-verify", "-binary", "-inform", "DER", "-purpose"));
        arguments.addAll(List.of("any", "-in", signature.toString(), "-CAfile", anchors.toString()));
        content.ifPresent(file -> arguments.addAll(List.of("-content", file.toString())));
        arguments.addAll(List.of("-out", out.toString()));
        return judge("openssl").run(out.toAbsolutePath().getParent(), arguments.toArray(String[]::new));
    }

    /** A judge that is not ours; the test is skipped, saying why, on a machine that lacks it. */
    public static ForeignTool judge(String program) {
        Optional<ForeignTool> tool = ForeignTool.find(program);
        assumeTrue(tool.isPresent(), program + " is not installed on this machine, and it is the judge of this test");
        return tool.get();
    }
}
