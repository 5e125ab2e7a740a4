package id.espm.app.cli.option;

import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.paket.PackageDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the certificate does not say; what is left out here comes from {@code paket.json}, then from the profile. */
public final class DetailOptions {
    @Option(names = "--jenis", paramLabel = "JENIS", descriptionKey = "jenis")
    private @Nullable Jenis jenis;

    @Mixin
    private OfficialOptions official = new OfficialOptions();

    @Option(names = "--kppn", paramLabel = "KODE", descriptionKey = "kppn")
    private @Nullable Kppn kppn;

    @Option(names = "--tahun", paramLabel = "YYYY", descriptionKey = "tahun")
    private @Nullable Integer tahun;

    /** What the call says of packages. */
    public PackageDetails details() {
        return new PackageDetails(
                Optional.ofNullable(jenis),
                official.satker(),
                Optional.ofNullable(kppn),
                Optional.ofNullable(tahun),
                official.jabatan(),
                official.lokasi());
    }

    /** The reason that the call gives. */
    public Optional<String> alasan() {
        return official.alasan();
    }
}
