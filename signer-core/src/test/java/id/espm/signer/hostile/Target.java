package id.espm.signer.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.samples.Adk;
import id.espm.signer.ByteSource;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkContents;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.ContentsListBytes;
import id.espm.signer.key.Secret;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reader of hostile bytes. What it is given may be anything; it must end with a verdict, and with a valid one only if that says
 * just what the verdict on a seed says: same signers, same statements, same content.
 */
enum Target {
    PDF(Seeds.PDF, Seeds.PDF_T, Seeds.PDF_TWICE),
    CMS(Seeds.CMS, Seeds.CMS_T),
    BUNDLE(Seeds.BUNDLE, Seeds.BUNDLE_T),
    CONTENTS_LIST(Seeds.CONTENTS_LIST),
    ADK(Seeds.ADK, Seeds.ADK_OPEN);

    private static final long MOST_MILLIS = 10_000;

    private final List<String> seeds;

    Target(String... seeds) {
        this.seeds = List.of(seeds);
    }

    static Target named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<String> seeds() {
        return seeds;
    }

    /** @throws AssertionError if the bytes do harm */
    void take(Seeds from, byte[] bytes) throws IOException {
        if (this == CONTENTS_LIST) {
            Optional<ContentsList> read = ContentsListBytes.read(bytes);
            read.ifPresent(list -> assertThat(ContentsListBytes.read(ContentsListBytes.write(list)))
                    .contains(list));
            return;
        }
        if (this == ADK) {
            readAdk(bytes);
            return;
        }
        long start = System.nanoTime();
        String ending = seeds.getFirst().substring(seeds.getFirst().lastIndexOf('.'));
        Path file = Files.write(Files.createTempFile("espm-hostile-", ending), bytes);
        try {
            FileReport report = new Judging(from.trusting()).judge(file);
            if (report.verdict().isValid()) {
                assertThat(saysOfASeed(from, report, bytes))
                        .as("valid, and of no seed: %s", report)
                        .isTrue();
            }
        } catch (SignerException e) {
            // Whoever asked is told; nothing was called valid.
            assertThat(e.problem()).isNotNull();
        } finally {
            Files.delete(file);
        }
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(MOST_MILLIS);
    }

    /** Any bytes have an answer: either the SPM, or why they are not known. */
    private static void readAdk(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile("espm-hostile-", ".zip"), bytes);
        try (Secret password = Secret.copyOf(Adk.PASSWORD.toCharArray())) {
            AdkContents contents = AdkReader.withPassword(password).read(file);
            assertThat(contents.spm().isEmpty()).isEqualTo(contents.gap().isPresent());
        } finally {
            Files.delete(file);
        }
    }

    private boolean saysOfASeed(Seeds from, FileReport report, byte[] bytes) throws IOException {
        for (String name : seeds) {
            try {
                FileReport seed =
                        new Judging(from.trusting()).judge(from.folder().resolve(name));
                boolean same = same(seed, report);
                if (same && (this != CMS || content(from, from.bytes(name)).equals(content(from, bytes)))) {
                    return true;
                }
            } catch (SignerException e) {
                throw new IOException(e);
            }
        }
        return false;
    }

    private static boolean same(FileReport seed, FileReport other) {
        boolean same = seed.signatures().size() == other.signatures().size()
                && seed.documents().size() == other.documents().size();
        for (int i = 0; same && i < seed.signatures().size(); i++) {
            same = same(seed.signatures().get(i), other.signatures().get(i));
        }
        for (int i = 0; same && i < seed.documents().size(); i++) {
            same = same(seed.documents().get(i), other.documents().get(i));
        }
        return same;
    }

    /** A timestamp that cannot be found any more is as if it had been taken away, which anybody can do. */
    private static boolean same(SignatureReport seed, SignatureReport other) {
        return seed.certificate().equals(other.certificate())
                && seed.claims().equals(other.claims())
                && seed.algorithm().equals(other.algorithm())
                && (other.provenTime().isEmpty() || seed.provenTime().equals(other.provenTime()));
    }

    private static ByteBuffer content(Seeds from, byte[] cms) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new CmsFileVerifier(from.trusting()).verifyEnveloping("", ByteSource.of(cms), content);
        return ByteBuffer.wrap(content.toByteArray());
    }
}
