package id.espm.signer.hostile;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.CmsFileVerifier;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.PdfFileVerifier;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Has a file judged by the verifier for its kind, which its name's ending tells. */
record Judging(VerificationSettings settings) {
    FileReport judge(Path file) throws IOException, SignerException {
        String name = file.getFileName().toString();
        if (name.endsWith(".pdf")) {
            return new PdfFileVerifier(settings).verify(name, FileRegion.whole(file));
        }
        if (name.endsWith(".p7m")) {
            return new CmsFileVerifier(settings)
                    .verifyEnveloping(name, FileRegion.whole(file), OutputStream.nullOutputStream());
        }
        return new BundleVerifier(settings, Rules.builtIn()).verify(name, file).report();
    }
}
