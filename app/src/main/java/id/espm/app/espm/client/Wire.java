package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.http.CallBody;
import id.espm.app.espm.http.JsonFields;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Between our values and the JSON of {@code docs/api/espm.yaml}. */
final class Wire {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXTENSION = ".asice";
    private static final int MAX_STEM = 120;

    private Wire() {}

    static CallBody declaration(HashedBundle bundle, SubmissionDetails details) {
        Submission.Content content = details.content();
        ObjectNode body = JSON.createObjectNode()
                .put("jenis", content.jenis().name())
                .put("satker", content.satker())
                .put("kppn", content.kppn())
                .put("tahun", content.tahun());
        content.nomor().forEach(body.putArray("nomor")::add);
        body.put("fileName", declaredName(bundle.file()))
                .put("size", bundle.size())
                .put("sha256", bundle.sha256().hex())
                .put("certificateSerial", details.certificateSerial());
        return CallBody.json(JSON.writeValueAsBytes(body));
    }

    /** The file's name in the letters that the contract allows. */
    static String declaredName(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        String safe = stem.replaceAll("[^0-9A-Za-z._-]", "_");
        return (safe.length() <= MAX_STEM ? safe : safe.substring(0, MAX_STEM)) + EXTENSION;
    }

    static CallBody token(Optional<String> token) {
        ObjectNode body = JSON.createObjectNode();
        token.ifPresent(text -> body.put("token", text));
        return CallBody.json(JSON.writeValueAsBytes(body));
    }

    static Submission submission(JsonFields fields) throws EspmException {
        return new Submission(
                fields.text("id"),
                content(fields),
                fields.text("fileName"),
                fields.count("size"),
                fields.converted("sha256", Sha256::new),
                fields.converted("status", SubmissionStatus::valueOf),
                fields.optionalText("alasan"),
                fields.objects("history", Wire::change));
    }

    private static Submission.Content content(JsonFields fields) throws EspmException {
        return new Submission.Content(
                fields.converted("jenis", Jenis::valueOf),
                fields.text("satker"),
                fields.text("kppn"),
                number(fields, "tahun"),
                fields.texts("nomor"));
    }

    private static Submission.Change change(JsonFields fields) throws EspmException {
        return new Submission.Change(
                fields.converted("status", SubmissionStatus::valueOf),
                fields.time("time"),
                fields.optionalText("tahap"),
                fields.optionalText("alasan"));
    }

    static Profile profile(JsonFields fields) throws EspmException {
        return new Profile(
                fields.text("username"),
                fields.text("kind"),
                fields.text("name"),
                fields.text("nik"),
                fields.texts("serials"),
                fields.objects("appointments", Wire::appointment),
                fields.objects("kppn", Wire::kppnToday));
    }

    private static Profile.Appointment appointment(JsonFields fields) throws EspmException {
        return new Profile.Appointment(
                fields.text("jabatan"),
                fields.text("satker"),
                fields.text("satkerNama"),
                fields.text("kppn"),
                fields.text("kppnNama"),
                fields.converted("zone", ZoneId::of),
                number(fields, "tahun"),
                fields.text("dipa"),
                fields.flag("active"));
    }

    private static Profile.KppnToday kppnToday(JsonFields fields) throws EspmException {
        return new Profile.KppnToday(
                fields.text("kode"),
                fields.text("nama"),
                fields.converted("zone", ZoneId::of),
                fields.converted("opens", LocalTime::parse),
                fields.converted("closes", LocalTime::parse),
                Set.copyOf(fields.convertedTexts("workingDays", DayOfWeek::valueOf)),
                number(fields, "dailySpmLimit"),
                number(fields, "remainingSpmToday"));
    }

    private static int number(JsonFields fields, String name) throws EspmException {
        return (int) Math.min(fields.count(name), Integer.MAX_VALUE);
    }
}
