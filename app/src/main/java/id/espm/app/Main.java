package id.espm.app;

import id.espm.app.cli.call.Terminal;

/** Where the program begins: without arguments the window, else the command line, which never touches the window's classes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.system();
        Interruption interruption = new Interruption(Thread.currentThread(), terminal.prompt());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption));
        int code = Wiring.commandLine(terminal).run(args);
        interruption.callFinished();
        System.exit(code);
    }
}
