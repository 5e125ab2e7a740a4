package id.espm.signer.sign;

import id.espm.sandbox.samples.SamplePackages;
import id.espm.sandbox.samples.Satker;
import id.espm.signer.Jabatan;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Sample packages, as the sandbox makes them, and their signing. */
public final class Packages {
    private Packages() {}

    /** A sample package of every jenis, and SPM-6 with one SPM too many. */
    public static Path samples(Path folder) throws IOException {
        Map<String, String> officials = new HashMap<>();
        for (Jabatan jabatan : Jabatan.values()) {
            officials.put(jabatan.name(), "Pejabat " + jabatan);
        }
        Path packages = folder.resolve("packages");
        new SamplePackages(LocalDate.of(2026, 11, 20), Satker.LATIHAN, officials).write(packages);
        return packages;
    }

    public static SignedPackage sign(Path source, Path folder) throws IOException, SignerException {
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            return sign(source, folder, key, SigningMethod.basic());
        }
    }

    public static SignedPackage sign(Path source, Path folder, SigningKey key, SigningMethod method)
            throws IOException, SignerException {
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        CheckedPackage checked = signer.check(PackageFolder.read(source, PackageDetails.none(), PackageDetails.none()));
        SigningOptions options = new SigningOptions.Builder(folder.resolve("bundles"), "Persetujuan SPM", Officials.NOW)
                .method(method)
                .build();
        return signer.sign(checked, key, options, SigningListener.NONE);
    }
}
