package id.espm.app;

import java.util.concurrent.CountDownLatch;

/** Where the program begins: without arguments the window, else the command line, which never touches the window's classes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(new Interruption(Thread.currentThread(), finished)));
        int code = Wiring.commandLine().run(args);
        finished.countDown();
        System.exit(code);
    }
}
