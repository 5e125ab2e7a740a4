package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.FileStamp;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict.Refused;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks open packages in the background, and remembers what came of each until it changes. */
final class PackageChecks implements AutoCloseable {
    private final Background background;
    private final PackageSetup setup;
    private final AdkPassword password;
    private final Map<UUID, Found> results = new HashMap<>();
    private Running running = Running.NOTHING;
    private int generation;

    PackageChecks(Background background, PackageSetup setup) {
        this.background = background;
        this.setup = setup;
        this.password = new AdkPassword(setup.profile().adkPasswordFile());
    }

    Optional<Found> result(UUID id) {
        return Optional.ofNullable(results.get(id));
    }

    void forget(UUID id) {
        results.remove(id);
    }

    void clear() {
        begin();
        results.clear();
    }

    /** @param typed becomes this object's to wipe */
    void typePassword(Secret typed) {
        password.type(typed);
        results.clear();
    }

    /**
     * Checks those of which nothing is known.
     *
     * @param done called once all are checked, unless another check overtakes this one
     * @return whether anything is to be waited for
     */
    boolean check(List<Draft> drafts, Runnable done) {
        int mine = begin();
        results.keySet().retainAll(drafts.stream().map(Draft::id).toList());
        List<Draft> open = drafts.stream()
                .filter(draft -> !draft.isEmpty() && !results.containsKey(draft.id()))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        running = background
                .run(() -> read(open))
                .onSuccess(read -> ifCurrent(mine, () -> {
                    results.putAll(read);
                    done.run();
                }))
                .onError(
                        SignerException.class,
                        e -> ifCurrent(mine, () -> {
                            Found refused = Found.nothing(new Refused(new Failure.OfSigner(e.problem())));
                            open.forEach(draft -> results.put(draft.id(), refused));
                            done.run();
                        }))
                .start();
        return true;
    }

    /** Looks whether files changed since they were checked, and tells so. */
    void glance(List<Draft> drafts, Runnable changed) {
        int mine = generation;
        background
                .run(() -> {
                    Map<UUID, Map<Path, FileStamp.Change>> changes = new HashMap<>();
                    drafts.forEach(draft -> changes.put(draft.id(), draft.changes()));
                    return changes;
                })
                .onSuccess(changes -> ifCurrent(mine, () -> {
                    boolean other = results.entrySet()
                            .removeIf(entry -> changes.containsKey(entry.getKey())
                                    && !entry.getValue().changes().equals(changes.get(entry.getKey())));
                    if (other) {
                        changed.run();
                    }
                }))
                .start();
    }

    private Map<UUID, Found> read(List<Draft> drafts) throws SignerException {
        DraftReading reading = new DraftReading(setup, password.reader());
        Map<UUID, Found> read = new HashMap<>();
        for (Draft draft : drafts) {
            read.put(draft.id(), reading.read(draft, PackageFields.missing(draft.details(), setup.rules())));
        }
        return read;
    }

    private int begin() {
        running.cancel();
        return ++generation;
    }

    /** Drops the outcome of a run that was overtaken by a later one. */
    private void ifCurrent(int its, Runnable action) {
        if (its == generation) {
            action.run();
        }
    }

    @Override
    public void close() {
        begin();
        password.close();
    }
}
