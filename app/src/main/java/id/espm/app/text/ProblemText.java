package id.espm.app.text;

import id.espm.signer.Finding;
import id.espm.signer.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Turns every {@link Problem} into words, a stable code and an exit code, for both faces. The switches are exhaustive over
 * the sealed families and have no {@code default}: a case without words does not compile (ADR-0008).
 */
public final class ProblemText {
    private final Messages messages;
    private final DateText dates;
    private final DomainText words;
    private final FindingText findings;
    private final PackageText packages;

    public ProblemText(Messages messages, DateText dates) {
        this.messages = messages;
        this.dates = dates;
        this.words = new DomainText(messages);
        this.findings = new FindingText(messages);
        this.packages = new PackageText(messages);
    }

    /** What happened and what to do. */
    public Explanation explain(Problem problem) {
        return switch (problem) {
            case Problem.OfKey key -> ofKey(key).with(ExitCode.KEY);
            case Problem.OfDocuments documents -> ofDocuments(documents).with(ExitCode.DOCUMENTS);
            case Problem.OfNetwork network -> ofNetwork(network).with(ExitCode.NETWORK);
            case Problem.OfProgram program -> ofProgram(program).with(ExitCode.FAULT);
        };
    }

    private Draft ofKey(Problem.OfKey problem) {
        return switch (problem) {
            case Problem.WrongPassphrase p ->
                draft(p.blankAtEdge() ? "WRONG_PASSPHRASE_BLANK" : "WRONG_PASSPHRASE", p.file())
                        .code("WRONG_PASSPHRASE");
            case Problem.KeyFileDamaged p -> draft("KEY_FILE_DAMAGED", p.file());
            case Problem.NotPkcs12 p -> draft("NOT_PKCS12", p.file());
            case Problem.PemNotUsable p -> draft("PEM_NOT_USABLE", p.file());
            case Problem.NoPrivateKey p -> draft("NO_PRIVATE_KEY", p.file());
            case Problem.KeyWithoutCertificate p -> draft("KEY_WITHOUT_CERTIFICATE", p.file());
            case Problem.SeveralKeys p -> draft("SEVERAL_KEYS", p.source(), offered(p.offered()));
            case Problem.KeyNotFound p -> draft("KEY_NOT_FOUND", p.source(), p.serial(), offered(p.offered()));
            case Problem.KeyPassphraseDiffers p -> draft("KEY_PASSPHRASE_DIFFERS", p.file());
            case Problem.KeyFileTooCostly p -> draft("KEY_FILE_TOO_COSTLY", p.file(), p.iterations());
            case Problem.KeyProtectionUnsupported p -> draft("KEY_PROTECTION_UNSUPPORTED", p.file(), p.algorithm());
            case Problem.TokenUnusable p -> ofToken(p);
            case Problem.PassphraseThrottled p -> draft("PASSPHRASE_THROTTLED", p.source(), dates.dateTime(p.until()));
            case Problem.KeyAlgorithmUnsupported p -> draft("KEY_ALGORITHM_UNSUPPORTED", p.file(), p.algorithm());
            case Problem.KeyCertificateMismatch p -> draft("KEY_CERTIFICATE_MISMATCH", p.file());
            case Problem.CertificateExpired p -> draft("CERTIFICATE_EXPIRED", dates.dateTime(p.notAfter()));
            case Problem.CertificateNotYetValid p -> draft("CERTIFICATE_NOT_YET_VALID", dates.dateTime(p.notBefore()));
            case Problem.CertificateRevoked p ->
                draft("CERTIFICATE_REVOKED", dates.dateTime(p.revokedAt()), words.crlReason(p.reason()));
            case Problem.CertificateTooWeak p -> draft("CERTIFICATE_TOO_WEAK", p.algorithm());
            case Problem.IssuerNotTrusted p -> draft("ISSUER_" + p.gap(), p.issuer());
            case Problem.RevocationNotKnown p ->
                draft("REVOCATION_NOT_KNOWN", messages.get("revocation." + p.gap()), p.detail());
            case Problem.SerialNotRegistered p -> draft("SERIAL_NOT_REGISTERED", p.serial());
            case Problem.NotAppointed p ->
                draft(
                        "OFFICIAL_NOT_APPOINTED",
                        words.of(p.jabatan()),
                        p.satker().kode());
            case Problem.DsNotIssued p -> draft("DS_NOT_ISSUED", p.status());
            case Problem.WrongKeyUsage p -> draft("WRONG_KEY_USAGE", String.join(", ", p.keyUsage()));
            case Problem.JabatanMayNotSign p ->
                draft(
                        "JABATAN_MAY_NOT_SIGN",
                        words.of(p.jabatan()),
                        words.of(p.jenis()),
                        words.jabatan(p.allowed()),
                        p.pasal());
            case Problem.TrustAnchorUnreadable p -> draft("TRUST_ANCHOR_UNREADABLE", p.file());
            case Problem.TrustAnchorNotCa p -> draft("TRUST_ANCHOR_NOT_CA", p.file(), p.nama());
            case Problem.TrustAnchorImpostor p -> draft("TRUST_ANCHOR_IMPOSTOR", p.file(), p.nama(), p.fingerprint());
            case Problem.TrustAnchorNotFound p -> draft("TRUST_ANCHOR_NOT_FOUND", p.fingerprint());
        };
    }

