package id.espm.signer.verify;

import id.espm.signer.ByteSource;
import id.espm.signer.FileRegion;
import java.io.IOException;
import java.time.Instant;

/**
 * A judge who shares no code with this program's own. Its opinion is heard on every signature that ours does not refuse, and
 * the worse verdict counts (ADR-0012). What it cannot read it says by {@link SecondOpinion.Refused}, never by an exception.
 */
public interface SecondJudge {
    /** Whether it is asked about refused signatures, too, for the sake of its reports. */
    boolean reportsEverything();

    /** Whether a signature must come with word on revocation to be valid. */
    boolean wantsRevocation();

    /**
     * Judges the signatures of a PDF.
     *
     * @param at the time of judgement
     */
    SecondOpinion pdf(FileRegion pdf, Instant at) throws IOException;

    /**
     * Judges a CMS that holds its content.
     *
     * @param at the time of judgement
     */
    SecondOpinion enveloping(ByteSource cms, Instant at) throws IOException;

    /**
     * Judges a CMS whose content stands elsewhere.
     *
     * @param at the time of judgement
     */
    SecondOpinion detached(ByteSource cms, ByteSource content, Instant at) throws IOException;
}
