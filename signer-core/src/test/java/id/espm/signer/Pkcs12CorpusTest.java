package id.espm.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key files of other projects: each does what its index says, and what the key stores of others open, ours opens too. */
@EnabledIfSystemProperty(
        named = "espm.corpus",
        matches = ".+",
        disabledReason = "no folder of files by other projects is given (-Despm.corpus)")
class Pkcs12CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("espm.corpus", ""));
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final byte[] DATA = {1, 2, 3};

    /** One line of an {@code index.tsv}. */
    private record Sample(Path file, String kind, String expected, String passphrase) {
        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatTheIndexExpectsComesTrueInTime(Sample sample) {
        long before = System.nanoTime();
        Optional<Problem> problem = open(sample, KeyChoice.onlyOne());

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        requireExpected(sample, problem);
    }

    private static void requireExpected(Sample sample, Optional<Problem> problem) {
        String expected = sample.expected();
        if (expected.startsWith("LOADS with the passphrase") || expected.startsWith("LOADS via")) {
            requireOpen(sample, problem);
        } else if (expected.startsWith("LOADS; sign or say")) {
            if (!(problem.orElse(null) instanceof Problem.KeyAlgorithmUnsupported)) {
                requireOpen(sample, problem);
            }
        } else if (sample.kind().contains("no-cert")) {
            assertThat(problem).get().isInstanceOf(Problem.KeyWithoutCertificate.class);
        } else if (sample.kind().contains("key-password-differs")) {
            requireOpenOr(sample, problem, Problem.KeyPassphraseDiffers.class);
        } else if (sample.kind().contains("unsupported-mac")) {
            requireOpenOr(sample, problem, Problem.KeyProtectionUnsupported.class);
        } else if (sample.kind().contains("unsupported-key")) {
            assertThat(problem)
                    .get()
                    .isInstanceOfAny(Problem.KeyAlgorithmUnsupported.class, Problem.KeyProtectionUnsupported.class);
        } else if (sample.kind().contains("unknown-passphrase")) {
            assertThat(problem).get().isInstanceOf(Problem.WrongPassphrase.class);
        } else if (sample.kind().contains("no-key")) {
            assertThat(problem).get().isInstanceOf(Problem.NoPrivateKey.class);
        } else if (sample.kind().contains("malformed")) {
            assertThat(problem).get().isInstanceOf(Problem.KeyFileDamaged.class);
        } else {
            requireOpenOr(sample, problem, Problem.OfKey.class);
        }
    }

    private static void requireOpenOr(Sample sample, Optional<Problem> problem, Class<? extends Problem> refusal) {
        if (problem.isEmpty() || !refusal.isInstance(problem.get())) {
            requireOpen(sample, problem);
        }
    }

    /** One key opens, or each of those that are offered. */
    private static void requireOpen(Sample sample, Optional<Problem> problem) {
        if (problem.isPresent() && problem.get() instanceof Problem.SeveralKeys several) {
            for (Problem.OfferedKey offered : several.offered()) {
                assertThat(open(sample, KeyChoice.bySerial(offered.serial())))
                        .as("%s", offered)
                        .isEmpty();
            }
        } else {
            assertThat(problem).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatEitherKeyStoreOpensOursOpensToTheSameCertificate(Sample sample) throws Exception {
        for (X509Certificate owner : ownersByKeyStores(sample)) {
            PublicKey key = owner.getPublicKey();
            KeyChoice choice = KeyChoice.bySerial(owner.getSerialNumber().toString(16));
            try (Secret secret = Secret.copyOf(sample.passphrase().toCharArray());
                    SigningKey ours = KeyFile.open(sample.file(), secret, choice)) {
                assertThat(ours.certificate().getEncoded()).isEqualTo(owner.getEncoded());
                assertThat(ours.sign(DATA, DigestAlgorithm.SHA256)).isNotEmpty();
            } catch (SignerException e) {
                if (!(e.problem() instanceof Problem.KeyAlgorithmUnsupported)
                        || List.of("RSA", "EC", "RSASSA-PSS").contains(key.getAlgorithm())) {
                    fail(sample + ": " + e.problem(), e);
                }
            }
        }
    }

    private static List<X509Certificate> ownersByKeyStores(Sample sample) throws IOException {
        List<X509Certificate> owners = new ArrayList<>();
        byte[] content = Files.readAllBytes(sample.file());
        for (boolean bouncyCastle : new boolean[] {false, true}) {
            try {
                KeyStore store = bouncyCastle
                        ? KeyStore.getInstance("PKCS12", new BouncyCastleProvider())
                        : KeyStore.getInstance("PKCS12");
                char[] passphrase = sample.passphrase().toCharArray();
                store.load(new ByteArrayInputStream(content), passphrase);
                for (String alias : Collections.list(store.aliases())) {
                    if (store.isKeyEntry(alias) && store.getKey(alias, passphrase) != null) {
                        first(store.getCertificateChain(alias)).ifPresent(owners::add);
                    }
                }
            } catch (GeneralSecurityException | IOException | RuntimeException e) {
                // This store does not open the file: then it is no measure.
                assertThat(e).isNotNull();
            }
        }
        return owners;
    }

    private static Optional<X509Certificate> first(Certificate[] chain) {
        return chain != null && chain.length > 0 && chain[0] instanceof X509Certificate x509
                ? Optional.of(x509)
                : Optional.empty();
    }

    private static Optional<Problem> open(Sample sample, KeyChoice choice) {
        try (Secret secret = Secret.copyOf(sample.passphrase().toCharArray());
                SigningKey key = KeyFile.open(sample.file(), secret, choice)) {
            assertThat(key.sign(DATA, DigestAlgorithm.SHA256)).isNotEmpty();
            return Optional.empty();
        } catch (SignerException e) {
            return Optional.of(e.problem());
        }
    }

    static Stream<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String kind : List.of("p12-good", "p12-bad")) {
            List<String> lines = Files.readAllLines(CORPUS.resolve(kind).resolve("index.tsv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                samples.add(new Sample(
                        CORPUS.resolve(kind).resolve(unquoted(cells[0])),
                        unquoted(cells[1]),
                        unquoted(cells[2]),
                        passphrase(unquoted(cells[3]))));
            }
        }
        return samples.stream();
    }

    /** A cell as spreadsheets write it: in quotes, each quote within it twice, where it holds one. */
    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static String passphrase(String cell) {
        return cell.strip().equals("(empty)") ? "" : cell.strip();
    }
}
