package id.espm.app.gui.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.rules.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the official says of the package: the fields as they are typed, and what they come to. */
public final class PackageFields {
    private static final Pattern TAHUN = Pattern.compile("20[0-9]{2}");

    private final ObjectProperty<Optional<Jenis>> jenis = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Jabatan>> jabatan = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty satker = new SimpleStringProperty("");
    private final StringProperty kppn = new SimpleStringProperty("");
    private final StringProperty tahun = new SimpleStringProperty("");
    private final StringProperty lokasi = new SimpleStringProperty("");

    PackageFields() {}

    public ObjectProperty<Optional<Jenis>> jenisProperty() {
        return jenis;
    }

    public ObjectProperty<Optional<Jabatan>> jabatanProperty() {
        return jabatan;
    }

    public StringProperty satkerProperty() {
        return satker;
    }

    public StringProperty kppnProperty() {
        return kppn;
    }

    public StringProperty tahunProperty() {
        return tahun;
    }

    public StringProperty lokasiProperty() {
        return lokasi;
    }

    /** All of them, to be listened to. */
    List<Observable> all() {
        return List.of(jenis, jabatan, satker, kppn, tahun, lokasi);
    }

    /** Shows details in the fields; what is unsaid becomes blank. */
    void fill(PackageDetails details) {
        jenis.set(details.jenis());
        jabatan.set(details.jabatan());
        satker.set(details.satker().map(Satker::kode).orElse(""));
        kppn.set(details.kppn().map(Kppn::kode).orElse(""));
        tahun.set(details.tahun().map(String::valueOf).orElse(""));
        lokasi.set(details.lokasi().orElse(""));
    }

    /** What the fields come to; what is not yet what it should look like is left unsaid. */
    PackageDetails details() {
        return new PackageDetails(
                jenis.get(),
                text(satker).filter(Satker::isKode).map(Satker::new),
                text(kppn).filter(Kppn::isKode).map(Kppn::new),
                text(tahun).filter(t -> TAHUN.matcher(t).matches()).map(Integer::valueOf),
                jabatan.get(),
                text(lokasi).filter(t -> !t.isEmpty()));
    }

    /** Fills what was left blank. */
    void fillBlank(String kode, int year) {
        if (satker.get().isBlank()) {
            satker.set(kode);
        }
        if (tahun.get().isBlank()) {
            tahun.set(String.valueOf(year));
        }
    }

    /** What is still missing before a package could be signed; what is never submitted needs no KPPN. */
    static Set<Detail> missing(PackageDetails said, Rules rules) {
        Set<Detail> missing = EnumSet.noneOf(Detail.class);
        addIfEmpty(missing, said.jenis(), Detail.JENIS);
        addIfEmpty(missing, said.jabatan(), Detail.JABATAN);
        addIfEmpty(missing, said.satker(), Detail.SATKER);
        addIfEmpty(missing, said.tahun(), Detail.TAHUN);
        addIfEmpty(missing, said.lokasi(), Detail.LOKASI);
        if (said.jenis().map(j -> rules.of(j).submitted()).orElse(true)) {
            addIfEmpty(missing, said.kppn(), Detail.KPPN);
        }
        return missing;
    }

    private static void addIfEmpty(Set<Detail> missing, Optional<?> value, Detail detail) {
        if (value.isEmpty()) {
            missing.add(detail);
        }
    }

    private static Optional<String> text(StringProperty property) {
        return Optional.ofNullable(property.get()).map(String::strip);
    }
}
