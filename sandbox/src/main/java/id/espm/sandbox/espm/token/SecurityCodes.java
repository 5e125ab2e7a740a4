package id.espm.sandbox.espm.token;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.CodeTable;
import id.espm.sandbox.espm.store.CodeTable.Code;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.SubmissionRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The code that authorises the sending of an ADK SPM (PER-10/PB/2018, Lampiran 3 and 8.3.1): six digits by mail to the
 * sender, good for a while and for a few tries.
 */
public final class SecurityCodes {
    private static final int BOUND = 1_000_000;

    private final Database database;
    private final CodeTable table = new CodeTable();
    private final Mailbox mailbox;
    private final CodeRules rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public SecurityCodes(Database database, Mailbox mailbox, CodeRules rules, Clock clock) {
        this.database = database;
        this.mailbox = mailbox;
        this.rules = rules;
        this.clock = clock;
    }

    /** An address as it may be shown: {@code bu***@satker.go.id}. */
    public static String masked(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(2, at)) + "***" + email.substring(at);
    }

    /** Mails a code unless one was mailed already, so that a repeated request mails nothing new. */
    public void mailFirst(SubmissionRow submission, Account to) throws Refusal, IOException {
        Instant now = clock.instant();
        String digits = newDigits();
        boolean fresh = database.transaction(c -> {
            boolean absent = table.find(c, submission.id()).isEmpty();
            if (absent) {
                table.put(c, submission.id(), code(digits, now));
            }
            return absent;
        });
        if (fresh) {
            mail(submission, to, digits, now);
        }
    }

    /**
     * Mails a new code; the one before no longer counts.
     *
     * @return until when the new one is good
     * @throws Refusal {@code rate-limited} when the last mail was sent only just now
     */
    public Instant mailAgain(SubmissionRow submission, Account to) throws Refusal, IOException {
        Instant now = clock.instant();
        String digits = newDigits();
        database.transaction(c -> {
            Optional<Code> last = table.find(c, submission.id());
            Instant next = last.map(l -> l.mailedAt().plus(rules.interval())).orElse(now);
            if (next.isAfter(now)) {
                throw new Refusal(
                                ProblemType.RATE_LIMITED,
                                "Kode keamanan baru saja dikirim. Silakan tunggu sebentar sebelum meminta yang baru.")
                        .retryAfter(Duration.between(now, next));
            }
            table.put(c, submission.id(), code(digits, now));
            return true;
        });
        mail(submission, to, digits, now);
        return now.plus(rules.lifetime());
    }

    /**
     * Checks what the user typed. The code is not used up: {@link CodeTable#remove} does that with the acceptance.
     *
     * @throws Refusal {@code token-wrong} with the tries left, or {@code token-expired}
     */
    public void check(SubmissionRow submission, @Nullable String typed) throws Refusal {
        Instant now = clock.instant();
        Optional<Refusal> refusal = database.transaction(c -> {
            Optional<Code> code = table.find(c, submission.id());
            if (code.isEmpty()
                    || code.get().triesLeft() <= 0
                    || !code.get().expiresAt().isAfter(now)) {
                return Optional.of(new Refusal(
                        ProblemType.TOKEN_EXPIRED, "Kode keamanan tidak berlaku lagi. Silakan minta kode yang baru."));
            }
            if (typed == null || typed.isBlank()) {
                return Optional.of(wrong(code.get().triesLeft(), "Kode keamanan belum diisi."));
            }
            if (matches(code.get(), typed.strip())) {
                return Optional.empty();
            }
            table.countWrongTry(c, submission.id());
            int left = code.get().triesLeft() - 1;
            return Optional.of(wrong(
                    left,
                    left > 0
                            ? "Kode keamanan salah. Sisa percobaan: " + left + "."
                            : "Kode keamanan salah. Percobaan telah habis, silakan minta kode yang baru."));
        });
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private static boolean matches(Code code, String digits) {
        return MessageDigest.isEqual(
                hash(code.salt(), digits).getBytes(StandardCharsets.US_ASCII),
                code.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static Refusal wrong(int triesLeft, String detail) {
        return new Refusal(ProblemType.TOKEN_WRONG, detail).with("triesLeft", triesLeft);
    }

    private void mail(SubmissionRow submission, Account to, String digits, Instant now) throws IOException {
        String text = """
                Yth. %s,

                Kode keamanan: %s

                Kode ini untuk pengiriman %s nomor %s satker %s,
                berlaku sampai %s (UTC).
                Jangan berikan kode ini kepada siapa pun.
                """.formatted(
                        to.name(),
                        digits,
                        submission.declaration().jenis(),
                        String.join(", ", submission.declaration().nomor()),
                        submission.declaration().satker(),
                        now.plus(rules.lifetime()));
        mailbox.deliver(to.email(), "[eSPM] Kode keamanan", submission.id(), text);
    }

    private Code code(String digits, Instant now) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        return new Code(salt, hash(salt, digits), now, now.plus(rules.lifetime()), rules.tries());
    }

    private String newDigits() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(BOUND));
    }

    private static String hash(String salt, String digits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((salt + digits).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
