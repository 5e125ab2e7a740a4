package id.espm.signer.bundle;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The certificates that a bundle's officials brought along. */
public final class BundleCertificates {
    private BundleCertificates() {}

    /**
     * Those of the officials and their issuers, as the signatures over the contents list hold them. They are claims: whoever
     * trusts them learns whether a bundle holds together, and nothing of who made it.
     *
     * @throws SignerException {@link Problem.BundleUnusable}, {@link Problem.FileUnreadable}
     */
    public static Set<X509Certificate> claimed(Path bundle) throws IOException, SignerException {
        Set<X509Certificate> claimed = new HashSet<>();
        try (Container container = Container.open(bundle, Strictness.STRICT)) {
            for (int official = 1; official <= ManifestNames.MAX_OFFICIALS; official++) {
                Optional<byte[]> manifest =
                        container.read(ManifestNames.packageManifest(official), AsicManifestXml.MAX_SIZE);
                Optional<byte[]> signature =
                        container.read(ManifestNames.packageSignature(official), ManifestCheck.MAX_SIZE);
                if (manifest.isPresent() && signature.isPresent()) {
                    CmsReport report = new CmsVerifier()
                            .verifyDetached(
                                    new ByteArrayInputStream(signature.get()),
                                    new ByteArrayInputStream(manifest.get()));
                    report.signatures().forEach(one -> claimed.addAll(one.bag()));
                }
            }
        }
        return claimed;
    }
}
