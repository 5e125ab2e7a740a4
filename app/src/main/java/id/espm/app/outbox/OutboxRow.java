package id.espm.app.outbox;

import id.espm.app.espm.SubmissionDetails;
import id.espm.signer.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A bundle in the outbox, as it stood when it was read.
 *
 * @param key      what it is known by
 * @param user     whose account at eSPM sends it
 * @param bundle   where it was when it was put in, absolute
 * @param size     in bytes
 * @param details  what eSPM is told of it
 * @param standing how far it is
 */
public record OutboxRow(Key key, String user, Path bundle, long size, SubmissionDetails details, Standing standing) {

    /**
     * The same bundle may go to two servers, such as practice mode and eSPM; those are two rows.
     *
     * @param sha256  of the bundle: the {@code Idempotency-Key}
     * @param address of eSPM
     */
    public record Key(Sha256 sha256, URI address) {}

    /**
     * An account at an eSPM.
     *
     * @param address where that is
     * @param user    what the user logs in with
     */
    public record Account(URI address, String user) {
        /** An account; an address is the same with a slash behind it, and in other letters. */
        public Account {
            String plain = address.toString().toLowerCase(Locale.ROOT);
            address = URI.create(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
        }
    }

    /**
     * How far a bundle is.
     *
     * @param since     when that state began, by eSPM's clock where it told so
     * @param id        eSPM's name for the submission, once it was announced
     * @param confirmed bytes that eSPM last said it has; for people, the server's own word counts
     * @param halt      why it did not go on, until it does
     * @param proof     once it is sent
     * @param alasan    why KPPN rejected it, where it did
     */
    public record Standing(
            RowState state,
            Instant since,
            Optional<String> id,
            long confirmed,
            Optional<Halt> halt,
            Optional<Proof> proof,
            Optional<String> alasan) {}

    /**
     * A checked receipt.
     *
     * @param receipt the file beside the bundle
     * @param sentAt  when eSPM accepted the bundle, by its clock
     */
    public record Proof(Path receipt, Instant sentAt) {}

    /**
     * Why a bundle did not go on.
     *
     * @param code of the problem, as in docs/cli.md
     */
    public record Halt(Kind kind, String code) {
        /** What has to happen before it can go on. */
        public enum Kind {
            /** Nothing but time: the line, the server, a limit of today. */
            LATER,
            /** The account, its session, or the way to the server. */
            ACCOUNT,
            /** The e-mailed security code must be given. */
            TOKEN,
            /** The certificate that sealed it is refused. */
            CERTIFICATE,
            /** The bundle itself is refused, changed, or gone. */
            BUNDLE,
            /** What eSPM gave as a receipt proves nothing. */
            RECEIPT,
            /** This machine: its disk, its folders, its files. */
            MACHINE
        }
    }

    public RowState state() {
        return standing.state();
    }

    /** eSPM's name for the submission, once it was announced. */
    public Optional<String> id() {
        return standing.id();
    }

    /** Whether it belongs to this account. */
    public boolean isOf(Account account) {
        return key.address().equals(account.address()) && user.equals(account.user());
    }
}
