package id.espm.app.history.audit;

import id.espm.signer.Jenis;
import id.espm.signer.Nik;
import id.espm.signer.Satker;
import id.espm.signer.Sha256;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerRole;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that happened and must be accounted for. It has no place for a passphrase or a security code, and refuses a NIK
 * that is not masked.
 *
 * @param kind      what happened
 * @param time      when, in the zone of who did it; kept to the millisecond
 * @param official  who signed, where that is known
 * @param subject   which documents
 * @param lokasi    where it was signed
 * @param level     of the signatures
 * @param bundle    the signed bundle
 * @param documents what is in it
 * @param accepted  differences that the official accepted, each as a sentence
 * @param error     the code of what went wrong, where {@code kind} is {@link Kind#FAILED}
 * @param receipt   eSPM's name for the submission, where {@code kind} is {@link Kind#SENT}
 */
public record AuditEvent(
        Kind kind,
        OffsetDateTime time,
        Optional<Official> official,
        Subject subject,
        Optional<String> lokasi,
        Optional<SignatureLevel> level,
        Optional<BundleFile> bundle,
        List<Document> documents,
        List<String> accepted,
        Optional<String> error,
        Optional<String> receipt) {
    /** A new event, its time kept to the millisecond. */
    public AuditEvent {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        documents = List.copyOf(documents);
        accepted = List.copyOf(accepted);
    }

    /** What happened. */
    public enum Kind {
        /** A package was signed. */
        SIGNED,
        /** A bundle was found that a run had signed before it was killed. */
        FOUND_AGAIN,
        /** One more official signed a bundle. */
        COSIGNED,
        /** A package could not be signed. */
        FAILED,
        /** A bundle was sent, and its receipt checked. */
        SENT
    }

    /**
     * Who signed.
     *
     * @param nama   as the certificate has it
     * @param nik    masked, where the certificate has one
     * @param serial serial number of the certificate in hexadecimal digits
     * @param role   as what, where that is known
     */
    public record Official(String nama, Optional<String> nik, String serial, Optional<SignerRole> role) {
        private static final Pattern BARE_NIK = Pattern.compile("(?<![0-9])[0-9]{16}(?![0-9])");

        /**
         * An official; a NIK within the name is masked.
         *
         * @throws IllegalArgumentException if {@code nik} is not masked; the message does not repeat it
         */
        public Official {
            if (nik.stream().anyMatch(text -> BARE_NIK.matcher(text).find())) {
                throw new IllegalArgumentException("a NIK is written down masked");
            }
            nama = BARE_NIK.matcher(nama).replaceAll(found -> new Nik(found.group()).masked());
        }
    }

    /**
     * Which documents.
     *
     * @param source the package's folder, or where it came from
     * @param nomor  every number; empty where the package could not be read
     */
    public record Subject(
            Optional<String> source,
            Optional<Jenis> jenis,
            Optional<Satker> satker,
            Optional<Integer> tahun,
            List<String> nomor) {
        /** Documents, as far as they are known. */
        public Subject {
            nomor = List.copyOf(nomor);
        }
    }

    /** A bundle: its path when this happened, and the hash of its bytes where it was taken. */
    public record BundleFile(String path, Optional<Sha256> sha256) {
        /** A bundle at a path. */
        public static BundleFile of(Path path, Sha256 sha256) {
            return new BundleFile(path.toAbsolutePath().normalize().toString(), Optional.of(sha256));
        }
    }

    /** A document by its name, and the hash of the original. */
    public record Document(DocumentKind kind, String name, Sha256 sha256) {}

    /** What a document is. */
    public enum DocumentKind {
        ADK,
        PDF
    }

    /** An event of which nothing more is known yet. */
    public static AuditEventBuilder builder(Kind kind, OffsetDateTime time) {
        return new AuditEventBuilder(kind, time);
    }
}
