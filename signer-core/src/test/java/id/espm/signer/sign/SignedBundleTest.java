package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Officials;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a signed bundle, judged by programs that are not ours. */
class SignedBundleTest {
    @TempDir
    static Path folder;

    private static SignedPackage signed;

    @BeforeAll
    static void signTheSample() throws Exception {
        Path packages = Packages.samples(folder);
        signed = Packages.sign(packages.resolve("SPM"), folder);
    }

    @Test
    void isValidForWhoeverTrustsTheIssuer() throws Exception {
        BundleReport report = new BundleVerifier(Officials.trusting(), Rules.builtIn()).verify("b", signed.bundle());

        assertThat(report.report().findings()).isEmpty();
        assertThat(report.report().verdict().isValid()).as(report.toString()).isTrue();
    }
}