    private Draft ofToken(Problem.TokenUnusable p) {
        boolean another = p.trouble() == Problem.TokenUnusable.Trouble.NO_TOKEN
                && !p.detail().isEmpty();
        String code = "TOKEN_" + p.trouble();
        return another
                ? draft("TOKEN_OTHER_TOKEN", p.source(), p.detail()).code(code)
                : draft(code, p.source(), p.detail());
    }

    private Draft ofDocuments(Problem.OfDocuments problem) {
        return switch (problem) {
            case Problem.FileUnreadable p -> draft("FILE_UNREADABLE", p.file());
            case Problem.FileChanged p -> draft("FILE_CHANGED", p.file());
            case Problem.PdfUnusable p -> draft("PDF_" + p.reason(), p.file());
            case Problem.PdfFieldUnusable p -> draft("PDF_FIELD_" + p.state(), p.file(), p.field());
            case Problem.PackageDescriptionInvalid p -> draft("DESCRIPTION_" + p.flaw(), p.file(), p.key());
            case Problem.PackageDetailMissing p -> draft("DETAIL_MISSING_" + p.detail(), p.source());
            case Problem.PackageAmbiguous p ->
                draft("PACKAGE_AMBIGUOUS", p.folder(), packages.questions(p.questions()));
            case Problem.FileUnfit p -> draft("FILE_" + p.why(), p.file());
            case Problem.FileInUse p -> draft("FILE_IN_USE", p.file());
            case Problem.FileTooLarge p ->
                draft("FILE_TOO_LARGE", p.file(), packages.size(p.size()), packages.size(p.limit()), p.source());
            case Problem.AdkMismatch p -> draft("ADK_OTHER_" + p.mark(), p.adk(), p.found(), p.said());
            case Problem.DifferencesNotAccepted p ->
                draft("DIFFERENCES_NOT_ACCEPTED", p.source(), packages.differences(p.differences()));
            case Problem.NomorElsewhere p -> draft("NOMOR_ELSEWHERE", p.nomor(), paths(p.packages()));
            case Problem.SatkerDiffers p ->
                draft("SATKER_DIFFERS", p.bundle(), p.inBundle(), p.said().kode());
            case Problem.ClockSetBack p -> draft("CLOCK_SET_BACK", dates.dateTime(p.now()), dates.dateTime(p.last()));
            case Problem.RunningAlready p -> draft("RUNNING_ALREADY", p.folder());
            case Problem.OutputNotWritable p -> draft("OUTPUT_NOT_WRITABLE", p.folder());
            case Problem.DiskFull p ->
                draft("DISK_FULL", p.folder(), packages.size(p.needed()), packages.size(p.free()));
            case Problem.HistoryUnusable p -> draft("HISTORY_UNUSABLE", p.file(), p.detail());
            case Problem.CompositionWrong p ->
                draft("COMPOSITION_" + p.misfit(), words.of(p.jenis()), p.document(), p.pasal());
            case Problem.TooManySpm p ->
                draft("TOO_MANY_SPM", p.nomor().size(), String.join(", ", p.nomor()), p.limit(), p.pasal());
            case Problem.OutputExists p -> draft("OUTPUT_EXISTS", p.file());
            case Problem.BundleUnusable p -> draft("BUNDLE_UNUSABLE", p.file(), findings.reason(p.finding()));
            case Problem.PlacementInvalid p -> draft("PLACEMENT_INVALID", p.text());
            case Problem.TemplateInvalid p ->
                p.key().isEmpty() ? draft("TEMPLATE_NOT_JSON", p.file()) : draft("TEMPLATE_INVALID", p.file(), p.key());
            case Problem.PageMissing p -> draft("PAGE_MISSING", p.page(), p.pages());
            case Problem.AnchorNotFound p -> draft("ANCHOR_NOT_FOUND", p.file(), p.text());
            case Problem.AnchorAmbiguous p -> draft("ANCHOR_AMBIGUOUS", p.file(), p.text(), p.count());
            case Problem.PictureUnusable p -> draft("PICTURE_UNUSABLE", p.file());
            case Problem.SignedFileUnusable p -> draft("SIGNED_FILE_UNUSABLE", p.file(), findings.reason(p.finding()));
            case Problem.AlreadySigned p -> draft("ALREADY_SIGNED", p.file(), p.nama());
            case Problem.RulesInvalid p -> draft("RULES_INVALID", p.file(), p.detail());
        };
    }

