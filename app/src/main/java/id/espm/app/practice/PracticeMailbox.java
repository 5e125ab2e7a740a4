package id.espm.app.practice;

import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.TokenSource;
import id.espm.sandbox.espm.token.Mail;
import id.espm.sandbox.espm.token.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the security code from the latest mail about a submission, as the operator would. */
final class PracticeMailbox implements SubmissionListener, TokenSource {
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
        try {
            return Mailbox.newest(folder, Integer.MAX_VALUE).stream()
                    .filter(mail -> mail.submission().equals(submission))
                    .findFirst()
                    .flatMap(Mail::code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
