package id.espm.sandbox.espm.token;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail of practice, read back.
 *
 * @param time when it was sent; empty when it does not say
 * @param to address
 * @param subject its subject
 * @param submission the submission that it is about
 * @param text its body
 */
public record Mail(Optional<Instant> time, String to, String subject, String submission, String text) {
    private static final Pattern CODE = Pattern.compile("Kode keamanan: (\\d{6})");
    private static final Pattern ABOUT = Pattern.compile("untuk pengiriman (.+ satker \\d{6})");

    /** Reads a mail as {@link Mailbox} writes it; what is not there is empty. */
    static Mail parse(String mail) {
        String unix = mail.replace("\r\n", "\n");
        int end = unix.indexOf("\n\n");
        String head = end < 0 ? unix : unix.substring(0, end);
        String text = end < 0 ? "" : unix.substring(end + 2).strip();
        return new Mail(
                time(header(head, "Date")),
                header(head, "To").replaceAll("[<>]", ""),
                header(head, "Subject"),
                header(head, "X-eSPM-Submission"),
                text);
    }

    /** The security code in it. */
    public Optional<String> code() {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Which submission it is for, in the words of the mail. */
    public Optional<String> about() {
        Matcher matcher = ABOUT.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String header(String head, String name) {
        Matcher matcher = Pattern.compile("^" + Pattern.quote(name) + ": (.*)$", Pattern.MULTILINE)
                .matcher(head);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            // A mail that somebody else laid there: it is shown without a time.
            return Optional.empty();
        }
    }
}
