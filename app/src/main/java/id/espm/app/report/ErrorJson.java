package id.espm.app.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.text.Explanation;

/** An error: {@code code} and {@code exit} are stable, {@code message} is for people and always Indonesian. */
@JsonPropertyOrder({"code", "message", "exit"})
public record ErrorJson(String code, String message, int exit) {
    /** An explanation as JSON. */
    public static ErrorJson of(Explanation explanation) {
        return new ErrorJson(
                explanation.code(), explanation.whole(), explanation.exit().value());
    }
}
