package id.espm.app.cli.option;

import id.espm.signer.Jabatan;
import id.espm.signer.Satker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the certificate does not say of the official who signs; what is left out here comes from the profile. */
public final class OfficialOptions {
    @Option(names = "--jabatan", paramLabel = "JABATAN", descriptionKey = "jabatan")
    private @Nullable Jabatan jabatan;

    @Option(names = "--satker", paramLabel = "KODE", descriptionKey = "satker")
    private @Nullable Satker satker;

    @Option(names = "--lokasi", paramLabel = "TEXT", descriptionKey = "lokasi")
    private @Nullable String lokasi;

    @Option(names = "--alasan", paramLabel = "TEXT", descriptionKey = "alasan")
    private @Nullable String alasan;

    /** As what the official signs. */
    public Optional<Jabatan> jabatan() {
        return Optional.ofNullable(jabatan);
    }

    /** For which work unit. */
    public Optional<Satker> satker() {
        return Optional.ofNullable(satker);
    }

    /** Where. */
    public Optional<String> lokasi() {
        return Optional.ofNullable(lokasi);
    }

    /** The reason that the call gives. */
    public Optional<String> alasan() {
        return Optional.ofNullable(alasan).filter(text -> !text.isBlank());
    }
}