    private Draft ofNetwork(Problem.OfNetwork problem) {
        return switch (problem) {
            case Problem.TimestampUnavailable p ->
                draft(
                        "TSA_" + p.obstacle(),
                        String.join(", ", p.tried().stream().map(URI::toString).toList()),
                        p.detail());
            case Problem.LevelNotReached p ->
                draft("LEVEL_" + p.cause(), p.level().label(), p.detail());
        };
    }

    private Draft ofProgram(Problem.OfProgram problem) {
        return switch (problem) {
            case Problem.SelfCheckFailed p -> draft("SELF_CHECK_FAILED", reasons(p.findings()));
            case Problem.SigningFailed p -> draft("SIGNING_FAILED", p.algorithm());
        };
    }

    private static String paths(List<Path> several) {
        return String.join(", ", several.stream().map(Path::toString).toList());
    }

    private static String offered(List<Problem.OfferedKey> keys) {
        return String.join(
                ", ",
                keys.stream().map(key -> key.serial() + " (" + key.nama() + ")").toList());
    }

    private String reasons(List<Finding> several) {
        return String.join(" ", several.stream().map(findings::reason).toList());
    }

    /** The user's own files could not be read or written: the disk, the rights, the name. */
    public Explanation explain(IOException failure) {
        String file = failure instanceof FileSystemException system ? String.valueOf(system.getFile()) : "";
        String reason = failure instanceof FileSystemException system
                ? Optional.ofNullable(system.getReason()).orElse("")
                : String.valueOf(failure.getMessage());
        Draft draft = switch (failure) {
            case NoSuchFileException e -> draft("FILE_UNREADABLE", file);
            case AccessDeniedException e -> draft("FILE_NOT_ALLOWED", file);
            case FileAlreadyExistsException e -> draft("OUTPUT_EXISTS", file);
            default -> draft("FILE_FAILURE", file, reason);
        };
        return draft.with(ExitCode.DOCUMENTS);
    }

    /** A fault of the program: its number, which is the same for the same fault, and where to report it. */
    public Explanation explain(Fault fault) {
        return draft("FAULT", fault.id()).with(ExitCode.FAULT);
    }

    private Draft draft(String code, Object... args) {
        Object[] plain = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            plain[i] = args[i] instanceof Number ? args[i] : args[i].toString();
        }
        String key = "problem." + code;
        return new Draft(code, messages.get(key, plain), messages.get(key + ".next", plain));
    }

    /** An explanation whose family, and so whose exit code, is still open. */
    private record Draft(String code, String message, String next) {
        Draft code(String other) {
            return new Draft(other, message, next);
        }

        Explanation with(ExitCode exit) {
            return new Explanation(code, message, next, exit);
        }
    }
}
