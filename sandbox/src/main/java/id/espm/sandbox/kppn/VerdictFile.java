package id.espm.sandbox.kppn;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.espm.sandbox.judge.JudgedSignature;
import id.espm.sandbox.judge.Judgement;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * KPPN's verdict as JSON: kept beside the store, so that a bundle is judged once, and written beside a downloaded bundle,
 * for people with a text editor and for tests.
 */
final class VerdictFile {
    static final String NAME = "verdict.json";

    private static final Logger LOG = LoggerFactory.getLogger(VerdictFile.class);
    private static final int HEX = 16;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(absent -> absent.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private VerdictFile() {}

    /** The whole file; the names of its parts are the file's keys. */
    private record Content(
            String id,
            String bundle,
            String sha256,
            Instant judgedAt,
            Judgement.Overall verdict,
            List<String> unsigned,
            List<Signature> signatures) {}

    /** One signature; {@code serial} in hex. */
    private record Signature(
            String document,
            String signatureId,
            String indication,
            Optional<String> subIndication,
            String format,
            boolean intact,
            Optional<String> signer,
            Optional<String> serial,
            boolean revocationUnknown,
            Optional<Instant> claimedTime,
            Optional<String> claimedPlace,
            List<String> claimedRoles,
            boolean coversWholeDocument,
            Optional<Long> signedRevision,
            List<String> scopes,
            List<String> errors,
            List<String> warnings) {

        static Signature of(JudgedSignature s) {
            return new Signature(
                    s.document(),
                    s.id(),
                    s.indication(),
                    s.subIndication(),
                    s.format(),
                    s.intact(),
                    s.signer(),
                    s.certificateSerial().map(n -> n.toString(HEX)),
                    s.revocationUnknown(),
                    s.claimedTime(),
                    s.claimedPlace(),
                    s.claimedRoles(),
                    s.coversWholeDocument(),
                    s.signedRevision(),
                    s.scopes(),
                    s.errors(),
                    s.warnings());
        }

        JudgedSignature judged() {
            return new JudgedSignature(
                    document,
                    signatureId,
                    indication,
                    subIndication,
                    format,
                    intact,
                    signer,
                    serial.map(hex -> new BigInteger(hex, HEX)),
                    revocationUnknown,
                    claimedTime,
                    claimedPlace,
                    claimedRoles,
                    coversWholeDocument,
                    signedRevision,
                    scopes,
                    errors,
                    warnings);
        }
    }

    /** Writes it, whole or not at all. */
    static void write(Path file, InboxItem item, Verdict.Judged judged) throws IOException {
        Judgement judgement = judged.judgement();
        Content content = new Content(
                item.id(),
                item.fileName(),
                item.sha256(),
                judged.at(),
                judgement.overall(),
                judgement.unsigned(),
                judgement.signatures().stream().map(Signature::of).toList());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, JSON.writeValueAsBytes(content));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A verdict that was kept; one of another version, or damaged, counts as none. */
    static Optional<Verdict.Judged> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Content c = JSON.readValue(Files.readAllBytes(file), Content.class);
            List<JudgedSignature> signatures =
                    c.signatures().stream().map(Signature::judged).toList();
            return Optional.of(
                    new Verdict.Judged(new Judgement(c.bundle(), c.verdict(), c.unsigned(), signatures), c.judgedAt()));
        } catch (JacksonException | NullPointerException | NumberFormatException e) {
            LOG.warn("{} is judged anew, for its verdict cannot be read", file.getFileName(), e);
            return Optional.empty();
        }
    }
}
