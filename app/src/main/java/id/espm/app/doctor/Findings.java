package id.espm.app.doctor;

import id.espm.app.text.Explanation;
import id.espm.app.text.Texts;
import id.espm.signer.Problem;
import java.io.IOException;

/** Puts what was found into words. */
final class Findings {
    private final Texts texts;

    Findings(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** @param key of the text, and with {@code .next} of what to do about it, where something should be done */
    Diagnosis found(Subject subject, Condition condition, String key, Object... args) {
        String next = texts.messages().has(key + ".next") ? texts.get(key + ".next", args) : "";
        return new Diagnosis(subject, condition, texts.get(key, args), next);
    }

    Diagnosis bad(Subject subject, Problem problem) {
        Explanation told = texts.problems().explain(problem);
        return new Diagnosis(subject, Condition.BAD, told.message(), told.next());
    }

    /** Where a file cannot be read or written. */
    Diagnosis unreadable(Subject subject, IOException failure) {
        return found(subject, Condition.BAD, "doctor.file", String.valueOf(failure.getMessage()));
    }
}
