package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.PaketJson;
import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** All that an uploaded bundle must stand, in the order that {@code docs/api/espm.yaml} gives. */
public final class BundleCheck {
    private final DssJudge judge;
    private final ContentsCheck contents;
    private final SignerCheck signers;
    /** DSS works hard and holds whole documents in memory: no more at once than there are processors. */
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public BundleCheck(DssJudge judge, AccountDirectory accounts, SigningMatrix matrix) {
        this.judge = judge;
        this.contents = new ContentsCheck(matrix);
        this.signers = new SignerCheck(accounts, matrix);
    }

    /**
     * Checks a bundle.
     *
     * @param file the bundle, its size and hash already compared with the declaration
     * @throws Refusal for the first thing that is wrong
     * @throws IOException when this machine's files fail
     */
    public void check(Path file, Declaration declaration) throws Refusal, IOException {
        turns.acquireUninterruptibly();
        try (BundleFiles files = BundleFiles.open(file)) {
            PaketJson paket = PaketJson.read(files.bytes(BundleFiles.PAKET));
            contents.check(files, paket, declaration);
            ManifestCheck.check(files);
            Judgement judgement = judge.judgeBundle(file, files);
            List<JudgedSignature> officials = officials(judgement, paket);
            SignatureCheck.check(judgement, officials);
            signers.check(
                    officials, paket.dokumen().stream().map(Dokumen::entry).collect(Collectors.toSet()), declaration);
        } catch (UnsafeBundleException e) {
            throw Faults.refusal(e);
        } finally {
            turns.release();
        }
    }

    /**
     * All but the signatures that an attachment already bore when it was put into the package, a supplier's on an
     * invoice say: those end within the original and are not the officials'.
     */
    private static List<JudgedSignature> officials(Judgement judgement, PaketJson paket) {
        Map<String, Long> originals = paket.dokumen().stream().collect(Collectors.toMap(Dokumen::entry, Dokumen::size));
        return judgement.signatures().stream()
                .filter(s -> s.signedRevision().isEmpty()
                        || s.signedRevision().get() > originals.getOrDefault(SignatureCheck.entry(s.document()), 0L))
                .toList();
    }
}
