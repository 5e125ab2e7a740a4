package id.espm.app.text;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Everything that speaks one language.
 *
 * @param messages the texts that both faces share
 * @param dates    dates and times in the user's zone
 * @param words    jenis and jabatan
 * @param problems what stopped us
 * @param espm     what came between us and eSPM
 * @param findings what verification found
 * @param cautions what must be told to who signs
 */
public record Texts(
        Messages messages,
        DateText dates,
        DomainText words,
        ProblemText problems,
        EspmProblemText espm,
        FindingText findings,
        CautionText cautions) {
    /** The texts of a language, with times in a zone. */
    public static Texts of(Locale locale, ZoneId zone) {
        Messages messages = Messages.shared(locale);
        DateText dates = new DateText(messages, zone);
        return new Texts(
                messages,
                dates,
                new DomainText(messages),
                new ProblemText(messages, dates),
                new EspmProblemText(messages),
                new FindingText(messages),
                new CautionText(messages, dates));
    }

    /** What was looked at of a certificate, check by check. */
    public AssessmentText assessment() {
        return new AssessmentText(messages, problems, cautions);
    }

    /** Whether there is a newer version. */
    public UpdateText updates() {
        return new UpdateText(messages, dates);
    }

    /** One text; see {@link Messages#get}. */
    public String get(String key, Object... args) {
        return messages.get(key, args);
    }
}
