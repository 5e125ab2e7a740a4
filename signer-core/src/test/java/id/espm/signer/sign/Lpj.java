package id.espm.signer.sign;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.Subject;
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
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The sample LPJ and the officials who sign it one after the other, each a second after the one before. */
final class Lpj {
    private final CertificateAuthority ca;
    private final Path folder;
    private final Path samples;
    private final Map<Jabatan, IssuedKey> officials = new EnumMap<>(Jabatan.class);
    private ZonedDateTime time = Officials.NOW.minusMinutes(30);

    Lpj(CertificateAuthority ca, Path folder) throws IOException {
        this.ca = ca;
        this.folder = folder;
        this.samples = Packages.samples(folder);
    }

    Path source() {
        return samples.resolve("LPJ");
    }

    IssuedKey official(Jabatan jabatan) {
        return officials.computeIfAbsent(jabatan, j -> issue(j, "727101170875%04d".formatted(j.ordinal())));
    }

    /** A certificate of its own for somebody of this NIK. */
    IssuedKey issue(Jabatan jabatan, String nik) {
        Subject subject = Subject.named("Pejabat " + jabatan)
                .nik(nik)
                .unit("Kantor Latihan Tolitoli")
                .instansi("Kementerian Latihan")
                .build();
        return ca.issue(CertificateProfile.signer(subject)
                .keyAlgorithm(KeyAlgorithm.EC_P256)
                .build());
    }

    SigningKey open(Jabatan jabatan) throws IOException, SignerException {
        return Officials.open(official(jabatan), folder);
    }

    SigningOptions.Builder options(Path out) {
        time = time.plusSeconds(1);
        return new SigningOptions.Builder(out, "Persetujuan LPJ", time);
    }

    /** Signs the package as its first official. */
    Path sign(Jabatan jabatan, Path out, SigningMethod method) throws IOException, SignerException {
        return sign(source(), jabatan, out, method);
    }

    Path sign(Path source, Jabatan jabatan, Path out, SigningMethod method) throws IOException, SignerException {
        PackageDetails as = new PackageDetails(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(jabatan),
                Optional.empty());
        PackageSigner signer = new PackageSigner(Rules.builtIn());
        CheckedPackage checked = signer.check(PackageFolder.read(source, as, PackageDetails.none()));
        try (SigningKey key = open(jabatan)) {
            return signer.sign(checked, key, options(out).method(method).build(), SigningListener.NONE)
                    .bundle();
        }
    }

    static PackageCosigner cosigner() {
        return new PackageCosigner(Rules.builtIn(), InstantSource.system());
    }

    static CosignRequest request(Path bundle, Jabatan jabatan) {
        return new CosignRequest(bundle, jabatan, Optional.empty(), "Tolitoli");
    }

    /** Adds the signatures of a further official. */
    CosignedBundle cosign(Path bundle, Jabatan jabatan, Path out, SigningMethod method)
            throws IOException, SignerException {
        try (SigningKey key = open(jabatan)) {
            return cosign(bundle, jabatan, key, options(out).method(method).build());
        }
    }

    static CosignedBundle cosign(Path bundle, Jabatan jabatan, SigningKey key, SigningOptions options)
            throws IOException, SignerException {
        PackageCosigner cosigner = cosigner();
        return cosigner.sign(cosigner.check(request(bundle, jabatan)), key, options, SigningListener.NONE);
    }
}
