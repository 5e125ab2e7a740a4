package id.espm.app.history.audit;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import java.security.MessageDigest;

/**
 * An entry as it is stored: its number, the bytes that say what happened, and its hash. The hash is SHA-256 over the 32 bytes
 * of the hash before and these bytes; before the first entry stand 32 zero bytes. What the bytes look like is told by
 * {@link EntryForm}.
 */
public final class ChainLink {
    /** What stands before the first entry. */
    public static final Sha256 START = new Sha256("0".repeat(64));

    private final long seq;
    private final byte[] content;
    private final Sha256 hash;

    /** An entry that claims this hash; nothing is checked. */
    public ChainLink(long seq, byte[] content, Sha256 hash) {
        this.seq = seq;
        this.content = content.clone();
        this.hash = hash;
    }

    /** The next entry. */
    public static ChainLink after(Head head, AuditEvent event) {
        long seq = head.seq() + 1;
        byte[] content = EntryForm.write(seq, event);
        return new ChainLink(seq, content, hash(head.hash(), content));
    }

    /** The hash of an entry after another. */
    public static Sha256 hash(Sha256 previous, byte[] content) {
        MessageDigest digest = DigestAlgorithm.SHA256.newDigest();
        digest.update(previous.bytes());
        return Sha256.ofDigest(digest.digest(content));
    }

    /** Its number. */
    public long seq() {
        return seq;
    }

    /** What was hashed. */
    public byte[] content() {
        return content.clone();
    }

    /** The hash that it claims. */
    public Sha256 hash() {
        return hash;
    }

    /** The head of a chain that ends here. */
    public Head asHead() {
        return new Head(seq, hash);
    }
}
