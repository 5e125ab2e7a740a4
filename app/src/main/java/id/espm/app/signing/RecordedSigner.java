package id.espm.app.signing;

import id.espm.app.history.History;
import id.espm.app.history.SigningId;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.SigningKey;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Signs packages and writes down each signing, so that a run that was killed goes on where it was and every signature can be
 * accounted for (ADR-0014). For several threads.
 */
public final class RecordedSigner {
    private final PackageSigner signer;
    private final History history;
    private final RecordWords words;
    private final boolean several;
    private final Set<Path> reserved = new HashSet<>();
    private final ForwardClock forward = new ForwardClock();

    /**
     * A signer for one run.
     *
     * @param words   how the history tells things, in Indonesian
     * @param several whether many packages are signed, of which some may want the same name; a single one is refused it
     */
    public RecordedSigner(PackageSigner signer, History history, RecordWords words, boolean several) {
        this.signer = signer;
        this.history = history;
        this.words = words;
        this.several = several;
    }

    /**
     * Refuses a clock that stands before the last signing: times of signatures would contradict their order.
     *
     * @throws SignerException {@link Problem.ClockSetBack}, {@link Problem.HistoryUnusable}
     */
    public static void requireClock(History history, Instant now) throws SignerException {
        ForwardClock.requireAfter(history, now);
    }

    /**
     * Signs a package, and writes down that it was.
     *
     * @throws SignerException as {@link PackageSigner#sign}; {@link Problem.HistoryUnusable}, {@link Problem.ClockSetBack},
     *     {@link Problem.DiskFull}
     */
    public SignedPackage sign(
            BatchItem item, CheckedPackage checked, SigningKey key, SigningOptions options, SigningListener listener)
            throws SignerException, IOException {
        forward.step(options.claimedTime().toInstant());
        OutputFolder output = new OutputFolder(options.folder());
        output.requireRoom(checked);
        SigningId id = PackageRecord.id(item, checked, options.folder());
        Path target = reserve(checked, options);
        history.intend(id, target);
        SignedPackage signed;
        try {
            signed = signer.sign(checked, key, options, target, listener);
        } catch (IOException e) {
            throw output.meaning(e, OutputFolder.needed(checked));
        }
        history.signed(id, PackageRecord.signed(signed, options, words.accepted(checked)));
        return signed;
    }

    private synchronized Path reserve(CheckedPackage checked, SigningOptions options) {
        boolean numbered = several && !options.overwrite();
        Path target =
                signer.target(checked, options, path -> reserved.contains(path) || (numbered && Files.exists(path)));
        reserved.add(target);
        return target;
    }
}
