package id.espm.sandbox.kppn.page;

import id.espm.sandbox.espm.token.Mail;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mails with security codes, the newest first.
 *
 * @param letters one by one
 * @param refreshing whether the page loads itself again
 */
record MailboxView(List<Letter> letters, boolean refreshing) {

    /**
     * A mail.
     *
     * @param code empty in a mail without one
     * @param standing whether the code still counts, in words
     * @param current whether it may still be typed, as far as the mails tell
     * @param accepted whether KPPN has the submission, so that there is a page of it
     */
    record Letter(
            Mail mail, String code, Optional<Shown.Time> time, String standing, boolean current, boolean accepted) {}

    static MailboxView of(List<Mail> mails, Kppn kppn, boolean refreshing) {
        List<Letter> letters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Mail mail : mails) {
            letters.add(letter(mail, kppn.find(mail.submission()), seen.add(mail.submission())));
        }
        return new MailboxView(letters, refreshing);
    }

    private static Letter letter(Mail mail, Optional<InboxItem> accepted, boolean newest) {
        String standing;
        if (accepted.isPresent()) {
            standing = "Sudah tidak diperlukan: kiriman ini telah diterima eSPM.";
        } else if (newest) {
            standing = "Kode terbaru untuk kiriman ini.";
        } else {
            standing = "Tidak berlaku lagi: ada kode yang lebih baru.";
        }
        return new Letter(
                mail,
                mail.code().orElse(""),
                // Whoever reads it sits at this computer; the KPPN's zone is known of accepted submissions alone.
                mail.time().map(t -> Shown.time(t, ZoneId.systemDefault())),
                standing,
                accepted.isEmpty() && newest,
                accepted.isPresent());
    }
}
