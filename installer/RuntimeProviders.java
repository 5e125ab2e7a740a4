import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the security providers that a trimmed Java does not have out of its list: {@code java RuntimeProviders.java RUNTIME}. Java
 * looks for a provider that is on the list and not in it on the class path, and makes each one that it finds there for that,
 * Bouncy Castle's among them, which takes a third of a second (ADR-0023).
 */
final class RuntimeProviders {
    private static final Pattern LISTED = Pattern.compile("security\\.provider\\.\\d+=(\\S+)(.*)");
    private static final Pattern THERE = Pattern.compile("\\s*Provider name: (\\S+)\\s*");

    private RuntimeProviders() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path runtime = Path.of(args[0]);
        Set<String> there = there(runtime);
        Path file = runtime.resolve("conf/security/java.security");
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            Matcher listed = LISTED.matcher(line);
            if (!listed.matches()) {
                lines.add(line);
            } else if (there.contains(listed.group(1))) {
                number++;
                lines.add("security.provider." + number + "=" + listed.group(1) + listed.group(2));
            }
        }
        if (number == 0) {
            throw new IOException("no security provider of " + file + " is among " + there);
        }
        Files.write(file, lines, StandardCharsets.ISO_8859_1);
    }

    private static Set<String> there(Path runtime) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        runtime.resolve("bin/java").toString(), "-XshowSettings:security:providers", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (java.waitFor() != 0) {
            throw new IOException(said);
        }
        return said.lines()
                .map(THERE::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }
}
