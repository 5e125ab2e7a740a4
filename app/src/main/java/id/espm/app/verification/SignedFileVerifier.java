package id.espm.app.verification;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.asic.AsicVerifier;
import id.espm.signer.bundle.BundleClaim;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a PDF, a {@code .p7m}, a {@code .p7s} with its content, a bundle, or a container by another program; told apart by
 * content, not by name.
 */
public final class SignedFileVerifier {
    private static final String P7S = ".p7s";
    /** A PDF's header may stand within its first 1,024 bytes (ISO 32000-1, Annex H, note 13). */
    private static final int HEAD = 1024;

    private static final Set<String> CONTAINERS = Set.of(".asice", ".asics", ".sce", ".scs");

    private final BundleVerifier bundles;
    private final AsicVerifier containers;
    private final PdfFileVerifier pdfs;
    private final CmsFileVerifier cms;
    private final Rules rules;

    public SignedFileVerifier(VerificationSettings settings, Rules rules) {
        this.bundles = new BundleVerifier(settings, rules);
        this.containers = new AsicVerifier(settings);
        this.pdfs = new PdfFileVerifier(settings);
        this.cms = new CmsFileVerifier(settings);
        this.rules = rules;
    }

    /**
     * Judges a file.
     *
     * @param content what a detached signature signs; without it the file of the same name less {@code .p7s} is taken
     * @throws SignerException {@link Problem.FileUnreadable}
     * @throws IOException     if it cannot be read to its end; never for a bad signature
     */
    public FileReport verify(Path file, Optional<Path> content) throws IOException, SignerException {
        return judge(file, content).report();
    }

    /**
     * Judges a file, and tells who has signed it where officials in several positions may.
     *
     * @throws SignerException as {@link #verify}
     * @throws IOException     as {@link #verify}
     */
    Judged.Read judge(Path file, Optional<Path> content) throws IOException, SignerException {
        requireReadable(file);
        String name = file.toString();
        return switch (form(file)) {
            case ZIP -> BundleClaim.isMadeBy(file) ? ours(file) : read(file, containers.verify(name, file));
            case PDF -> read(file, pdfs.verify(name, FileRegion.whole(file)));
            case CMS -> read(file, cms(file, content));
            case OTHER -> read(file, FileReport.unsigned(name, ""));
        };
    }

    private Judged.Read ours(Path file) throws IOException, SignerException {
        BundleReport bundle = bundle(file);
        return new Judged.Read(
                file, bundle.report(), Signatories.of(bundle, rules).filter(officials -> officials.several(rules)));
    }

    private static Judged.Read read(Path file, FileReport report) {
        return new Judged.Read(file, report, Optional.empty());
    }

    /**
     * Judges a bundle and tells its contents.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public BundleReport bundle(Path file) throws IOException, SignerException {
        requireReadable(file);
        return bundles.verify(file.toString(), file);
    }

    private static void requireReadable(Path file) throws SignerException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new SignerException(new Problem.FileUnreadable(file));
        }
    }

    private FileReport cms(Path file, Optional<Path> content) throws IOException, SignerException {
        FileRegion signature = FileRegion.whole(file);
        FileReport enveloping = cms.verifyEnveloping(file.toString(), signature, OutputStream.nullOutputStream());
        boolean detached = enveloping.findings().stream().anyMatch(f -> f.kind() == Finding.Kind.SIGNED_DATA_NOT_FOUND);
        Optional<Path> signed = content.or(() -> besides(file));
        if (!detached || signed.isEmpty()) {
            return enveloping;
        }
        requireReadable(signed.get());
        return cms.verifyDetached(file.toString(), signature, FileRegion.whole(signed.get()));
    }

    /** {@code a.xml.p7s} signs {@code a.xml}, where that is there. */
    private static Optional<Path> besides(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(P7S)
                ? Optional.of(file.resolveSibling(name.substring(0, name.length() - P7S.length())))
                        .filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Whether a file that is there is, or once was, a PDF. */
    public static boolean isPdf(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) && form(file) == Form.PDF;
    }

    private enum Form {
        ZIP,
        PDF,
        CMS,
        OTHER
    }

    private static Form form(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Form.ZIP;
        }
        if (text.contains("%PDF-")) {
            return Form.PDF;
        }
        return text.startsWith("0") ? Form.CMS : byName(file);
    }

    /** What was signed once and then lost its first bytes shall be told as damaged, not as never signed. */
    private static Form byName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (CONTAINERS.stream().anyMatch(name::endsWith)) {
            return Form.ZIP;
        }
        if (name.endsWith(".pdf")) {
            return Form.PDF;
        }
        return name.endsWith(".p7m") || name.endsWith(P7S) ? Form.CMS : Form.OTHER;
    }
}
