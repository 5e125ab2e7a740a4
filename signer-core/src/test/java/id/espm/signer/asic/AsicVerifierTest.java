package id.espm.signer.asic;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.LivePki;
import id.espm.signer.Officials;
import id.espm.signer.Verdict;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers by other programs: valid where everything is signed and holds, and every flaw by its name. */
class AsicVerifierTest {
    private static final String A = "surat.txt";
    private static final String B = "lampiran/daftar.txt";

    @TempDir
    Path folder;

    @Nested
    class Extended {
        @Test
        void isValidWhereEverythingIsSigned() throws Exception {
            assertThat(judge(two().sign(A, B)).verdict()).isEqualTo(Verdict.valid());
        }

        @Test
        void isIndeterminateWhereNobodyTrustsTheSigner() throws Exception {
            VerificationSettings stranger = new VerificationSettings(TrustAnchors.none(), Instant.now());

            FileReport report =
                    new AsicVerifier(stranger).verify("c", two().sign(A, B).write("c.asice"));

            assertThat(report.verdict()).isInstanceOf(Verdict.Indeterminate.class);
            assertThat(report.findings()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "http://www.w3.org/2001/04/xmldsig-more#sha384, SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512, SHA-512"
        })
        void isValidByStrongerHashes(String method, String algorithm) throws Exception {
            ForeignContainer container = two();

            assertThat(judge(container.signBy(container.manifest(ForeignContainer.SIGNATURE, method, algorithm, A, B)))
                            .verdict())
                    .isEqualTo(Verdict.valid());
        }

        @Test
        void isIndeterminateByAWeakHash() throws Exception {
            ForeignContainer container = two();
            String sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";

            FileReport report =
                    judge(container.signBy(container.manifest(ForeignContainer.SIGNATURE, sha1, "SHA-1", A, B)));

            assertThat(report.verdict())
                    .isEqualTo(new Verdict.Indeterminate(
                            new Finding(Kind.CRYPTO_CONSTRAINTS_FAILURE_NO_POE, A + ": sha1")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"surat%20perintah%20%C3%A9.txt", "surat perintah é.txt"})
        void findsFilesByEncodedAndByPlainNames(String uri) throws Exception {
            ForeignContainer container = container().put("surat perintah é.txt", "isi");
            String reference = ForeignContainer.reference(
                    uri, container.entries.get("surat perintah é.txt"), ForeignContainer.SHA_256, "SHA-256");

            assertThat(judge(container.signBy(manifestOf(reference))).verdict()).isEqualTo(Verdict.valid());
        }

        @Test
        void findsANameWithAPercentSignThatEncodesNothing() throws Exception {
            assertThat(judge(container().put("naik 5%.txt", "isi").sign("naik 5%.txt"))
                            .verdict())
                    .isEqualTo(Verdict.valid());
        }

        @Test
        void namesAChangedFile() throws Exception {
            FileReport report = judge(two().sign(A, B).tamper(B));

            assertThat(report.verdict()).isEqualTo(new Verdict.Invalid(new Finding(Kind.HASH_FAILURE, B)));
        }

        @Test
        void namesAMissingFile() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.entries.remove(B);

            assertThat(judge(container).verdict()).isEqualTo(new Verdict.Invalid(new Finding(Kind.ENTRY_MISSING, B)));
        }

        @Test
        void namesAChangedManifest() throws Exception {
            ForeignContainer container = two().sign(A, B);
            String manifest = new String(container.entries.get(ForeignContainer.MANIFEST), StandardCharsets.UTF_8);
            container.put(ForeignContainer.MANIFEST, manifest + "\n");

            FileReport report = judge(container);

            assertThat(report.verdict()).isInstanceOf(Verdict.Invalid.class);
            assertThat(report.findings()).contains(new Finding(Kind.HASH_FAILURE, ForeignContainer.MANIFEST));
        }

        @Test
        void namesAMissingSignature() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.entries.remove(ForeignContainer.SIGNATURE);

            assertThat(judge(container).findings())
                    .contains(new Finding(Kind.ENTRY_MISSING, ForeignContainer.SIGNATURE));
        }

        @Test
        void isIndeterminateWithoutTheManifest() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.entries.remove(ForeignContainer.MANIFEST);

            assertThat(judge(container).verdict())
                    .isEqualTo(new Verdict.Indeterminate(
                            new Finding(Kind.SIGNED_DATA_NOT_FOUND, ForeignContainer.SIGNATURE)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tambahan.txt", "META-INF/tambahan.txt", "META-INF/manifest.xml"})
        void namesAFileThatNoSignatureCovers(String surplus) throws Exception {
            FileReport report = judge(two().sign(A, B).put(surplus, "tambahan"));

            assertThat(report.verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.ENTRY_NOT_SEALED, surplus)));
        }

