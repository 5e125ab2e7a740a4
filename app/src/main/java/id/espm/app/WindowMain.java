package id.espm.app;

import java.util.stream.Stream;

/** Where the program begins when its icon, or that of a file, was clicked: all arguments are files for the window. */
public final class WindowMain {
    private WindowMain() {}

    public static void main(String[] args) {
        Main.main(Stream.concat(Stream.of("window"), Stream.of(args)).toArray(String[]::new));
    }
}
