package id.espm.sandbox.kppn;

/** A step that the state of a submission does not allow; most often because another operator was quicker. */
public final class StateConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * A step refused.
     *
     * @param id the submission
     * @param now where it stands
     * @param next where the step would have taken it
     */
    public StateConflictException(String id, SubmissionStatus now, SubmissionStatus next) {
        super(id + " is " + now + ", which does not become " + next);
    }
}
