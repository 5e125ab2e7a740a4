package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.CheckedFile;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfFieldUnusable;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a document and its earlier signatures allow. */
class SigningPermissionTest {
    @TempDir
    Path folder;

    @Nested
    class ACertifiedDocument {
        @Test
        void thatAllowsNoChangeTakesNoOtherSignature() throws Exception {
            Path certified = certify(SamplePdfs.plain(1, true), Certification.NO_CHANGES);

            assertThat(problem(certified, Optional.empty()))
                    .isEqualTo(new PdfUnusable(certified, Reason.SIGNING_FORBIDDEN));
            assertThat(pdfsig(certified)).contains("Signature is Valid.");
        }

        @ParameterizedTest
        @EnumSource(mode = Mode.EXCLUDE, names = "NO_CHANGES")
        void thatAllowsMoreTakesOneAndKeepsItsOwn(Certification certification) throws Exception {
            Path certified = certify(SamplePdfs.plain(1, false), certification);

            Path twice = sign(certified, Optional.empty(), Optional.empty(), null);

            assertThat(pdfsig(twice).split("Signature is Valid\\.", -1)).hasSize(3);
            try (PDDocument document = Loader.loadPDF(twice.toFile())) {
                assertThat(document.getDocumentCatalog()
                                .getCOSObject()
                                .getCOSDictionary(COSName.getPDFName("Perms"))
                                .getCOSDictionary(COSName.getPDFName("DocMDP")))
                        .isNotNull();
            }
        }

        @Test
        void mustBeCertifiedBeforeItIsSigned() throws Exception {
            Path signed = sign(file(SamplePdfs.plain(1, true)), Optional.empty(), Optional.empty(), null);

            Problem problem = catchThrowableOfType(
                            SignerException.class,
                            () -> sign(signed, Optional.empty(), Optional.of(Certification.FORM_FILLING), null))
                    .problem();

            assertThat(problem).isEqualTo(new PdfUnusable(signed, Reason.ALREADY_SIGNED));
        }
    }

    @Nested
    class AField {
        @Test
        void thatIsEmptyIsUsedByItsName() throws Exception {
            Path signed = sign(file(SamplePdfs.form(true)), Optional.of("kpa"), Optional.empty(), null);

            assertThat(pdfsig(signed)).contains("kpa").contains("Signature is Valid.");
            try (PDDocument document = Loader.loadPDF(signed.toFile())) {
                assertThat(document.getSignatureFields())
                        .extracting(PDSignatureField::getPartialName)
                        .containsExactly("ppspm", "kpa");
            }
        }

        @Test
        void thatIsEmptyMayTakeACertification() throws Exception {
            Path certified = sign(
                    file(SamplePdfs.form(true)), Optional.of("kpa"), Optional.of(Certification.FORM_FILLING), null);

            assertThat(pdfsig(certified)).contains("kpa").contains("Signature is Valid.");
            assertThat(problem(sign(certified, Optional.empty(), Optional.empty(), null), Optional.of("kpa")))
                    .isInstanceOf(PdfFieldUnusable.class);
        }

        @Test
        void thatIsNotThereIsSaidToBeUnknown() throws Exception {
            Path pdf = file(SamplePdfs.form(false));

            assertThat(problem(pdf, Optional.of("uraian")))
                    .isEqualTo(new PdfFieldUnusable(pdf, "uraian", PdfFieldUnusable.State.UNKNOWN));
        }

        @Test
        void thatIsSignedIsNotSignedAgain() throws Exception {
            Path signed = sign(file(SamplePdfs.form(false)), Optional.of("kpa"), Optional.empty(), null);

            assertThat(problem(signed, Optional.of("kpa")))
                    .isEqualTo(new PdfFieldUnusable(signed, "kpa", PdfFieldUnusable.State.SIGNED));
        }

        @Test
        void thatAnEarlierSignatureLocksIsRefusedAndAnotherIsNot() throws Exception {
            Path locked = sign(file(locking("Include", "ppspm")), Optional.of("kpa"), Optional.empty(), null);

            assertThat(problem(locked, Optional.of("ppspm")))
                    .isEqualTo(new PdfFieldUnusable(locked, "ppspm", PdfFieldUnusable.State.LOCKED));
            assertThat(pdfsig(sign(locked, Optional.empty(), Optional.empty(), null)))
                    .contains("Signature is Valid.");
        }

        @Test
        void cannotBeAddedOnceAllAreLocked() throws Exception {
            Path locked = sign(file(locking("All", null)), Optional.of("kpa"), Optional.empty(), null);

            assertThat(problem(locked, Optional.empty()))
                    .isEqualTo(new PdfFieldUnusable(locked, "Signature1", PdfFieldUnusable.State.LOCKED));
        }

