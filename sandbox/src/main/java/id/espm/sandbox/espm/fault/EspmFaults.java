package id.espm.sandbox.espm.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What eSPM does wrong on purpose while it runs, the same way each time: at which kind of call, at which of its occurrences
 * from now on, and what. Any thread may change it.
 */
public final class EspmFaults {
    private final List<Plan> plans = new ArrayList<>();
    private final List<EspmCall> happened = new ArrayList<>();

    /** The occurrences from {@code first} to {@code last}, counted from 1 since this was planned. */
    private static final class Plan {
        private final EspmCall call;
        private final long first;
        private final long last;
        private final EspmFault fault;
        private long seen;

        Plan(EspmCall call, long first, long last, EspmFault fault) {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("occurrences " + first + " to " + last);
            }
            this.call = call;
            this.first = first;
            this.last = last;
            this.fault = fault;
        }

        boolean strikes() {
            seen++;
            return seen >= first && seen <= last;
        }
    }

    /** The next such call goes wrong. */
    public void next(EspmCall call, EspmFault fault) {
        times(call, 1, fault);
    }

    /** The next such calls go wrong. */
    public void times(EspmCall call, int times, EspmFault fault) {
        plan(new Plan(call, 1, times, fault));
    }

    /** One such call goes wrong: 1 is the next one, 2 the one after that. */
    public void at(EspmCall call, int occurrence, EspmFault fault) {
        plan(new Plan(call, occurrence, occurrence, fault));
    }

    /** From now on every such call goes wrong. */
    public void always(EspmCall call, EspmFault fault) {
        plan(new Plan(call, 1, Long.MAX_VALUE, fault));
    }

    /** From now on all is well again. */
    public synchronized void end() {
        plans.clear();
        happened.clear();
    }

    /** The calls that went wrong since the last {@link #end}, in order. */
    public synchronized List<EspmCall> happened() {
        return List.copyOf(happened);
    }

    private synchronized void plan(Plan plan) {
        plans.add(plan);
    }

    /** What goes wrong with this call: every plan counts it, the first one that means it is followed. */
    synchronized Optional<EspmFault> strike(EspmCall call) {
        Optional<EspmFault> struck = Optional.empty();
        for (Plan plan : plans) {
            if (plan.call == call && plan.strikes() && struck.isEmpty()) {
                struck = Optional.of(plan.fault);
            }
        }
        if (struck.isPresent()) {
            happened.add(call);
        }
        return struck;
    }
}
