package id.espm.app.signing;

import id.espm.app.history.History;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.SigningKey;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignedBundle;
import id.espm.signer.sign.PackageCosigner;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Files;

/** Co-signs bundles and writes down each of them, so that every signature can be accounted for (ADR-0014). */
public final class RecordedCosigner {
    private final PackageCosigner cosigner;
    private final History history;
    private final ForwardClock forward = new ForwardClock();

    public RecordedCosigner(PackageCosigner cosigner, History history) {
        this.cosigner = cosigner;
        this.history = history;
    }

    /**
     * Signs a bundle, and writes down that it was. A new bundle that cannot be written down does not stay.
     *
     * @throws SignerException as {@link PackageCosigner#sign}; {@link Problem.HistoryUnusable}, {@link Problem.ClockSetBack},
     *     {@link Problem.DiskFull}
     */
    public CosignedBundle sign(CheckedBundle checked, SigningKey key, SigningOptions options)
            throws SignerException, IOException {
        forward.step(options.claimedTime().toInstant());
        OutputFolder output = new OutputFolder(options.folder());
        long needed = OutputFolder.needed(checked);
        output.requireRoom(needed);
        CosignedBundle signed;
        try {
            signed = cosigner.sign(checked, key, options, SigningListener.NONE);
        } catch (IOException e) {
            throw output.meaning(e, needed);
        }
        boolean recorded = false;
        try {
            history.record(PackageRecord.cosigned(signed, options));
            recorded = true;
        } finally {
            if (!recorded) {
                Files.deleteIfExists(signed.bundle());
            }
        }
        return signed;
    }
}
