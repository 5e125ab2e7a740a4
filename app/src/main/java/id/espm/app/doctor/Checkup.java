package id.espm.app.doctor;

import id.espm.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks over everything, changes no setting, and leaves nothing behind. */
public final class Checkup {
    private final Patient patient;
    private final Findings findings;
    private final ComputerChecks computer;
    private final ServiceChecks services;
    private final ClockCheck clock;

    /** @param texts the language of what is found */
    public Checkup(Patient patient, Texts texts) {
        this.patient = patient;
        this.findings = new Findings(texts);
        this.computer = new ComputerChecks(patient, findings);
        this.services = new ServiceChecks(patient, findings);
        this.clock = new ClockCheck(patient, findings);
    }

    /**
     * Looks. Services are asked all at once, each for some seconds at most.
     *
     * @param told hears of each finding, in the order of {@link Subject}
     * @return all of them
     */
    public List<Diagnosis> run(Consumer<Diagnosis> told) throws InterruptedException {
        List<Diagnosis> all = new ArrayList<>();
        Consumer<Diagnosis> kept = found -> {
            all.add(found);
            told.accept(found);
        };
        ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<ServiceAnswer>> answers = services.all().stream()
                    .map(each -> asking.submit(each::get))
                    .toList();
            computer.all().stream().map(Supplier::get).forEach(kept);
            HistoryCheck history = HistoryCheck.of(patient, findings);
            kept.accept(history.found());
            Optional<ClockReading> best = Optional.empty();
            for (Future<ServiceAnswer> answer : answers) {
                ServiceAnswer given = answer.get();
                given.found().forEach(kept);
                best = ClockReading.better(best, given.clock());
            }
            kept.accept(clock.judge(best, history.last()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            asking.shutdownNow();
        }
        return all;
    }
}
