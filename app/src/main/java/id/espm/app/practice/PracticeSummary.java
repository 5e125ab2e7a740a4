package id.espm.app.practice;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a practice run: {@code summary.json}, docs/schema/practice.json.
 *
 * @param ok        whether everything held
 * @param startedAt ISO 8601
 * @param elapsedMs in milliseconds
 * @param jenis     one package of each jenis
 * @param refused   the package with six SPM
 */
@JsonPropertyOrder({"ok", "startedAt", "elapsedMs", "jenis", "refused"})
public record PracticeSummary(boolean ok, String startedAt, long elapsedMs, List<JenisResult> jenis, Refused refused) {

    /**
     * How one package fared.
     *
     * @param ok         whether all of it held
     * @param jenis      kind of document
     * @param jabatan    who signed
     * @param nomor      its numbers
     * @param bundle     the signed bundle, where it was signed
     * @param verdict    our own judgement
     * @param submission at eSPM; null for what is never submitted
     * @param error      what did not hold, for people
     */
    @JsonPropertyOrder({"jenis", "ok", "jabatan", "nomor", "bundle", "verdict", "submission", "error"})
    public record JenisResult(
            String jenis,
            boolean ok,
            String jabatan,
            List<String> nomor,
            @Nullable String bundle,
            @Nullable String verdict,
            @Nullable Submitted submission,
            @Nullable String error) {}

    /**
     * What eSPM and KPPN made of a package.
     *
     * @param id           eSPM's name for it
     * @param status       after KPPN downloaded it: RECEIVED
     * @param receipt      the checked receipt
     * @param folder       what KPPN downloaded
     * @param kppnVerdict  by the EU's DSS, over every signature
     * @param adkIdentical whether each ADK came out bit for bit, by KPPN's code and by ours
     */
    @JsonPropertyOrder({"id", "status", "receipt", "folder", "kppnVerdict", "adkIdentical"})
    public record Submitted(
            String id, String status, String receipt, String folder, String kppnVerdict, boolean adkIdentical) {}

    /**
     * A package that must be refused.
     *
     * @param ok    whether it was, for the right reason
     * @param paket its folder
     * @param code  why it was refused; null where it was not
     */
    @JsonPropertyOrder({"paket", "ok", "code", "message"})
    public record Refused(
            String paket,
            boolean ok,
            @Nullable String code,
            @Nullable String message) {}
}
