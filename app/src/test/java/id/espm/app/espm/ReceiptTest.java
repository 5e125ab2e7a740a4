package id.espm.app.espm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.espm.EspmProblem.ReceiptInvalid;
import id.espm.app.espm.EspmProblem.ReceiptInvalid.Reason;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Submitter;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.receipt.Receipt;
import id.espm.sandbox.espm.receipt.ReceiptSigner;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.signer.Jenis;
import id.espm.signer.trust.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The server may lie, or somebody in its place: without a receipt that proves it, nothing is called sent. */
class ReceiptTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("wrongReceipts")
    void aReceiptForSomethingElseProvesNothing(UnaryOperator<Receipt> change, Reason reason, String member) {
        bench.espm.receiptChange = change;

        assertThat(failure()).isEqualTo(new ReceiptInvalid(reason, member));
        assertNothingKept();
    }

    static Stream<Arguments> wrongReceipts() {
        return Stream.of(
                wrong(r -> receipt(r, "01jd8x4mz0q2c7t6", r.sha256(), r.size()), Reason.OTHER_SUBMISSION, "id"),
                wrong(r -> receipt(r, r.id(), "0".repeat(64), r.size()), Reason.OTHER_BUNDLE, "sha256"),
                wrong(r -> receipt(r, r.id(), r.sha256(), r.size() - 1), Reason.OTHER_BUNDLE, "size"),
                wrong(r -> about(r, "GAJI", r.satker(), r.kppn()), Reason.OTHER_BUNDLE, "jenis"),
                wrong(r -> about(r, r.jenis(), "527011", r.kppn()), Reason.OTHER_BUNDLE, "satker"),
                wrong(r -> about(r, r.jenis(), r.satker(), "083"), Reason.OTHER_BUNDLE, "kppn"),
                wrong(r -> with(r, 2025, r.nomor(), "SENT"), Reason.OTHER_BUNDLE, "tahun"),
                wrong(r -> with(r, r.tahun(), List.of("00123A"), "SENT"), Reason.OTHER_BUNDLE, "nomor"),
                wrong(r -> with(r, r.tahun(), r.nomor(), "SENDING"), Reason.OTHER_SUBMISSION, "status"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("forgeries")
    void aForgedReceiptProvesNothing(UnaryOperator<StoredReceipt> change, Reason reason, String finding) {
        bench.espm.signedChange = change;

        assertThat(failure()).isEqualTo(new ReceiptInvalid(reason, finding));
        assertNothingKept();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery(
                        s -> new StoredReceipt(flip(s.json()), s.signature()),
                        Reason.SIGNATURE_INVALID,
                        "HASH_FAILURE"),
                forgery(
                        s -> new StoredReceipt(s.json(), flip(s.signature())),
                        Reason.SIGNATURE_INVALID,
                        "SIG_CRYPTO_FAILURE"),
                forgery(s -> new StoredReceipt(s.json(), new byte[0]), Reason.SIGNATURE_INVALID, "NOT_SIGNED"),
                forgery(s -> new StoredReceipt(s.json(), s.json()), Reason.SIGNATURE_INVALID, "NOT_SIGNED"));
    }

    @Test
    void aSignatureOfAStrangerProvesNothing() {
        bench.espm.receiptSigner = signer(TestPki.stranger());

        assertThat(failure()).isEqualTo(new ReceiptInvalid(Reason.SIGNER_NOT_TRUSTED, "NO_CERTIFICATE_CHAIN_FOUND"));
        assertNothingKept();
    }

    @Test
    void anOfficialCannotMakeReceipts() {
        bench.espm.receiptSigner = signer(TestPki.official());

        assertThat(failure()).isEqualTo(new ReceiptInvalid(Reason.SIGNED_BY_PERSON, ""));
        assertNothingKept();
    }

    @Test
    void withoutAnchorsNoReceiptIsBelieved() throws Exception {
        var session = bench.session();

        EspmException e = catchThrowableOfType(
                EspmException.class,
                () -> new Submitter(TrustAnchors.none())
                        .submit(
                                session,
                                HashedBundle.of(bench.bundle),
                                Bench.details(Jenis.SPM),
                                TokenSource.none(),
                                SubmissionListener.SILENT));

        assertThat(e.problem()).isEqualTo(new ReceiptInvalid(Reason.SIGNER_NOT_TRUSTED, "NO_CERTIFICATE_CHAIN_FOUND"));
        assertNothingKept();
    }

    @Test
    void anAnswerWithoutAReceiptIsNoReceipt() {
        bench.espm.fail("POST complete", FakeEspm.json(200, Map.of("status", "SENT")));

        assertThat(failure()).isEqualTo(new EspmProblem.UnexpectedAnswer(200, ""));
        assertNothingKept();
    }

    @Test
    void theOrderOfTheNumbersMeansNothing() throws Exception {
        bench.espm.receiptChange = r -> with(r, r.tahun(), r.nomor().reversed(), "SENT");

        assertThat(bench.submit().status()).isEqualTo(SubmissionStatus.SENT);
    }

    @Test
    void theReceiptThatFollowsAForgedOneIsTaken() throws Exception {
        bench.espm.fail("POST complete", FakeEspm.json(200, Map.of("receipt", "e30=", "signature", "e30=")));

        assertThat(failure()).isEqualTo(new ReceiptInvalid(Reason.SIGNATURE_INVALID, "NOT_SIGNED"));
        assertThat(bench.submit().receiptFile()).exists();
        assertThat(bench.espm.acceptances).isOne();
    }

    private EspmProblem failure() {
        return catchThrowableOfType(EspmException.class, bench::submit).problem();
    }

    private void assertNothingKept() {
        assertThat(bench.receipt()).doesNotExist();
        assertThat(bench.receiptSignature()).doesNotExist();
    }

    private static ReceiptSigner signer(IssuedKey key) {
        return new ReceiptSigner(key.privateKey(), key.chain());
    }

    private static Arguments wrong(UnaryOperator<Receipt> change, Reason reason, String member) {
        return Arguments.of(change, reason, member);
    }

    private static Arguments forgery(UnaryOperator<StoredReceipt> change, Reason reason, String finding) {
        return Arguments.of(change, reason, finding);
    }

    private static Receipt receipt(Receipt r, String id, String sha256, long size) {
        return new Receipt(
                id, sha256, size, r.time(), r.jenis(), r.satker(), r.kppn(), r.tahun(), r.nomor(), r.status());
    }

    private static Receipt about(Receipt r, String jenis, String satker, String kppn) {
        return new Receipt(
                r.id(), r.sha256(), r.size(), r.time(), jenis, satker, kppn, r.tahun(), r.nomor(), r.status());
    }

    private static Receipt with(Receipt r, int tahun, List<String> nomor, String status) {
        return new Receipt(
                r.id(), r.sha256(), r.size(), r.time(), r.jenis(), r.satker(), r.kppn(), tahun, nomor, status);
    }

    /** Changes one letter near the end: of the JSON its status, of the CMS its signature value. */
    private static byte[] flip(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length - 4] ^= 1;
        assertThat(new String(changed, StandardCharsets.ISO_8859_1))
                .isNotEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
        return changed;
    }
}
