package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.Judgement;
import id.espm.signer.Officials;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a signed bundle is seen, and named. */
class TamperedBundleTest {
    @TempDir
    static Path folder;

    private static Map<String, byte[]> entries;

    @BeforeAll
    static void signTheSample() throws Exception {
        Path packages = Packages.samples(folder);
        entries = RewrittenBundle.read(
                Packages.sign(packages.resolve("SPM"), folder).bundle());
    }

    @Test
    void theRewrittenBundleIsValidWhileNothingIsChanged() throws Exception {
        assertThat(verify(entries).report().verdict().isValid()).isTrue();
    }

    @Test
    void oneByteChangedInAnyEntryIsSeenAndItsEntryNamed() throws Exception {
        Random random = new Random(527010);
        for (String name : entries.keySet()) {
            for (int i = 0; i < 6; i++) {
                byte[] changed = entries.get(name).clone();
                int position = random.nextInt(changed.length);
                changed[position] ^= (byte) (1 << random.nextInt(8));
                Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
                tampered.put(name, changed);

                BundleReport report = verify(tampered);

                assertThat(report.report().verdict())
                        .as("%s at %d", name, position)
                        .isInstanceOf(Verdict.Invalid.class);
                assertThat(report.report().toString())
                        .as("%s at %d", name, position)
                        .contains(name);
            }
        }
    }

    /** KPPN's judge, which shares no code with ours; of the type of the container it takes no notice. */
    @Test
    void theEusJudgeSeesAChangeInEveryEntryToo() throws Exception {
        DssJudge dss = DssJudge.withoutRevocation(Officials.ca().anchors());
        assertThat(dss.judge(Files.write(folder.resolve("whole.asice"), RewrittenBundle.zip(entries)))
                        .overall())
                .isEqualTo(Judgement.Overall.VALID);
        for (String name : entries.keySet()) {
            if (name.equals("mimetype")) {
                continue;
            }
            byte[] changed = entries.get(name).clone();
            changed[changed.length / 2] ^= 0x01;
            Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
            tampered.put(name, changed);

            Judgement judgement =
                    dss.judge(Files.write(folder.resolve("tampered.asice"), RewrittenBundle.zip(tampered)));

            assertThat(judgement.overall()).as("%s: %s", name, judgement).isNotEqualTo(Judgement.Overall.VALID);
        }
    }

    @Test
    void everyByteOfTheSealMatters() throws Exception {
        String seal = "META-INF/signature-segel.p7s";
        for (int position = 0; position < entries.get(seal).length; position += 5) {
            byte[] changed = entries.get(seal).clone();
            changed[position] ^= (byte) 0x01;
            Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
            tampered.put(seal, changed);

            assertThat(verify(tampered).report().verdict().isValid())
                    .as("byte %d", position)
                    .isFalse();
        }
    }

    @Test
    void aMissingEntryIsNamed() throws Exception {
        for (String name : entries.keySet()) {
            Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
            tampered.remove(name);

            BundleReport report = verify(tampered);

            assertThat(report.report().verdict()).as(name).isInstanceOf(Verdict.Invalid.class);
            assertThat(report.report().toString()).contains(name);
        }
    }

    @Test
    void anEntryThatNoSealCoversIsNamed() throws Exception {
        for (String name :
                new String[] {"lampiran/tambahan.pdf", "META-INF/ASiCManifest-paket-02.xml", "catatan.txt"}) {
            Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
            tampered.put(name, "tambahan".getBytes(StandardCharsets.UTF_8));

            BundleReport report = verify(tampered);

            assertThat(report.report().verdict()).isInstanceOf(Verdict.Invalid.class);
            assertThat(report.report().findings().toString()).contains(name);
        }
    }

    @Test
    void twoDocumentsChangingPlacesAreSeen() throws Exception {
        Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
        String[] adk =
                entries.keySet().stream().filter(n -> n.startsWith("adk/")).toArray(String[]::new);
        tampered.put(adk[0], entries.get(adk[1]));
        tampered.put(adk[1], entries.get(adk[0]));

        assertThat(verify(tampered).report().verdict()).isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void namesThatLeaveTheContainerAreRefused() throws Exception {
        for (String name :
                new String[] {"../keluar.pdf", "/etc/x.pdf", "lampiran\\x.pdf", "a//b", "CON.pdf", "a/./b"}) {
            Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
            tampered.put(name, new byte[] {1});

            assertThat(verify(tampered).report().findings().toString()).contains("BUNDLE_UNREADABLE");
        }
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() throws Exception {
        Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
        tampered.put("PAKET.JSON", new byte[] {1});

        assertThat(verify(tampered).report().findings().toString()).contains("duplicate");
    }

    /** Straight in the file, so that compressed bytes break too. */
    @Test
    void damageInCompressedBytesIsAVerdictAndNoFailure() throws Exception {
        byte[] whole = RewrittenBundle.zip(entries);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int data = text.indexOf("paket.json") + "paket.json".length();
        for (int position = data; position < data + 60; position++) {
            byte[] changed = whole.clone();
            changed[position] ^= (byte) 0x10;

            assertThat(verify(changed).report().verdict())
                    .as("byte %d", position)
                    .isInstanceOf(Verdict.Invalid.class);
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsInflated() throws Exception {
        Map<String, byte[]> tampered = new LinkedHashMap<>(entries);
        tampered.put("lampiran/nol.pdf", new byte[64 << 20]);

        assertThat(verify(tampered).report().findings().toString()).contains("ratio");
    }

    @Test
    void bytesBeforeOrBehindTheContainerAreRefused() throws Exception {
        byte[] whole = RewrittenBundle.zip(entries);
        byte[] behind = java.util.Arrays.copyOf(whole, whole.length + 7);
        byte[] before = new byte[whole.length + 7];
        System.arraycopy(whole, 0, before, 7, whole.length);

        assertThat(verify(behind).report().verdict()).isInstanceOf(Verdict.Invalid.class);
        assertThat(verify(before).report().verdict()).isInstanceOf(Verdict.Invalid.class);
    }

    @Test
    void aTruncatedBundleIsRefusedWhereverItEnds() throws Exception {
        byte[] whole = RewrittenBundle.zip(entries);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            BundleReport report = verify(java.util.Arrays.copyOf(whole, length));

            assertThat(report.report().verdict()).as("%d bytes", length).isInstanceOf(Verdict.Invalid.class);
        }
    }

    private static BundleReport verify(Map<String, byte[]> tampered) throws Exception {
        return verify(RewrittenBundle.zip(tampered));
    }

    private static BundleReport verify(byte[] bundle) throws Exception {
        Path file = Files.write(folder.resolve("tampered.asice"), bundle);
        return new BundleVerifier(Officials.trusting(), Rules.builtIn()).verify("tampered", file);
    }
}
