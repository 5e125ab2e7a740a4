package id.espm.signer.authority;

import id.espm.signer.Caution;
import id.espm.signer.Problem;

/** What came of a check. */
public sealed interface Outcome {
    /** Nothing to say. */
    record Passed() implements Outcome {}

    /** It does not stop the signature, but must be told. */
    record Cautioned(Caution.OfKey caution) implements Outcome {}

    /** It stops the signature. */
    record Refused(Problem.OfKey problem) implements Outcome {}

    /** There was nothing to check by, or an earlier refusal made it idle. */
    record NotChecked() implements Outcome {}
}
