package id.espm.app.text;

import id.espm.signer.Caution;
import id.espm.signer.Problem;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.Check;
import id.espm.signer.authority.Ground;
import id.espm.signer.authority.Outcome;
import java.util.List;
import java.util.Optional;

/** Says what was looked at of a certificate, and what came of it. */
public final class AssessmentText {
    private final Messages messages;
    private final ProblemText problems;
    private final CautionText cautions;

    AssessmentText(Messages messages, ProblemText problems, CautionText cautions) {
        this.messages = messages;
        this.problems = problems;
        this.cautions = cautions;
    }

    /** How a check went. */
    public enum Grade {
        PASSED,
        CAUTION,
        REFUSED,
        NOT_CHECKED
    }

    /**
     * One check in words.
     *
     * @param name    what was looked at
     * @param outcome what came of it, in a word
     * @param code    a name of the reason that stays the same, for scripts
     * @param reason  what to know and to do, where it is not simply good
     * @param refusal the same where it refuses
     */
    public record Line(
            Check check,
            Grade grade,
            String name,
            String outcome,
            Optional<String> code,
            Optional<String> reason,
            Optional<Problem> refusal) {}

    /** One line for each check, in their order. */
    public List<Line> lines(Assessment assessment) {
        return assessment.grounds().stream().map(this::line).toList();
    }

    private Line line(Ground ground) {
        return switch (ground.outcome()) {
            case Outcome.Passed passed -> plain(ground.check(), Grade.PASSED);
            case Outcome.NotChecked not -> plain(ground.check(), Grade.NOT_CHECKED);
            case Outcome.Cautioned cautioned -> cautioned(ground.check(), cautioned.caution());
            case Outcome.Refused refused -> refused(ground.check(), refused.problem());
        };
    }

    private Line plain(Check check, Grade grade) {
        return new Line(
                check, grade, name(check), outcome(grade), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Line cautioned(Check check, Caution caution) {
        return new Line(
                check,
                Grade.CAUTION,
                name(check),
                outcome(Grade.CAUTION),
                Optional.of(CautionText.code(caution)),
                Optional.of(cautions.tell(caution)),
                Optional.empty());
    }

    private Line refused(Check check, Problem problem) {
        Explanation explanation = problems.explain(problem);
        return new Line(
                check,
                Grade.REFUSED,
                name(check),
                outcome(Grade.REFUSED),
                Optional.of(explanation.code()),
                Optional.of(explanation.whole()),
                Optional.of(problem));
    }

    private String name(Check check) {
        return messages.get("check." + check);
    }

    private String outcome(Grade grade) {
        return messages.get("outcome." + grade);
    }
}