        @Test
        void isValidByTwoSignaturesThatTogetherCoverEverything() throws Exception {
            String second = "META-INF/signature002.p7s";
            ForeignContainer container = two().sign(A);
            container.put(
                    "META-INF/ASiCManifest002.xml", container.manifest(second, ForeignContainer.SHA_256, "SHA-256", B));
            container.put(second, container.cms(container.entries.get("META-INF/ASiCManifest002.xml")));

            FileReport report = judge(container);

            assertThat(report.verdict()).isEqualTo(Verdict.valid());
            assertThat(report.signatures()).hasSize(2);
        }

        @Test
        void isIndeterminateWhereTwoManifestsNameOneSignature() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.put("META-INF/ASiCManifest002.xml", container.entries.get(ForeignContainer.MANIFEST));

            assertThat(judge(container).verdict())
                    .isEqualTo(new Verdict.Indeterminate(
                            new Finding(Kind.FORMAT_FAILURE, "META-INF/ASiCManifest002.xml")));
        }

        @Test
        void isIndeterminateWhereReferencesStandElsewhereInTheManifest() throws Exception {
            ForeignContainer container = two();
            String manifest = container
                    .manifest(ForeignContainer.SIGNATURE, ForeignContainer.SHA_256, "SHA-256", A, B)
                    .replace("001.p7s\"/>", "001.p7s\">")
                    .replace("</etsi:ASiCManifest>", "</etsi:SigReference></etsi:ASiCManifest>");

            assertThat(judge(container.signBy(manifest)).verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.FORMAT_FAILURE, ForeignContainer.MANIFEST)));
        }

        @Test
        void refusesASignatureThatIsNone() throws Exception {
            assertThat(judge(two().sign(A, B).put(ForeignContainer.SIGNATURE, "bukan CMS"))
                            .findings())
                    .contains(new Finding(Kind.FORMAT_FAILURE, ForeignContainer.SIGNATURE));
        }

        @Test
        void isIndeterminateWithACounterSignature() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.put(ForeignContainer.SIGNATURE, counterSigned(container.entries.get(ForeignContainer.SIGNATURE)));

            assertThat(judge(container).verdict())
                    .isEqualTo(new Verdict.Indeterminate(
                            new Finding(Kind.FORM_UNKNOWN, "counterSignature: " + ForeignContainer.SIGNATURE)));
        }

        @Test
        void isIndeterminateWithAForeignMediaType() throws Exception {
            ForeignContainer container = new ForeignContainer(folder, "text/plain").put(A, "isi");

            assertThat(judge(container.sign(A)).verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, "mimetype")));
        }

        private static byte[] counterSigned(byte[] cms) throws Exception {
            CMSSignedData data = new CMSSignedData(cms);
            SignerInformation signer =
                    data.getSignerInfos().getSigners().iterator().next();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build(
                            "SHA256withRSA",
                            Officials.ppspm().privateKey(),
                            Officials.ppspm().certificate()));
            SignerInformationStore counter = new SignerInformationStore(
                    generator.generateCounterSigners(signer).getSigners());
            return CMSSignedData.replaceSigners(
                            data, new SignerInformationStore(SignerInformation.addCounterSigners(signer, counter)))
                    .getEncoded();
        }
    }

    @Nested
    class Simple {
        @ParameterizedTest
        @ValueSource(strings = {"META-INF/signature.p7s", "META-INF/signature001.p7s"})
        void isValidOverItsOneFile(String signature) throws Exception {
            ForeignContainer container = simple().put(A, "isi");
            container.put(signature, container.cms(container.entries.get(A)));

            assertThat(judge(container).verdict()).isEqualTo(Verdict.valid());
        }

        @Test
        void namesItsChangedFile() throws Exception {
            ForeignContainer container = simple().put(A, "isi");
            container.put("META-INF/signature.p7s", container.cms(container.entries.get(A)));

            FileReport report = judge(container.tamper(A));

            assertThat(report.verdict()).isInstanceOf(Verdict.Invalid.class);
            assertThat(report.findings()).contains(new Finding(Kind.HASH_FAILURE, A));
        }

        @Test
        void isIndeterminateWithASecondFile() throws Exception {
            ForeignContainer container = simple().put(A, "isi");
            container.put("META-INF/signature.p7s", container.cms(container.entries.get(A)));

            FileReport report = judge(container.put(B, "isi lain"));

            assertThat(report.verdict()).isInstanceOf(Verdict.Indeterminate.class);
            assertThat(report.findings()).contains(new Finding(Kind.ENTRY_NOT_SEALED, B));
        }

        private ForeignContainer simple() {
            return new ForeignContainer(folder, ForeignContainer.SIMPLE);
        }
    }

    @Nested
    class ProofsOfTime {
        private static final String TOKEN = "META-INF/timestamp001.tst";
        private static final String ARCHIVE = "META-INF/ASiCArchiveManifest.xml";

        @Test
        void aSoundArchiveTimestampLeavesTheSignatureValid() throws Exception {
            assertThat(judge(stamped()).verdict()).isEqualTo(Verdict.valid());
        }

        @Test
        void oneOfAnotherManifestLeavesItIndeterminate() throws Exception {
            ForeignContainer container = stamped();
            String manifest = new String(container.entries.get(ARCHIVE), StandardCharsets.UTF_8);

            assertThat(judge(container.put(ARCHIVE, manifest + "\n")).verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.TIMESTAMP_BROKEN, TOKEN)));
        }

        @Test
        void oneWhoseManifestMissesAFileLeavesItIndeterminate() throws Exception {
            ForeignContainer container = two().sign(A, B).put("META-INF/lain.xml", "isi");
            container.put(
                    ARCHIVE, container.manifest(TOKEN, ForeignContainer.SHA_256, "SHA-256", A, "META-INF/lain.xml"));
            stamp(container);
            container.entries.remove("META-INF/lain.xml");

            assertThat(judge(container).verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.TIMESTAMP_BROKEN, ARCHIVE)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"META-INF/evidencerecord001.xml", "META-INF/evidencerecord.ers"})
        void anEvidenceRecordLeavesItIndeterminate(String record) throws Exception {
            FileReport report = judge(two().sign(A, B).put(record, "catatan"));

            assertThat(report.verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, "EvidenceRecord")));
        }

        private ForeignContainer stamped() throws Exception {
            ForeignContainer container = two().sign(A, B);
            container.put(
                    ARCHIVE,
                    container.manifest(
                            TOKEN,
                            ForeignContainer.SHA_256,
                            "SHA-256",
                            ForeignContainer.SIGNATURE,
                            ForeignContainer.MANIFEST));
            return stamp(container);
        }

        private static ForeignContainer stamp(ForeignContainer container) throws Exception {
            byte[] hash = DigestAlgorithm.SHA256.newDigest().digest(container.entries.get(ARCHIVE));
            try (LivePki pki = LivePki.start()) {
                return container.put(TOKEN, pki.timestamps().stamp(DigestAlgorithm.SHA256, hash));
            }
        }
    }

    @Nested
    class OtherForms {
        @ParameterizedTest
        @CsvSource({
            "META-INF/signatures.xml, XAdES",
            "META-INF/signatures001.xml, XAdES",
            "META-INF/timestamp.tst, TimeStampToken",
            "META-INF/evidencerecord.ers, EvidenceRecord",
            "META-INF/documentsignatures.xml, OpenDocument",
            "META-INF/CERT.RSA, JAR",
            "_xmlsignatures/sig1.xml, Office Open XML"
        })
        void areUndecidedByName(String entry, String form) throws Exception {
            FileReport report = judge(two().put(entry, "isi"));

            assertThat(report.verdict()).isEqualTo(new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, form)));
        }

        @Test
        void besideASignatureLeaveItIndeterminate() throws Exception {
            assertThat(judge(two().sign(A, B).put("META-INF/signatures.xml", "isi"))
                            .verdict())
                    .isEqualTo(new Verdict.Indeterminate(new Finding(Kind.FORM_UNKNOWN, "XAdES")));
        }

        @Test
        void aContainerWithoutAnySignatureIsUnsigned() throws Exception {
            assertThat(judge(two()).signed()).isFalse();
        }

        @Test
        void aPlainZipIsUnsigned() throws Exception {
            FileReport report = new AsicVerifier(Officials.trusting())
                    .verify(
                            "c",
                            new ForeignContainer(folder, "isi")
                                    .put("META-INF/MANIFEST.MF", "isi")
                                    .write("c.zip"));

            assertThat(report).isEqualTo(FileReport.unsigned("c", ""));
        }

        @Test
        void aContainerThatIsNoZipIsRefused() throws Exception {
            Path file = Files.writeString(folder.resolve("c.asice"), "PK\u0003\u0004 bukan ZIP");

            assertThat(new AsicVerifier(Officials.trusting())
                            .verify("c", file)
                            .findings()
                            .toString())
                    .contains("BUNDLE_UNREADABLE", "ZIP: end of central directory");
        }
    }

    private ForeignContainer container() {
        return new ForeignContainer(folder, ForeignContainer.EXTENDED);
    }

    private ForeignContainer two() {
        return container().put(A, "isi surat").put(B, "isi daftar");
    }

    private static String manifestOf(String references) {
        return "<etsi:ASiCManifest xmlns:etsi=\"http://uri.etsi.org/02918/v1.2.1#\" "
                + "xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><etsi:SigReference URI=\""
                + ForeignContainer.SIGNATURE + "\"/>" + references + "</etsi:ASiCManifest>";
    }

    private static FileReport judge(ForeignContainer container) throws Exception {
        return new AsicVerifier(Officials.trusting()).verify("c", container.write("c.asice"));
    }
}
