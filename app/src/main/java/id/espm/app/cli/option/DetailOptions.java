package id.espm.app.cli.option;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.paket.PackageDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the certificate does not say; what is left out here comes from {@code paket.json}, then from the profile. */
public final class DetailOptions {
    @Option(names = "--jenis", paramLabel = "JENIS", descriptionKey = "jenis")
    private @Nullable Jenis jenis;

    @Option(names = "--jabatan", paramLabel = "JABATAN", descriptionKey = "jabatan")
    private @Nullable Jabatan jabatan;

    @Option(names = "--satker", paramLabel = "KODE", descriptionKey = "satker")
    private @Nullable Satker satker;

    @Option(names = "--kppn", paramLabel = "KODE", descriptionKey = "kppn")
    private @Nullable Kppn kppn;

    @Option(names = "--lokasi", paramLabel = "TEXT", descriptionKey = "lokasi")
    private @Nullable String lokasi;

    @Option(names = "--alasan", paramLabel = "TEXT", descriptionKey = "alasan")
    private @Nullable String alasan;

    @Option(names = "--tahun", paramLabel = "YYYY", descriptionKey = "tahun")
    private @Nullable Integer tahun;

    /** What the call says of packages. */
    public PackageDetails details() {
        return new PackageDetails(
                Optional.ofNullable(jenis),
                Optional.ofNullable(satker),
                Optional.ofNullable(kppn),
                Optional.ofNullable(tahun),
                Optional.ofNullable(jabatan),
                Optional.ofNullable(lokasi));
    }

    /** The reason that the call gives. */
    public Optional<String> alasan() {
        return Optional.ofNullable(alasan).filter(text -> !text.isBlank());
    }
}