        /** The form with a lock on {@code kpa} that holds once it is signed. */
        private byte[] locking(String action, String field) throws Exception {
            try (PDDocument document = Loader.loadPDF(SamplePdfs.form(false))) {
                COSDictionary lock = new COSDictionary();
                lock.setItem(COSName.TYPE, COSName.getPDFName("SigFieldLock"));
                lock.setItem(COSName.getPDFName("Action"), COSName.getPDFName(action));
                if (field != null) {
                    COSArray names = new COSArray();
                    names.add(new COSString(field));
                    lock.setItem(COSName.FIELDS, names);
                }
                document.getSignatureFields().getLast().getCOSObject().setItem(COSName.getPDFName("Lock"), lock);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }

    @Nested
    class AnEncryptedDocument {
        private static final String PASSWORD = "rahasia kantor";

        @Test
        void staysEncryptedInEveryRevision() throws Exception {
            for (int bits : new int[] {40, 128, -128, 256}) {
                byte[] pdf = SamplePdfs.encrypted(Math.abs(bits), bits != 128, PASSWORD, new AccessPermission());
                Path file = file(pdf);

                Path signed = sign(file, Optional.empty(), Optional.empty(), PASSWORD);

                assertThat(Officials.judge("pdfsig")
                                .run(folder, "-nocert", "-upw", PASSWORD, signed.toString())
                                .output())
                        .as("%d bits", bits)
                        .contains("Signature is Valid.")
                        .contains("Total document signed");
                assertThat(PdfSignatureReader.read(FileRegion.whole(signed), Secret.copyOf(PASSWORD.toCharArray())))
                        .singleElement()
                        .satisfies(s -> assertThat(s.claims().claimedPlace()).contains("Tolitoli"))
                        .satisfies(s -> assertThat(s.coversAll()).isTrue());
                assertThat(Officials.judge("qpdf")
                                .run(folder, "--check", "--password=" + PASSWORD, signed.toString())
                                .exit())
                        .isZero();
                assertThat(new String(Files.readAllBytes(signed), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Tolitoli");
            }
        }

        @Test
        void needsItsPasswordAndTheRightOne() throws Exception {
            Path file = file(SamplePdfs.encrypted(256, true, PASSWORD, new AccessPermission()));

            assertThat(problem(file, Optional.empty())).isEqualTo(new PdfUnusable(file, Reason.PASSWORD_NEEDED));
            assertThat(catchThrowableOfType(
                                    SignerException.class,
                                    () -> sign(file, Optional.empty(), Optional.empty(), "salah"))
                            .problem())
                    .isEqualTo(new PdfUnusable(file, Reason.PASSWORD_WRONG));
        }

        @Test
        void whoseOwnerForbidsItIsSignedOnlyWithTheOwnersPassword() throws Exception {
            AccessPermission nothing = new AccessPermission();
            nothing.setCanModify(false);
            nothing.setCanModifyAnnotations(false);
            nothing.setCanFillInForm(false);
            Path file = file(SamplePdfs.encrypted(128, true, "", nothing));

            assertThat(problem(file, Optional.empty())).isEqualTo(new PdfUnusable(file, Reason.PERMISSION_MISSING));
            assertThat(pdfsig(sign(file, Optional.empty(), Optional.empty(), "pemilik")))
                    .contains("Signature is Valid.");
        }
    }

    private Path file(byte[] pdf) throws Exception {
        return Files.write(Files.createTempFile(folder, "asli", ".pdf"), pdf);
    }

    private Path certify(byte[] pdf, Certification certification) throws Exception {
        return sign(file(pdf), Optional.empty(), Optional.of(certification), null);
    }

    private Problem problem(Path pdf, Optional<String> field) {
        return catchThrowableOfType(SignerException.class, () -> sign(pdf, field, Optional.empty(), null))
                .problem();
    }

    private Path sign(Path pdf, Optional<String> field, Optional<Certification> certification, String password)
            throws Exception {
        PdfSigningRequest request =
                new PdfSigningRequest(CheckedFile.of(pdf), Officials.context(), field, certification, Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Secret secret = password == null ? null : Secret.copyOf(password.toCharArray());
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            new PdfSigner(SigningMethod.basic()).sign(request, secret, key, out);
        }
        return file(out.toByteArray());
    }

    private String pdfsig(Path pdf) throws Exception {
        return Officials.judge("pdfsig").run(folder, "-nocert", pdf.toString()).output();
    }
}
