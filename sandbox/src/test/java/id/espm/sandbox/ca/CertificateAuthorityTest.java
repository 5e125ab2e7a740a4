package id.espm.sandbox.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.espm.sandbox.ForeignJudge;
import id.espm.sandbox.PemFiles;
import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.judge.ForeignTool;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final CertificateAuthority CA =
            CertificateAuthority.inMemory(InstantSource.fixed(NOW), new PkiAddresses(23_456));
    private static final Subject SITI = Subject.named("Siti Rahayu, S.E.")
            .nik("9999990101700001")
            .unit("Satker Latihan")
            .instansi("Instansi Latihan")
            .email("siti@latihan-espm.go.id")
            .locality("Tolitoli")
            .build();

    @TempDir
    Path dir;

    @Test
    void signersCertificateFollowsTheProfileSeenAtBsre() throws GeneralSecurityException {
        X509Certificate certificate =
                CA.issue(CertificateProfile.signer(SITI).build()).certificate();

        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getKeyUsage()).startsWith(true, true, false, false, false, false, false);
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.15");
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(730).minusSeconds(1));
        assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(159);
        assertThat(CertificateNames.commonName(certificate)).isEqualTo("Siti Rahayu, S.E.");
        assertThat(CertificateNames.nik(certificate)).contains("9999990101700001");
        assertThat(CertificateNames.email(certificate)).contains("siti@latihan-espm.go.id");
        assertThat(certificate.getSubjectX500Principal().toString())
                .contains("OU=Satker Latihan", "O=Instansi Latihan", "L=Tolitoli", "C=ID");
    }

    @Test
    void everySubjectOfTheAuthoritySaysThatItIsPractice() {
        assertThat(CA.anchors())
                .allSatisfy(anchor ->
                        assertThat(anchor.getSubjectX500Principal().getName()).contains("LATIHAN", "bukan sungguhan"));
    }

    @ParameterizedTest
    @EnumSource
    void opensslAcceptsTheChainOfEveryKindOfKey(KeyAlgorithm algorithm) throws IOException, InterruptedException {
        ForeignTool openssl = ForeignJudge.require("openssl");
        IssuedKey key =
                CA.issue(CertificateProfile.signer(SITI).keyAlgorithm(algorithm).build());
        PemFiles.write(dir.resolve("root.pem"), key.chain().get(2));
        PemFiles.write(dir.resolve("intermediate.pem"), key.chain().get(1));
        PemFiles.write(dir.resolve("leaf.pem"), key.certificate());

        ForeignTool.Result verified = openssl.run(
                dir,
                "verify",
                "-x509_strict",
                "-attime",
                Long.toString(NOW.getEpochSecond()),
                "-CAfile",
                "root.pem",
                "-untrusted",
                "intermediate.pem",
                "leaf.pem");

        assertThat(verified).isEqualTo(new ForeignTool.Result(0, "leaf.pem: OK\n"));
    }

    @ParameterizedTest
    @EnumSource
    void keyAndCertificateBelongTogether(KeyAlgorithm algorithm) throws GeneralSecurityException {
        IssuedKey key =
                CA.issue(CertificateProfile.signer(SITI).keyAlgorithm(algorithm).build());
        byte[] data = {1, 2, 3};

        Signature signer = signature(algorithm);
        signer.initSign(key.privateKey());
        signer.update(data);
        byte[] value = signer.sign();
        Signature verifier = signature(algorithm);
        verifier.initVerify(key.certificate().getPublicKey());
        verifier.update(data);

        assertThat(verifier.verify(value)).isTrue();
    }

    private static Signature signature(KeyAlgorithm algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (algorithm) {
                    case RSA_2048, RSA_3072 -> "SHA256withRSA";
                    case RSA_PSS_2048 -> "RSASSA-PSS";
                    case EC_P256, EC_P384 -> "SHA256withECDSA";
                });
        if (algorithm == KeyAlgorithm.RSA_PSS_2048) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        return signature;
    }

    @Test
    void profileDecidesSerialValidityUsagesAndAddresses() throws GeneralSecurityException {
        BigInteger serial = BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE);
        Instant from = Instant.parse("2020-01-01T00:00:00Z");
        Instant to = Instant.parse("2021-01-01T00:00:00Z");

        X509Certificate certificate = CA.issue(CertificateProfile.signer(SITI)
                        .serial(serial)
                        .validity(from, to)
                        .keyUsages(EnumSet.of(KeyUse.KEY_ENCIPHERMENT))
                        .extendedKeyUsages("1.3.6.1.5.5.7.3.4")
                        .services(Set.of(PkiAddresses.Service.OCSP))
                        .build())
                .certificate();

        assertThat(certificate.getSerialNumber()).isEqualTo(serial);
        assertThat(certificate.getNotBefore()).isEqualTo(from);
        assertThat(certificate.getNotAfter()).isEqualTo(to);
        assertThat(certificate.getKeyUsage()).startsWith(false, false, true);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.4");
        assertThat(certificate.getNonCriticalExtensionOIDs())
                .contains("1.3.6.1.5.5.7.1.1")
                .doesNotContain("2.5.29.31");
        assertThat(new String(certificate.getExtensionValue("1.3.6.1.5.5.7.1.1"), StandardCharsets.US_ASCII))
                .contains("http://127.0.0.1:23456/ocsp")
                .doesNotContain("/aia/");
    }

    @Test
    void authorityWithoutAddressesPutsNoneIn() {
        CertificateAuthority offline = CertificateAuthority.inMemory(Clock.systemUTC());

        X509Certificate certificate =
                offline.issue(CertificateProfile.signer(SITI).build()).certificate();

        assertThat(certificate.getNonCriticalExtensionOIDs()).doesNotContain("1.3.6.1.5.5.7.1.1", "2.5.29.31");
    }

    @Test
    void registerRemembersWhatWasIssuedAndRevoked() {
        X509Certificate certificate =
                CA.issue(CertificateProfile.signer(SITI).build()).certificate();
        BigInteger serial = certificate.getSerialNumber();

        assertThat(CA.find(Issuer.INTERMEDIATE, serial))
                .contains(new IssuedCertificate(
                        serial,
                        Issuer.INTERMEDIATE,
                        certificate.getSubjectX500Principal().getName(),
                        NOW,
                        Optional.empty()));

        CA.revoke(certificate, RevocationReason.KEY_COMPROMISE);

        assertThat(CA.find(Issuer.INTERMEDIATE, serial).flatMap(IssuedCertificate::revocation))
                .contains(new IssuedCertificate.Revocation(NOW, RevocationReason.KEY_COMPROMISE));
        assertThat(CA.find(Issuer.ROOT, serial)).isEmpty();
    }

    @Test
    void revokingAStrangersCertificateIsRefused() {
        CertificateAuthority other = CertificateAuthority.inMemory(Clock.systemUTC());
        X509Certificate foreign =
                other.issue(CertificateProfile.signer(SITI).build()).certificate();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CA.revoke(foreign, RevocationReason.SUPERSEDED))
                .withMessageContaining(foreign.getSerialNumber().toString());
    }

    @Nested
    class InAFolder {
        /** Made once, as its keys take long, and copied for each test. */
        @TempDir
        static Path template;

        @BeforeAll
        static void makeTemplate() throws IOException {
            CertificateAuthority.inFolder(template, InstantSource.fixed(NOW));
        }

        @BeforeEach
        void copyTemplate() throws IOException {
            OwnerOnlyFile.createFolder(dir.resolve("private"));
            try (Stream<Path> files = Files.walk(template)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file,
                            dir.resolve(template.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }

        @Test
        void isTheSameWhenOpenedAgain() throws IOException {
            CertificateAuthority first = CertificateAuthority.inFolder(dir, InstantSource.fixed(NOW));
            X509Certificate issued =
                    first.issue(CertificateProfile.signer(SITI).build()).certificate();
            first.revoke(issued, RevocationReason.SUPERSEDED);
            IssuedKey tsa = first.timeStampSigner();

            CertificateAuthority again = CertificateAuthority.inFolder(dir, Clock.systemUTC());

            assertThat(again.anchors()).isEqualTo(first.anchors());
            assertThat(again.intermediate().privateKey())
                    .isEqualTo(first.intermediate().privateKey());
            assertThat(again.timeStampSigner().chain()).isEqualTo(tsa.chain());
            assertThat(again.addresses()).isEqualTo(first.addresses());
            assertThat(again.register()).isEqualTo(first.register());
        }

        @Test
        void seesWhatAnotherProcessRevoked() throws IOException {
            CertificateAuthority serving = CertificateAuthority.inFolder(dir, Clock.systemUTC());
            X509Certificate issued =
                    serving.issue(CertificateProfile.signer(SITI).build()).certificate();

            CertificateAuthority.inFolder(dir, Clock.systemUTC()).revoke(issued, RevocationReason.KEY_COMPROMISE);

            assertThat(serving.find(Issuer.INTERMEDIATE, issued.getSerialNumber())
                            .flatMap(IssuedCertificate::revocation))
                    .isPresent();
        }

        @Test
        void onlyTrustAnchorsLieOpen() throws IOException {
            try (var files = Files.list(dir)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("root.pem", "intermediate.pem", "private");
            }
            if (Files.getFileStore(dir).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(dir.resolve("private/root.pem"))))
                        .isEqualTo("rw-------");
            }
        }

        @Test
        void neverReplacesALostKeyBehindTheAnchorsBack() throws IOException {
            byte[] anchor = Files.readAllBytes(dir.resolve("root.pem"));
            Files.delete(dir.resolve("private/root.pem"));

            assertThatIOException()
                    .isThrownBy(() -> CertificateAuthority.inFolder(dir, Clock.systemUTC()))
                    .withMessageContaining("private");
            assertThat(dir.resolve("root.pem")).hasBinaryContent(anchor);
        }

        @Test
        void noticesAnAnchorOfAnotherAuthority() throws IOException {
            PemFiles.write(dir.resolve("root.pem"), CA.root().certificate());

            assertThatIOException()
                    .isThrownBy(() -> CertificateAuthority.inFolder(dir, Clock.systemUTC()))
                    .withMessageContaining("root.pem");
        }

        @Test
        void saysWhichFileIsDamaged() throws IOException {
            Files.writeString(dir.resolve("private/root.pem"), "nothing");

            assertThatIOException()
                    .isThrownBy(() -> CertificateAuthority.inFolder(dir, Clock.systemUTC()))
                    .withMessageContaining("root.pem")
                    .withMessageContaining("damaged");
        }
    }
}
