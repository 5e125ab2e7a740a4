package id.espm.sandbox.espm.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The post of practice mode: each mail becomes one {@code .eml} file (RFC 5322) whose name sorts by time. */
public final class Mailbox {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private static final String ENDING = ".eml";
    private static final int MAX_MAIL = 1 << 16;

    private final Path folder;
    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong();

    /**
     * Uses a folder, and makes it when it is not there.
     *
     * @throws IOException when it cannot be made
     */
    public Mailbox(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    /** {@link #newest(Path, int)} of this folder. */
    public List<Mail> newest(int most) throws IOException {
        return newest(folder, most);
    }

    /**
     * The mails that came last, the newest first.
     *
     * @param folder of a mailbox
     * @param most   how many at most
     * @throws IOException when the folder cannot be read
     */
    public static List<Mail> newest(Path folder, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .toList();
        }
        List<Mail> mails = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                mails.add(Mail.parse(new String(in.readNBytes(MAX_MAIL), StandardCharsets.UTF_8)));
            }
        }
        return mails;
    }

    /**
     * Delivers a mail. It appears under its name only when it is whole.
     *
     * @param subject in ASCII
     * @param submission goes into the header {@code X-eSPM-Submission}
     * @throws IOException when the folder cannot be written
     */
    void deliver(String to, String subject, String submission, String text) throws IOException {
        Instant now = clock.instant();
        String name = "%s-%06d-%s".formatted(NAME.format(now), sequence.incrementAndGet(), submission);
        String mail = String.join(
                "\r\n",
                "Date: " + DATE.format(now),
                "From: eSPM <no-reply@espm.invalid>",
                "To: <" + to + ">",
                "Subject: " + subject,
                "Message-ID: <" + name + "@espm.invalid>",
                "X-eSPM-Submission: " + submission,
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                text.replace("\n", "\r\n"));
        Path part = folder.resolve("." + name + ".part");
        Files.writeString(part, mail, StandardCharsets.UTF_8);
        Files.move(part, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }
}
