package id.espm.app.draft;

import id.espm.signer.paket.PackageDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process that changes one draft over and over, and prints each change once it is kept. */
final class DraftWriter {
    private DraftWriter() {}

    /** Argument: the folder. */
    public static void main(String... args) throws IOException {
        DraftFolder folder = new DraftFolder(Path.of(args[0]));
        Draft draft = Draft.empty(PackageDetails.none(), Instant.EPOCH);
        for (int i = 0; ; i++) {
            PackageDetails details = new PackageDetails(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("Tolitoli " + i));
            folder.save(draft.change().details(details).build());
            System.out.println(i);
        }
    }

    static Process start(Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DraftWriter.class.getName(),
                folder.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
