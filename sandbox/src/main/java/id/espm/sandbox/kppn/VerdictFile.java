package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes KPPN's verdict beside a downloaded bundle, for people with a text editor and for tests. */
final class VerdictFile {
    static final String NAME = "verdict.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private VerdictFile() {}

    static void write(Path folder, InboxItem item, Judgement judgement) throws IOException {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("id", item.id());
        verdict.put("bundle", item.fileName());
        verdict.put("sha256", item.sha256());
        verdict.put("verdict", judgement.overall().name());
        verdict.put("unsigned", judgement.unsigned());
        verdict.put(
                "signatures",
                judgement.signatures().stream().map(VerdictFile::signature).toList());
        Files.write(folder.resolve(NAME), JSON.writeValueAsBytes(verdict));
    }

    private static Map<String, Object> signature(JudgedSignature signature) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("document", signature.document());
        map.put("indication", signature.indication());
        signature.subIndication().ifPresent(s -> map.put("subIndication", s));
        map.put("format", signature.format());
        map.put("intact", signature.intact());
        signature.signer().ifPresent(s -> map.put("signer", s));
        signature.certificateSerial().ifPresent(s -> map.put("serial", s.toString(16)));
        signature.claimedTime().ifPresent(t -> map.put("claimedTime", t.toString()));
        signature.claimedPlace().ifPresent(p -> map.put("claimedPlace", p));
        map.put("claimedRoles", signature.claimedRoles());
        map.put("coversWholeDocument", signature.coversWholeDocument());
        map.put("errors", signature.errors());
        map.put("warnings", signature.warnings());
        return map;
    }
}
