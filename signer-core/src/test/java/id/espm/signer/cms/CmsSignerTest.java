package id.espm.signer.cms;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.Finding;
import id.espm.signer.Officials;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.key.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmsSignerTest {
    private static final byte[] ADK = new byte[70_000];

    static {
        new Random(82).nextBytes(ADK);
    }

    @TempDir
    static Path folder;

    private final CmsVerifier verifier = new CmsVerifier();

    /** Around each change in how many octets a DER length takes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 126, 127, 128, 255, 256, 65_535, 65_536, 70_000})
    void contentOfAnySizeComesBackFromOpensslUnchanged(int size) throws Exception {
        byte[] content = Arrays.copyOf(ADK, size);
        Path p7m = Files.write(folder.resolve("a.p7m"), envelop(content, KeyAlgorithm.RSA_2048));
        Path out = folder.resolve("a.out");

        ForeignTool.Result result = Officials.openssl(p7m, Officials.anchorsPem(folder), Optional.empty(), out);

        assertThat(result.output()).contains("CMS Verification successful");
        assertThat(Files.readAllBytes(out)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyKindOfKeyMakesASignatureThatHolds(KeyAlgorithm algorithm) throws Exception {
        byte[] p7m = envelop(ADK, algorithm);
        Path file = Files.write(folder.resolve(algorithm + ".p7m"), p7m);

        CmsReport report = verifier.verifyEnveloping(new ByteArrayInputStream(p7m), OutputStream.nullOutputStream());
        ForeignTool.Result result =
                Officials.openssl(file, Officials.anchorsPem(folder), Optional.empty(), folder.resolve("k.out"));

        assertThat(report.flaw()).isEmpty();
        assertThat(report.signatures()).singleElement().satisfies(s -> {
            assertThat(s.integrity()).isEqualTo(Verdict.valid());
            assertThat(s.bound()).isTrue();
        });
        assertThat(result.output()).contains("CMS Verification successful");
        assertThat(CmsForm.irregularity(p7m)).isEmpty();
    }

    @Test
    void contentThatIsNotWhatWasStatedIsReported() throws Exception {
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            byte[] hash = Sha256.of(ADK).bytes();
            byte[] changed = ADK.clone();
            changed[0] ^= 1;
            for (byte[] read :
                    new byte[][] {changed, Arrays.copyOf(ADK, ADK.length - 1), Arrays.copyOf(ADK, ADK.length + 1)}) {
                boolean asStated = signer().signEnveloping(
                                new ByteArrayInputStream(read), ADK.length, hash, OutputStream.nullOutputStream(), key);
                assertThat(asStated).isFalse();
            }
        }
    }

    @Test
    void aDetachedSignatureHoldsForItsContentAlone() throws Exception {
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            byte[] p7s = signer().signDetached(Sha256.of(ADK).bytes(), key);

            assertThat(p7s.length).isLessThanOrEqualTo(signer().expectedDetachedSize(key));
            assertThat(detached(p7s, ADK)).isEqualTo(Verdict.valid());
            assertThat(detached(p7s, Arrays.copyOf(ADK, 69_999)))
                    .isEqualTo(new Verdict.Invalid(Finding.of(Finding.Kind.HASH_FAILURE)));
        }
    }

    @Test
    void noChangedByteOfASignatureCrashesOrHolds() throws Exception {
        byte[] p7m = envelop(Arrays.copyOf(ADK, 40), KeyAlgorithm.EC_P256);
        for (int position = 0; position < p7m.length; position++) {
            byte[] changed = p7m.clone();
            changed[position] ^= (byte) 0x20;
            CmsReport report =
                    verifier.verifyEnveloping(new ByteArrayInputStream(changed), OutputStream.nullOutputStream());
            boolean holds = report.flaw().isEmpty()
                    && report.signatures().stream().allMatch(s -> s.integrity().isValid());

            // What no signature protects must at least be irregular, or concern a certificate, which trust judges.
            boolean unseen = holds && CmsForm.irregularity(changed).isEmpty() && !inCertificates(p7m, position);
            assertThat(unseen).as("byte %d", position).isFalse();
        }
    }

    @Test
    void bytesBehindTheSignatureAreSeen() throws Exception {
        byte[] p7m = envelop(ADK, KeyAlgorithm.RSA_2048);

        CmsReport report = verifier.verifyEnveloping(
                new ByteArrayInputStream(Arrays.copyOf(p7m, p7m.length + 2)), OutputStream.nullOutputStream());

        assertThat(report.flaw()).contains(Finding.of(Finding.Kind.NOT_WHOLE_FILE_COVERED));
    }

    @Test
    void whatIsNotSignedDataIsSaidNotToBeSigned() throws Exception {
        byte[] text = "bukan tanda tangan".getBytes(StandardCharsets.UTF_8);

        CmsReport report = verifier.verifyEnveloping(new ByteArrayInputStream(text), OutputStream.nullOutputStream());

        assertThat(report.flaw()).map(Finding::kind).contains(Finding.Kind.NOT_SIGNED);
    }

    private Verdict detached(byte[] p7s, byte[] content) throws Exception {
        return verifier.verifyDetached(new ByteArrayInputStream(p7s), new ByteArrayInputStream(content))
                .signatures()
                .getFirst()
                .integrity();
    }

    private static byte[] envelop(byte[] content, KeyAlgorithm algorithm) throws Exception {
        var issued = algorithm == KeyAlgorithm.RSA_2048 ? Officials.ppspm() : Officials.issue("P", algorithm);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = Officials.open(issued, folder)) {
            assertThat(signer().signEnveloping(
                                    new ByteArrayInputStream(content),
                                    content.length,
                                    Sha256.of(content).bytes(),
                                    out,
                                    key))
                    .isTrue();
        }
        return out.toByteArray();
    }

    private static CmsSigner signer() {
        return new CmsSigner(new CmsSigningRequest(Format.CADES, Officials.context()), SigningMethod.basic());
    }

    /** Whether a byte stands in the certificates [0] that a small P-256 signature brings along. */
    private static boolean inCertificates(byte[] p7m, int position) {
        int start = -1;
        for (int i = 0; i + 1 < p7m.length && start < 0; i++) {
            if ((p7m[i] & 0xff) == 0xa0 && (p7m[i + 1] & 0xff) == 0x82 && i > 20) {
                start = i;
            }
        }
        int length = ((p7m[start + 2] & 0xff) << 8) | (p7m[start + 3] & 0xff);
        return position >= start && position < start + 4 + length;
    }
}
