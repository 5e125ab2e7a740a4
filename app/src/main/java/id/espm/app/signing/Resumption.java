package id.espm.app.signing;

import id.espm.app.history.DocumentKey;
import id.espm.app.history.History;
import id.espm.app.history.Known;
import id.espm.app.history.SigningId;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.signing.BatchItem.State;
import id.espm.signer.Caution;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What earlier runs did to packages: which of them are signed, and which only were about to be (ADR-0014). */
public final class Resumption {
    private final PackageSigner signer;
    private final History history;
    private final Clock clock;
    private final RecordWords words;

    /**
     * For one run.
     *
     * @param clock in the zone of who signs
     * @param words how the history tells things, in Indonesian
     */
    public Resumption(PackageSigner signer, History history, Clock clock, RecordWords words) {
        this.signer = signer;
        this.history = history;
        this.clock = clock;
        this.words = words;
    }

    /**
     * Marks the packages that an earlier run signed into the same folder. A bundle that appeared just before a run was killed is
     * found here, and written down.
     *
     * @throws SignerException {@link Problem.HistoryUnusable}
     */
    public List<BatchItem> goOn(List<BatchItem> items, Path output) throws SignerException, IOException {
        List<BatchItem> known = new ArrayList<>();
        for (BatchItem item : items) {
            Optional<CheckedPackage> checked = item.checked();
            known.add(checked.isPresent() ? goOn(item, checked.get(), output) : item);
        }
        return known;
    }

    private BatchItem goOn(BatchItem item, CheckedPackage checked, Path output) throws SignerException, IOException {
        SigningId id = PackageRecord.id(item, checked, output);
        return switch (history.known(id)) {
            case Known.None none -> item;
            case Known.Failed failed -> item;
            case Known.Signed signed -> item.with(new State.SignedBefore(signed.bundle(), signed.at()));
            case Known.Intended intended -> lookFor(intended.target(), id, item, checked);
        };
    }

    private BatchItem lookFor(Path target, SigningId id, BatchItem item, CheckedPackage checked)
            throws SignerException, IOException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<CertificateIdentity> found = signer.signerOf(target, checked, now.toInstant());
        if (found.isEmpty()) {
            return item;
        }
        history.signed(id, PackageRecord.foundAgain(now, checked, found.get(), target, words.accepted(checked)));
        return item.with(new State.SignedBefore(target, now.toInstant()));
    }

    /**
     * What should be known before a package is signed: each SPM that was signed before, into whatever folder. Other kinds have
     * no numbers of their own that would tell.
     */
    public List<Caution.SignedBefore> cautions(CheckedPackage checked, Rules rules) throws SignerException {
        SigningPackage paket = checked.source();
        List<Caution.SignedBefore> cautions = new ArrayList<>();
        if (rules.of(paket.jenis()).spmLimited()) {
            for (String nomor : checked.request().contents().nomor()) {
                DocumentKey key = new DocumentKey(paket.jenis(), paket.satker(), paket.tahun(), nomor);
                history.signedBefore(key)
                        .flatMap(entry -> caution(nomor, entry))
                        .ifPresent(cautions::add);
            }
        }
        return cautions;
    }

    private static Optional<Caution.SignedBefore> caution(String nomor, AuditEntry entry) {
        return entry.event()
                .bundle()
                .map(bundle ->
                        new Caution.SignedBefore(nomor, entry.event().time().toInstant(), Path.of(bundle.path())));
    }
}
