package id.espm.signer.sign;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Verdict;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.util.Optional;
import java.util.Set;

/**
 * What forbids to add a signature to a bundle, or to keep it after that. That somebody is not trusted here forbids nothing: the
 * next official need not know the issuers of the earlier ones.
 *
 * @param part    the entry that it is about; empty for the bundle as a whole
 * @param finding what it is
 */
record BundleObjection(Optional<String> part, Finding finding) {
    private static final Set<Kind> OF_TRUST =
            Set.of(Kind.NO_CERTIFICATE_CHAIN_FOUND, Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE, Kind.OUT_OF_BOUNDS_NO_POE);

    /** The first objection, and the most telling: what names a part comes before a mere verdict. */
    static Optional<BundleObjection> to(FileReport bundle) {
        if (!bundle.findings().isEmpty()) {
            return Optional.of(
                    new BundleObjection(Optional.empty(), bundle.findings().getFirst()));
        }
        for (FileReport document : bundle.documents()) {
            Optional<Finding> finding = document.findings().stream().findFirst().or(() -> ofSignatures(document));
            if (finding.isPresent()) {
                return Optional.of(new BundleObjection(Optional.of(document.name()), finding.get()));
            }
        }
        return ofSignatures(bundle).map(finding -> new BundleObjection(Optional.empty(), finding));
    }

    private static Optional<Finding> ofSignatures(FileReport report) {
        for (SignatureReport signature : report.signatures()) {
            switch (signature.verdict()) {
                case Verdict.Invalid invalid -> {
                    return Optional.of(invalid.reason());
                }
                case Verdict.Indeterminate open -> {
                    if (!OF_TRUST.contains(open.reason().kind())) {
                        return Optional.of(open.reason());
                    }
                }
                case Verdict.Valid valid -> {
                    // Nothing to object to.
                }
            }
        }
        return Optional.empty();
    }
}
