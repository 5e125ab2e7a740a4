package id.espm.app.proxy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;

/**
 * What one run of a script may use, and the engine for it: interpreted, so that it can be stopped between any two steps, and
 * without any class of Java.
 */
final class ScriptBudget extends ContextFactory {
    private static final int STEPS = 20_000_000;
    private static final int STEPS_BETWEEN_LOOKS = 2_000;
    private static final int MAX_DEPTH = 500;

    /** Over the whole run, whatever of it is free again. */
    private static final long BYTES = 128L << 20;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long before = threads.getCurrentThreadAllocatedBytes();
    private long steps;

    /** An error, for a script may catch an exception. */
    static final class Exceeded extends Error {
        private static final long serialVersionUID = 1L;

        Exceeded(String what) {
            super(what);
        }
    }

    @Override
    protected Context makeContext() {
        Context context = super.makeContext();
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true);
        context.setMaximumInterpreterStackDepth(MAX_DEPTH);
        context.setInstructionObserverThreshold(STEPS_BETWEEN_LOOKS);
        context.setClassShutter(name -> false);
        return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int count) {
        steps += count;
        if (steps > STEPS) {
            throw new Exceeded("steps");
        }
        if (threads.getCurrentThreadAllocatedBytes() - before > BYTES) {
            throw new Exceeded("memory");
        }
    }
}
