package id.espm.app.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that writes into a history, and prints the name of each package once it is on record. */
final class HistoryWriter {
    private HistoryWriter() {}

    /** Arguments: the folder, a name for the packages, how many. */
    public static void main(String... args) throws Exception {
        try (History history = History.open(Path.of(args[0]))) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                String name = args[1] + i;
                history.intend(Events.id(name), Events.OUTPUT.resolve(name + ".asice"));
                history.signed(Events.id(name), Events.signed(Events.TIME, name));
                System.out.println(name);
            }
        }
    }

    static Process start(Path folder, String name, int count) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HistoryWriter.class.getName(),
                folder.toString(),
                name,
                Integer.toString(count)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
