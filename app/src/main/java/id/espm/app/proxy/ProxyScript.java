package id.espm.app.proxy;

import id.espm.app.proxy.ProxyScriptException.Flaw;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.Undefined;

/**
 * A proxy auto-configuration script, run as what a stranger wrote: each run begins anew, on a thread of its own, reaches
 * nothing but the functions that such scripts have always had, and ends within bounds of steps, memory and time.
 */
final class ProxyScript {
    /** What is usual for one run, looking up names included. */
    static final Duration TIME = Duration.ofSeconds(10);

    /** So that a script which calls itself ends before anything else does. */
    private static final long STACK_BYTES = 1 << 20;

    private static final String ENTRY = "FindProxyForURL";

    /** With these one step could fill the memory; no script that chooses a proxy has a use for them. */
    private static final List<String> TAKEN_OUT = List.of(
            "ArrayBuffer",
            "DataView",
            "Int8Array",
            "Uint8Array",
            "Uint8ClampedArray",
            "Int16Array",
            "Uint16Array",
            "Int32Array",
            "Uint32Array",
            "Float32Array",
            "Float64Array",
            "BigInt64Array",
            "BigUint64Array",
            "BigInt");

    private static final List<String> TAKEN_OUT_OF_STRINGS = List.of("repeat", "padStart", "padEnd");
    private static final List<String> TAKEN_OUT_OF_ARRAYS = List.of("fill", "copyWithin");

    private final URI address;
    private final String text;
    private final StandardFunctions functions;
    private final Duration time;

    /** @param time after which a run is no longer waited for */
    ProxyScript(URI address, String text, StandardFunctions functions, Duration time) {
        this.address = address;
        this.text = text;
        this.functions = functions;
        this.time = time;
    }

    /**
     * Asks for the way.
     *
     * @return as the script says it; empty where it says {@code null}, which means direct
     */
    String findProxy(String url, String host) throws ProxyScriptException {
        FutureTask<String> run = new FutureTask<>(() -> run(url, host));
        Thread thread = new Thread(null, run, "proxy-script", STACK_BYTES);
        // One that no bound reaches must not keep the program from ending.
        thread.setDaemon(true);
        thread.start();
        try {
            return run.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure(Flaw.TOO_COSTLY, time.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Flaw.UNREACHABLE, "", e);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        }
    }

    private ProxyScriptException failed(Throwable cause) {
        return switch (cause) {
            case ProxyScriptException known -> known;
            case ScriptBudget.Exceeded e -> failure(Flaw.TOO_COSTLY, String.valueOf(e.getMessage()), e);
            case OutOfMemoryError e -> failure(Flaw.TOO_COSTLY, "memory", e);
            case StackOverflowError e -> failure(Flaw.TOO_COSTLY, "depth", e);
            case RhinoException e -> failure(Flaw.FAILED, String.valueOf(e.getMessage()), e);
            default -> throw new IllegalStateException("a proxy script was not run to its end", cause);
        };
    }

    private String run(String url, String host) throws ProxyScriptException {
        try (Context context = new ScriptBudget().enterContext()) {
            ScriptableObject scope = context.initSafeStandardObjects();
            TAKEN_OUT.forEach(scope::delete);
            takeOut(scope, "String", TAKEN_OUT_OF_STRINGS);
            takeOut(scope, "Array", TAKEN_OUT_OF_ARRAYS);
            functions.forEach((name, function) -> scope.defineProperty(
                    name,
                    new LambdaFunction(scope, name, 0, (cx, global, self, arguments) -> function.call(arguments)),
                    ScriptableObject.DONTENUM));
            define(context, scope);
            if (!(scope.get(ENTRY, scope) instanceof Function entry)) {
                throw failure(Flaw.NO_SCRIPT, ENTRY, null);
            }
            Object answer = entry.call(context, scope, scope, new Object[] {url, host});
            if (answer == null) {
                return "";
            }
            if (answer instanceof CharSequence way) {
                return way.toString();
            }
            String kind = Undefined.isUndefined(answer)
                    ? "undefined"
                    : answer.getClass().getSimpleName();
            throw failure(Flaw.ANSWER_UNUSABLE, kind, null);
        }
    }

    private void define(Context context, ScriptableObject scope) throws ProxyScriptException {
        try {
            context.compileString(text, "proxy.pac", 1, null).exec(context, scope, scope);
        } catch (RhinoException e) {
            throw failure(Flaw.NO_SCRIPT, String.valueOf(e.getMessage()), e);
        }
    }

    private static void takeOut(ScriptableObject scope, String type, List<String> names) {
        ScriptableObject prototype = (ScriptableObject) ScriptableObject.getClassPrototype(scope, type);
        names.forEach(prototype::delete);
    }

    private ProxyScriptException failure(Flaw flaw, String detail, @Nullable Throwable cause) {
        return new ProxyScriptException(address, flaw, detail, cause);
    }
}
