package id.espm.app;

import id.espm.app.cli.call.Terminal;
import id.espm.app.text.Release;

/** Where the program begins: without arguments the window, else the command line, which never touches the window's classes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (asksForTheVersionAlone(args)) {
            System.out.println(Release.line());
            return;
        }
        Terminal terminal = Terminal.system();
        Interruption interruption = begin(terminal, args);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption));
        int code = Wiring.commandLine(terminal).run(args);
        interruption.callFinished();
        System.exit(code);
    }

    /** What happens before a call; rehearsed, too, so that its classes are kept. */
    static Interruption begin(Terminal terminal, String... args) {
        Preparation.begin(args);
        return new Interruption(Thread.currentThread(), terminal.prompt());
    }

    /** It is asked for by scripts that wait for it, and loading the command line takes ten times as long as saying it. */
    private static boolean asksForTheVersionAlone(String... args) {
        return args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
    }
}
