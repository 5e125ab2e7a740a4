package id.espm.app;

import id.espm.app.text.ExitCode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Opens the window; its classes are looked for only then, so that the command line runs without JavaFX. */
final class Window {
    private static final String ENTRY = "id.espm.app.gui.GuiMain";

    private Window() {}

    /** Opens it and waits until it is closed. */
    static int open() {
        try {
            Class<?> entry = Class.forName(ENTRY);
            MethodHandle main = MethodHandles.publicLookup()
                    .findStatic(entry, "main", MethodType.methodType(void.class, String[].class));
            main.invoke(new String[0]);
            return ExitCode.OK.value();
        } catch (ClassNotFoundException e) {
            System.err.println("espm-signer: versi ini belum berisi jendela; lihat --help (no window in this build).");
            return ExitCode.FAULT.value();
        } catch (Throwable e) {
            throw new IllegalStateException("the window's entry cannot be called", e);
        }
    }
}
