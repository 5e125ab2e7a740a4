package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.Subject;
import id.espm.sandbox.samples.SamplePackages;
import id.espm.sandbox.samples.Satker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Practice mode on disk: a CA, officials with certificates, sample packages, and room for what practice brings forth.
 *
 * <pre>
 * DIR/ca/root.pem, intermediate.pem     trust anchors; all that is the CA's own lies in ca/private/
 * DIR/officials/NAME.p12, NAME.passphrase
 * DIR/packages/JENIS/                   sample packages
 * DIR/bundles/  DIR/kppn/ID/            made by others: what was signed, what KPPN judged
 * DIR/mailbox/                          the mails with security codes
 * DIR/summary.json                      made by others: what happened
 * </pre>
 */
public final class PracticeFolder {
    private static final String RECEIPT_KEY = "espm-receipt";

    private final Path dir;
    private final CertificateAuthority ca;
    private final List<PracticeOfficial> officials;

    private PracticeFolder(Path dir, CertificateAuthority ca, List<PracticeOfficial> officials) {
        this.dir = dir;
        this.ca = ca;
        this.officials = List.copyOf(officials);
    }

    /** {@link #init(Path, InstantSource)} by the system's clock. */
    public static PracticeFolder init(Path dir) throws IOException {
        return init(dir, Clock.systemUTC());
    }

    /**
     * Makes whatever of the layout is missing and keeps what is there, so that it can be called again at any time, also
     * after it was interrupted.
     *
     * @param dir need not exist
     * @param clock what the CA and its services go by; certificates are made valid, or expired, as of its time
     * @throws IOException if the folder cannot be written, or what is in it is damaged
     */
    public static PracticeFolder init(Path dir, InstantSource clock) throws IOException {
        try {
            CertificateAuthority ca = CertificateAuthority.inFolder(dir.resolve("ca"), clock);
            for (Issuer issuer : Issuer.values()) {
                ca.ocspSigner(issuer);
            }
            ca.timeStampSigner();
            receiptKey(ca);
            new OfficialFiles(dir.resolve("officials")).complete(ca);
            Files.createDirectories(dir.resolve("mailbox"));
            PracticeFolder folder = read(dir, ca);
            folder.writeSamples();
            return folder;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** {@link #open(Path, InstantSource)} by the system's clock. */
    public static PracticeFolder open(Path dir) throws IOException {
        return open(dir, Clock.systemUTC());
    }

    /**
     * Opens a folder that {@link #init} made.
     *
     * @throws NoSuchFileException if there is none, or one that is not complete
     * @throws IOException if it cannot be read, or is damaged
     */
    public static PracticeFolder open(Path dir, InstantSource clock) throws IOException {
        Path anchor = dir.resolve("ca").resolve("intermediate.pem");
        if (!Files.exists(anchor)) {
            throw new NoSuchFileException(anchor.toString(), null, "not a practice folder; make one with init first");
        }
        try {
            return read(dir, CertificateAuthority.inFolder(dir.resolve("ca"), clock));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static PracticeFolder read(Path dir, CertificateAuthority ca) throws IOException {
        OfficialFiles files = new OfficialFiles(dir.resolve("officials"));
        List<PracticeOfficial> officials = new ArrayList<>();
        for (PracticeRole role : PracticeRole.values()) {
            officials.add(files.read(role));
        }
        return new PracticeFolder(dir, ca, officials);
    }

    private void writeSamples() throws IOException {
        Map<String, String> names =
                officials.stream().collect(Collectors.toMap(PracticeOfficial::name, PracticeOfficial::fullName));
        LocalDate today = LocalDate.ofInstant(ca.clock().instant(), Satker.LATIHAN.zona());
        new SamplePackages(today, Satker.LATIHAN, names).write(packages());
    }

    /** The officials, those that may sign before those with a defect. */
    public List<PracticeOfficial> officials() {
        return officials;
    }

    /**
     * The official of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PracticeOfficial official(String name) {
        return officials.stream()
                .filter(official -> official.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no practice official " + name + "; there are " + Arrays.toString(PracticeRole.values())));
    }

    public CertificateAuthority ca() {
        return ca;
    }

    /** The key by which eSPM signs its receipts, with its chain. */
    public IssuedKey receiptKey() {
        return receiptKey(ca);
    }

    public Path dir() {
        return dir;
    }

    /** The folder of trust anchors: {@code root.pem} and {@code intermediate.pem}. */
    public Path trustAnchors() {
        return dir.resolve("ca");
    }

    /** Sample packages, one folder each. */
    public Path packages() {
        return dir.resolve("packages");
    }

    /** For signed bundles; not made here. */
    public Path bundles() {
        return dir.resolve("bundles");
    }

    /** KPPN's inbox; not made here. */
    public Path kppn() {
        return dir.resolve("kppn");
    }

    /** The mails that the sandbox "sends". */
    public Path mailbox() {
        return dir.resolve("mailbox");
    }

    /** For the report of a practice run; not made here. */
    public Path summary() {
        return dir.resolve("summary.json");
    }

    private static IssuedKey receiptKey(CertificateAuthority ca) {
        IssuedKey issuer = ca.intermediate();
        return ca.serverKey(
                RECEIPT_KEY,
                CertificateProfile.signer(Subject.named("eSPM LATIHAN (bukan sungguhan)")
                                .instansi("Latihan e-SPM Signer")
                                .build())
                        .validity(
                                issuer.certificate().getNotBefore().toInstant(),
                                issuer.certificate().getNotAfter().toInstant())
                        .build());
    }
}
