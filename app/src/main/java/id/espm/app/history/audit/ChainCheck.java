package id.espm.app.history.audit;

import id.espm.app.history.audit.ChainReport.ChainBreak;
import id.espm.app.history.audit.ChainReport.Flaw;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a chain entry by entry, and stops at the first that does not hold. It remembers no entry. */
public final class ChainCheck {
    private Head last = Head.EMPTY;
    private @Nullable OffsetDateTime from;
    private @Nullable OffsetDateTime to;
    private @Nullable ChainBreak broken;

    /** The number that the next entry must have. */
    public long next() {
        return last.seq() + 1;
    }

    /** The last entry that was accepted. */
    public Head last() {
        return last;
    }

    /** Whether everything holds so far. */
    public boolean holds() {
        return broken == null;
    }

    /** The chain is broken at the next entry; what comes after the first break is not looked at. */
    public void broken(Flaw flaw) {
        brokenAt(next(), flaw);
    }

    /** The entry that was accepted last does not hold after all. */
    public void lastBroken(Flaw flaw) {
        brokenAt(last.seq(), flaw);
    }

    private void brokenAt(long seq, Flaw flaw) {
        if (broken == null) {
            broken = new ChainBreak(seq, flaw);
        }
    }

    /**
     * The next entry.
     *
     * @return what it says; empty if it does not hold
     */
    public Optional<AuditEvent> accept(ChainLink link) {
        Optional<EntryForm.Content> content = EntryForm.read(link.content());
        if (link.seq() != next()) {
            broken(Flaw.OUT_OF_ORDER);
        } else if (!ChainLink.hash(last.hash(), link.content()).equals(link.hash())) {
            broken(content.isPresent() ? Flaw.CHANGED : Flaw.UNREADABLE);
        } else if (content.isEmpty()) {
            broken(Flaw.UNREADABLE);
        } else if (content.get().seq() != link.seq()) {
            broken(Flaw.OUT_OF_ORDER);
        }
        if (!holds()) {
            return Optional.empty();
        }
        last = link.asHead();
        to = content.orElseThrow().event().time();
        from = from == null ? to : from;
        return Optional.of(content.get().event());
    }

    /** This entry is in the chain or was cut off from it; what comes after it may be there or not. */
    public void mustHave(Head head) {
        if (head.seq() == last.seq() && !head.hash().equals(last.hash())) {
            brokenAt(head.seq(), Flaw.HEAD_DIFFERS);
        }
    }

    /** The chain was this long at least. */
    public void mustReach(Head head) {
        if (head.seq() > last.seq()) {
            broken(Flaw.CUT_OFF);
        }
    }

    /** The chain ends exactly here. */
    public void mustEndAt(Head head) {
        if (head.seq() < last.seq()) {
            brokenAt(head.seq() + 1, Flaw.HEAD_DIFFERS);
        }
        mustHave(head);
        mustReach(head);
    }

    /** What was found. */
    public ChainReport report() {
        return new ChainReport(
                broken == null ? last.seq() : broken.seq() - 1,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(broken));
    }
}
