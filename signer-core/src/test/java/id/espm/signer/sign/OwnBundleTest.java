package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.bundle.BundleSigner;
import id.espm.signer.bundle.OwnBundle;
import id.espm.signer.cms.OwnSignature;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.OwnSignedPdf;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick way to read back must never say yes to what does not hold. */
class OwnBundleTest {
    /** Less than the attributes and the value of a signature by RSA-2048 take. */
    private static final int SIGNER_INFO = 700;

    @TempDir
    Path folder;

    private SigningKey key;
    private CheckedPackage checked;
    private Path bundle;
    private List<Reference> sealed;

    @BeforeEach
    void write() throws Exception {
        key = Officials.open(Officials.ppspm(), folder);
        SigningPackage source = PackageFolder.read(
                Packages.samples(folder).resolve("SPM"), PackageDetails.none(), PackageDetails.none());
        checked = new PackageSigner(Rules.builtIn()).check(source);
        bundle = folder.resolve("bundle.asice");
        sealed = write(bundle, SigningMethod.basic());
    }

    private List<Reference> write(Path target, SigningMethod method) throws Exception {
        SigningPackage source = checked.source();
        SigningContext context = new SigningContext(
                new SignerRole(source.jabatan(), source.satker()), source.lokasi(), "Persetujuan SPM", Officials.NOW);
        return new BundleSigner(
                        context,
                        method,
                        PdfAppearances.all(Optional.empty()),
                        new AppearanceRenderer(FontLibrary.ofThisMachine()))
                .write(checked.request(), key, target, SigningListener.NONE);
    }

    @AfterEach
    void close() {
        key.close();
    }

    private boolean isSound(SigningKey by, List<Reference> covered, Path file) throws Exception {
        return new OwnBundle(checked.request(), covered, DigestAlgorithm.SHA256, by).isSound(file);
    }

    private boolean isSound(Map<String, byte[]> content) throws Exception {
        return isSound(key, sealed, Files.write(folder.resolve("changed.asice"), RewrittenBundle.zip(content)));
    }

    @Test
    void whatWasWrittenIsSound() throws Exception {
        assertThat(isSound(key, sealed, bundle)).isTrue();
        assertThat(isSound(RewrittenBundle.read(bundle))).isTrue();
    }

    @Test
    void signaturesByAnotherHashAreReadBackJustAsWell() throws Exception {
        Path other = folder.resolve("sha512.asice");
        List<Reference> covered = write(other, SigningMethod.basic().with(DigestAlgorithm.SHA512));

        assertThat(new OwnBundle(checked.request(), covered, DigestAlgorithm.SHA512, key).isSound(other))
                .isTrue();
        assertThat(isSound(key, covered, other)).as("by SHA-256").isFalse();
    }

    @Test
    void oneChangedBitInAnyEntryIsSeen() throws Exception {
        Random random = new Random(6);
        for (String entry : RewrittenBundle.read(bundle).keySet()) {
            Map<String, byte[]> changed = RewrittenBundle.read(bundle);
            byte[] bytes = changed.get(entry);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(isSound(changed)).as(entry).isFalse();
        }
    }

    @Test
    void anEntryTooFewOrTooManyIsSeen() throws Exception {
        for (String entry : RewrittenBundle.read(bundle).keySet()) {
            Map<String, byte[]> changed = RewrittenBundle.read(bundle);
            changed.remove(entry);
            assertThat(isSound(changed)).as("without %s", entry).isFalse();
        }
        Map<String, byte[]> more = new LinkedHashMap<>(RewrittenBundle.read(bundle));
        more.put("lampiran/lain.pdf", new byte[] {1});
        assertThat(isSound(more)).isFalse();
    }

    @Test
    void aFileCutOffIsNotSound() throws Exception {
        byte[] whole = Files.readAllBytes(bundle);
        Path cut = Files.write(folder.resolve("cut.asice"), Arrays.copyOf(whole, whole.length - 1));

        assertThat(isSound(key, sealed, cut)).isFalse();
    }

    @Test
    void anotherKeysBundleIsNotOurs() throws Exception {
        try (SigningKey other = Officials.open(Officials.issue("Orang Lain", KeyAlgorithm.RSA_2048), folder)) {
            assertThat(isSound(other, sealed, bundle)).isFalse();
        }
    }

    @Test
    void aSealOverSomethingElseIsSeen() throws Exception {
        List<Reference> less = new ArrayList<>(sealed);
        less.remove(1);

        assertThat(isSound(key, less, bundle)).isFalse();
    }

    @Test
    void everyByteOfASignatureCounts() throws Exception {
        Map<String, byte[]> content = RewrittenBundle.read(bundle);
        byte[] cms = content.get("META-INF/signature-segel.p7s");
        byte[] digest = DigestAlgorithm.SHA256.newDigest().digest(content.get("META-INF/ASiCManifest-segel.xml"));
        assertThat(OwnSignature.holds(cms, digest, DigestAlgorithm.SHA256, key)).isTrue();
        assertThat(OwnSignature.holds(cms, new byte[32], DigestAlgorithm.SHA256, key))
                .isFalse();

        // From the end of the certificates on: digest algorithm, attributes, algorithm, value.
        int signerInfo = cms.length - SIGNER_INFO;
        for (int i = signerInfo; i < cms.length; i++) {
            byte[] changed = cms.clone();
            changed[i] ^= 1;
            assertThat(OwnSignature.holds(changed, digest, DigestAlgorithm.SHA256, key))
                    .as("byte %d of %d", i, cms.length)
                    .isFalse();
        }
        byte[] otherName = cms.clone();
        otherName[indexOf(cms, key.certificate().getEncoded()) + 20] ^= 1;
        assertThat(OwnSignature.holds(otherName, digest, DigestAlgorithm.SHA256, key))
                .isFalse();
    }

    @Test
    void aPdfMustBeCoveredToItsEnd() throws Exception {
        byte[] signed = RewrittenBundle.read(bundle).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".pdf"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(holds(signed)).isTrue();
        byte[] longer = Arrays.copyOf(signed, signed.length + 1);
        longer[signed.length] = '\n';
        assertThat(holds(longer)).isFalse();
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        int gap = text.indexOf('<', text.lastIndexOf("/Contents"));
        int behind = text.indexOf('>', gap) + 1;
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] changed = signed.clone();
            int at = random.nextInt(changed.length - (behind - gap));
            changed[at < gap ? at : at + behind - gap] ^= (byte) (1 << random.nextInt(8));
            assertThat(holds(changed)).isFalse();
        }
        for (int at : new int[] {gap, gap + 2, behind - 2, behind - 1}) {
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            assertThat(holds(changed)).as("byte %d", at).isFalse();
        }
    }

    private boolean holds(byte[] pdf) throws Exception {
        Path file = Files.write(folder.resolve("signed.pdf"), pdf);
        return OwnSignedPdf.hashIfHolds(FileRegion.whole(file), DigestAlgorithm.SHA256, key)
                .isPresent();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
