package id.espm.app.text;

import id.espm.signer.Caution;
import java.time.Duration;

/** Turns every {@link Caution} into one sentence that says what to do. The switch is exhaustive, as in {@link ProblemText}. */
public final class CautionText {
    private final Messages messages;
    private final DateText dates;
    private final PackageText packages;

    public CautionText(Messages messages, DateText dates) {
        this.messages = messages;
        this.dates = dates;
        this.packages = new PackageText(messages);
    }

    /** A name that stays the same, for scripts. */
    public static String code(Caution caution) {
        return switch (caution) {
            case Caution.ExpiresSoon c -> "EXPIRES_SOON";
            case Caution.WeakAlgorithm c -> "WEAK_ALGORITHM";
            case Caution.IssuerNotJudged c -> "ISSUER_NOT_JUDGED";
            case Caution.RevocationUnknown c -> "REVOCATION_" + c.gap();
            case Caution.ClockDrift c -> "CLOCK_DRIFT";
            case Caution.LargeFile c -> "LARGE_FILE";
            case Caution.AdkNotRead c -> "ADK_" + c.gap();
            case Caution.NotCompared c -> "NOT_COMPARED";
            case Caution.DifferenceAccepted c -> "DIFFERENCE_ACCEPTED";
            case Caution.SignedBefore c -> "SIGNED_BEFORE";
        };
    }

    /** What to know and to do. */
    public String tell(Caution caution) {
        return switch (caution) {
            case Caution.ExpiresSoon c -> messages.get("caution.EXPIRES_SOON", dates.date(c.notAfter()), c.daysLeft());
            case Caution.WeakAlgorithm c -> messages.get("caution.WEAK_ALGORITHM", c.algorithm());
            case Caution.IssuerNotJudged c -> messages.get("caution.ISSUER_NOT_JUDGED", c.issuer());
            case Caution.RevocationUnknown c ->
                messages.get("caution.REVOCATION_UNKNOWN", messages.get("revocation." + c.gap()), c.detail())
                        .strip();
            case Caution.ClockDrift c ->
                messages.get(
                        c.ahead().isNegative() ? "caution.CLOCK_BEHIND" : "caution.CLOCK_AHEAD",
                        span(c.ahead().abs()),
                        c.source());
            case Caution.LargeFile c ->
                messages.get(
                        "caution.LARGE_FILE", c.file().toString(), packages.size(c.size()), packages.size(c.usual()));
            case Caution.AdkNotRead c ->
                messages.get("caution.ADK_NOT_READ", c.adk().toString(), messages.get("adk-gap." + c.gap()));
            case Caution.NotCompared c ->
                messages.get("caution.NOT_COMPARED", c.nomor(), c.adk().toString());
            case Caution.DifferenceAccepted c ->
                messages.get("caution.DIFFERENCE_ACCEPTED", packages.difference(c.difference()));
            case Caution.SignedBefore c ->
                messages.get(
                        "caution.SIGNED_BEFORE",
                        c.nomor(),
                        dates.dateTime(c.at()),
                        c.bundle().toString());
        };
    }

    /** Such as {@code 5 menit 47 detik}. */
    private String span(Duration time) {
        return messages.get("span", time.toMinutes(), time.toSecondsPart());
    }
}
