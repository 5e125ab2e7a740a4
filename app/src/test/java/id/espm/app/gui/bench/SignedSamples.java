package id.espm.app.gui.bench;

import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/** Signed files, and the same after somebody changed them. */
public final class SignedSamples {
    private SignedSamples() {}

    /** The practice folder's package of three SPM, signed by its PPSPM. */
    public static SignedPackage bundle(PracticeFolder practice, Path folder) throws IOException, SignerException {
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        PracticeOfficial official = practice.official("PPSPM");
        try (Secret secret = Secret.copyOf(official.passphrase());
                SigningKey key = KeyFile.open(official.p12(), secret)) {
            return signer.sign(
                    signer.check(PackageFolder.read(
                            practice.packages().resolve("SPM"), PackageDetails.none(), PackageDetails.none())),
                    key,
                    new SigningOptions.Builder(folder, "Persetujuan", ZonedDateTime.now()).build(),
                    SigningListener.NONE);
        }
    }

    /** With one byte changed in its first PDF, and the checksums of the ZIP mended as a forger would. */
    public static Path tampered(Path bundle, Path to) throws IOException {
        byte[] bytes = Files.readAllBytes(bundle);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int pdf = text.indexOf("%PDF-");
        bytes[text.indexOf("/MediaBox", pdf) + 11] ^= 1;
        return Files.write(to, bytes);
    }
}
