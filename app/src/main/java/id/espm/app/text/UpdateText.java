package id.espm.app.text;

import id.espm.app.update.UpdateAnswer;
import id.espm.app.update.UpdateProblem;

/** Whether there is a newer version, or why that cannot be told, in words for both faces; without a {@code default} (ADR-0008). */
public final class UpdateText {
    private final Messages messages;
    private final DateText dates;

    UpdateText(Messages messages, DateText dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** How the running version stands to what was published. */
    public String tell(UpdateAnswer answer) {
        return messages.get("update.standing." + answer.standing(), places(answer));
    }

    /** What to do about it. */
    public String next(UpdateAnswer answer) {
        return messages.get("update.standing." + answer.standing() + ".next", places(answer));
    }

    private Object[] places(UpdateAnswer answer) {
        return new Object[] {
            answer.running(),
            answer.release().version().toString(),
            dates.date(answer.release().released()),
            answer.release().page().toString()
        };
    }

    /** Why it cannot be told, and what to do. */
    public Explanation explain(UpdateProblem problem) {
        return switch (problem) {
            case UpdateProblem.AddressMissing p -> explanation("UPDATE_ADDRESS_MISSING");
            case UpdateProblem.KeyMissing p -> explanation("UPDATE_KEY_MISSING");
            case UpdateProblem.AddressUnusable p -> explanation("UPDATE_ADDRESS_UNUSABLE", p.address());
            case UpdateProblem.Unreachable p -> explanation("UPDATE_" + p.obstacle(), p.host(), p.detail());
            case UpdateProblem.Redirected p -> explanation("UPDATE_REDIRECTED", p.host(), p.status());
            case UpdateProblem.RefusedByServer p -> explanation("UPDATE_REFUSED_BY_SERVER", p.host(), p.status());
            case UpdateProblem.TooLarge p -> explanation("UPDATE_TOO_LARGE", p.host(), p.limit());
            case UpdateProblem.NotSigned p -> explanation("UPDATE_NOT_SIGNED");
            case UpdateProblem.SignatureInvalid p -> explanation("UPDATE_SIGNATURE_INVALID", p.detail());
            case UpdateProblem.KeyUnknown p -> explanation("UPDATE_KEY_UNKNOWN", p.pin());
            case UpdateProblem.NotARelease p -> explanation("UPDATE_NOT_A_RELEASE", p.where());
            case UpdateProblem.Expired p -> explanation("UPDATE_EXPIRED", dates.dateTime(p.since()));
            case UpdateProblem.NotYetIssued p -> explanation("UPDATE_NOT_YET_ISSUED", dates.dateTime(p.issued()));
            case UpdateProblem.RolledBack p ->
                explanation("UPDATE_ROLLED_BACK", dates.dateTime(p.issued()), dates.dateTime(p.seen()));
        };
    }

    /** Numbers are told as they are: a status is a name. */
    private Explanation explanation(String code, Object... places) {
        Object[] plain = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            plain[i] = places[i].toString();
        }
        String key = "update." + code;
        return new Explanation(code, messages.get(key, plain), messages.get(key + ".next", plain), ExitCode.NETWORK);
    }
}
