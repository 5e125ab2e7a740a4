package id.espm.app.signing;

import id.espm.app.signing.CosignItem.State;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CosignRequest;
import id.espm.signer.sign.CosignedBundle;
import id.espm.signer.sign.PackageCosigner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Checks and co-signs bundles one after the other. One that fails is set aside with its reason and the rest go on. */
public final class BundleCosigning {
    private final PackageCosigner cosigner;

    public BundleCosigning(PackageCosigner cosigner) {
        this.cosigner = cosigner;
    }

    /** As what and where a bundle is signed. */
    @FunctionalInterface
    public interface RequestFor {
        /** @throws SignerException {@link Problem.PackageDetailMissing} */
        CosignRequest of(Path bundle) throws SignerException;
    }

    /** How a bundle is signed; called when its turn has come, so that it can state the time. */
    @FunctionalInterface
    public interface Signing {
        CosignedBundle sign(CheckedBundle checked) throws SignerException, IOException;
    }

    /** Checks a bundle without any key. */
    public CosignItem check(Path bundle, RequestFor request) throws InterruptedException {
        return settle(bundle, () -> new State.Checked(cosigner.check(request.of(bundle))));
    }

    /** Signs a bundle that was checked; any other stays as it is. */
    public static CosignItem sign(CosignItem item, Signing signing) throws InterruptedException {
        if (!(item.state() instanceof State.Checked ready)) {
            return item;
        }
        return settle(item.bundle(), () -> new State.Signed(signing.sign(ready.checked())));
    }

    /** Leaves out what was ready, for a reason that is not its own. */
    public static List<CosignItem> skip(List<CosignItem> items, Failure reason) {
        return items.stream()
                .map(item -> item.state() instanceof State.Checked ? item.with(new State.Skipped(reason)) : item)
                .toList();
    }

    /** A fault in one bundle must not take the others along. */
    private static CosignItem settle(Path bundle, Callable<State> step) throws InterruptedException {
        FutureTask<State> task = new FutureTask<>(step);
        task.run();
        try {
            return new CosignItem(bundle, task.get());
        } catch (ExecutionException e) {
            Failure failure = switch (e.getCause()) {
                case SignerException refused -> new Failure.Refused(refused.problem());
                case IOException unwritable -> new Failure.Unwritable(unwritable);
                case null -> new Failure.Faulty(e);
                case Throwable fault -> new Failure.Faulty(fault);
            };
            return new CosignItem(bundle, failure.isOfAll() ? new State.Skipped(failure) : new State.Failed(failure));
        }
    }
}
