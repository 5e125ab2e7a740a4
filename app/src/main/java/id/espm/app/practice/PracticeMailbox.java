package id.espm.app.practice;

import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.TokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the security code from the latest mail about a submission, as the operator would. */
final class PracticeMailbox implements SubmissionListener, TokenSource {
    private static final Pattern CODE = Pattern.compile("Kode keamanan: ([0-9]{4,12})");

    private final Path folder;
    private String submission = "";

    PracticeMailbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public void announced(String id) {
        submission = id;
    }

    @Override
    public Optional<String> ask(Request request) {
        try (Stream<Path> mails = Files.list(folder)) {
            Optional<Path> latest = mails.filter(
                            mail -> mail.getFileName().toString().endsWith(submission + ".eml"))
                    .max(Comparator.comparing(Path::getFileName));
            return latest.isEmpty() ? Optional.empty() : code(latest.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> code(Path mail) throws IOException {
        Matcher matcher = CODE.matcher(Files.readString(mail, StandardCharsets.UTF_8));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
