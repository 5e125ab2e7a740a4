package id.espm.signer.verify;

import id.espm.signer.Sha256;
import java.util.Map;
import java.util.Optional;

/** What a {@link SecondJudge} says of a file. */
public sealed interface SecondOpinion {
    /**
     * It judged.
     *
     * @param signatures its opinion on each signature that it found, by the hash of the signature value
     * @param etsiReport its validation report (ETSI TS 119 102-2), where reports were asked for
     */
    record Given(Map<Sha256, SignatureOpinion> signatures, Optional<String> etsiReport) implements SecondOpinion {
        public Given {
            signatures = Map.copyOf(signatures);
        }
    }

    /**
     * It could not read the file, or did not come to an end: nothing in it is valid.
     *
     * @param why in its own words
     */
    record Refused(String why) implements SecondOpinion {}

    /**
     * The file is larger than what it is given to read; the first verdict stands.
     *
     * @param why how large the file is, and how large it may be
     */
    record NotAsked(String why) implements SecondOpinion {}
}
