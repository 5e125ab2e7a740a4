package id.espm.signer.asic;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Judges any ZIP: ASiC containers with CAdES (ETSI EN 319 162-1) by their signatures and by what these cover, containers that are
 * signed otherwise as not known, everything else as not signed. What could harm who unpacks it is refused by name.
 */
public final class AsicVerifier {
    private static final String ASIC_TYPE = "application/vnd.etsi.asic-";
    private static final int MAX_MEDIA_TYPE = 200;

    private final VerificationSettings settings;

    /** A verifier by these settings; it may be used for any number of files. */
    public AsicVerifier(VerificationSettings settings) {
        this.settings = settings;
    }

    /**
     * Judges a file.
     *
     * @param name how the report calls it
     * @throws IOException     if the file cannot be read at all; never for a bad container
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public FileReport verify(String name, Path file) throws IOException, SignerException {
        List<String> names = Container.claimedNames(file);
        boolean other = OtherForms.of(names, "").isPresent();
        boolean asic =
                !other && ContainerFiles.of(names).claimAsic(file.getFileName().toString());
        try {
            return verify(name, file, asic ? Strictness.TOLERANT : Strictness.ARCHIVE);
        } catch (SignerException e) {
            if (e.problem() instanceof Problem.BundleUnusable unusable) {
                return FileReport.unreadable(name, unusable.finding());
            }
            throw e;
        }
    }

    private FileReport verify(String name, Path file, Strictness strictness) throws IOException, SignerException {
        try (Container container = Container.open(file, strictness)) {
            String mediaType = mediaType(container);
            Optional<String> other = OtherForms.of(container.names(), mediaType);
            if (other.isPresent()) {
                return FileReport.undecided(name, new Finding(Kind.FORM_UNKNOWN, other.get()));
            }
            if (strictness == Strictness.TOLERANT) {
                return new AsicCheck(container, mediaType, settings).report(name);
            }
            if (!mediaType.startsWith(ASIC_TYPE)) {
                return FileReport.unsigned(name, "");
            }
        }
        return verify(name, file, Strictness.TOLERANT);
    }

    private static String mediaType(Container container) throws IOException {
        return container
                .read(ContainerWriter.MIMETYPE_ENTRY, MAX_MEDIA_TYPE)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .orElse("");
    }
}
