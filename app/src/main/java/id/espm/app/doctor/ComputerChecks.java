package id.espm.app.doctor;

import id.espm.app.drawing.DrawnPdf;
import id.espm.app.text.Release;
import id.espm.signer.NativeCryptography;
import id.espm.signer.SignerException;
import id.espm.signer.trust.TrustFolder;
import id.espm.signer.trust.TrustedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be seen without asking anybody. */
final class ComputerChecks {
    private static final long MEGABYTE = 1 << 20;

    /** A package of five SPM with scans and its bundle. */
    private static final long TOO_LITTLE = 100 * MEGABYTE;

    private static final long LITTLE = 1000 * MEGABYTE;

    private static final Duration SOON = Duration.ofDays(30);

    private final Patient patient;
    private final Findings findings;

    ComputerChecks(Patient patient, Findings findings) {
        this.patient = patient;
        this.findings = findings;
    }

    List<Supplier<Diagnosis>> all() {
        return List.of(this::program, this::settings, this::disk, this::fonts, this::trust);
    }

    private Diagnosis program() {
        return findings.found(
                Subject.PROGRAM,
                Condition.GOOD,
                "doctor.program",
                Release.version(),
                Runtime.version().toString(),
                System.getProperty("java.vendor", "?"),
                System.getProperty("os.name", "?") + " " + System.getProperty("os.version", ""),
                System.getProperty("os.arch", "?"),
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                NativeCryptography.provider()
                        .map(provider -> provider.getName() + " " + provider.getVersionStr())
                        .orElse("Java"));
    }

    private Diagnosis settings() {
        Path root = patient.settings().root();
        try {
            patient.settings().profile();
            patient.settings().rules();
        } catch (SignerException e) {
            return findings.bad(Subject.SETTINGS, e.problem());
        }
        boolean any = Files.exists(patient.settings().profileFile());
        return findings.found(
                Subject.SETTINGS, Condition.GOOD, any ? "doctor.settings" : "doctor.settings.none", root.toString());
    }

    private Diagnosis disk() {
        Path root = patient.settings().root().toAbsolutePath();
        Path nearest = root;
        while (!Files.isDirectory(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        try {
            tryToWrite(nearest);
            long free = Files.getFileStore(nearest).getUsableSpace();
            Condition condition =
                    free < TOO_LITTLE ? Condition.BAD : free < LITTLE ? Condition.CAUTION : Condition.GOOD;
            String key = condition == Condition.GOOD ? "doctor.disk" : "doctor.disk.little";
            return findings.found(Subject.DISK, condition, key, root.toString(), free / MEGABYTE);
        } catch (IOException e) {
            return findings.found(Subject.DISK, Condition.BAD, "doctor.disk.closed", root.toString());
        }
    }

    private static void tryToWrite(Path folder) throws IOException {
        Path trial = Files.createTempFile(folder, ".espm", ".trial");
        try {
            Files.write(trial, new byte[] {0});
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private Diagnosis fonts() {
        try {
            DrawnPdf.prepare();
            return findings.found(Subject.FONTS, Condition.GOOD, "doctor.fonts");
        } catch (IOException | LinkageError e) {
            // Java draws by libraries of the system; on a bare server some of them may be missing.
            return findings.found(Subject.FONTS, Condition.BAD, "doctor.fonts.missing", String.valueOf(e.getMessage()));
        }
    }

    private Diagnosis trust() {
        try {
            List<TrustedCertificate> all = new TrustFolder(patient.trust()).list();
            Instant now = patient.clock().instant();
            Optional<TrustedCertificate> first = all.stream()
                    .min(Comparator.comparing(each -> each.certificate().getNotAfter()));
            if (first.isEmpty()) {
                return findings.found(
                        Subject.TRUST,
                        Condition.CAUTION,
                        "doctor.trust.none",
                        patient.trust().toString());
            }
            Instant end = first.get().certificate().getNotAfter().toInstant();
            String date = findings.texts().dates().date(end);
            if (end.isBefore(now.plus(SOON))) {
                String key = end.isBefore(now) ? "doctor.trust.over" : "doctor.trust.soon";
                return findings.found(
                        Subject.TRUST, Condition.CAUTION, key, first.get().name(), date);
            }
            return findings.found(Subject.TRUST, Condition.GOOD, "doctor.trust", all.size(), date);
        } catch (SignerException e) {
            return findings.bad(Subject.TRUST, e.problem());
        } catch (IOException e) {
            return findings.unreadable(Subject.TRUST, e);
        }
    }
}
