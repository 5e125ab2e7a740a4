package id.espm.app.gui.settings;

import id.espm.app.espm.Profile.Appointment;
import id.espm.app.settings.KeySettings;
import id.espm.app.settings.KeySettings.RevocationMode;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.settings.UserProfile;
import id.espm.signer.Jabatan;
import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The profile as it is typed. What it does not show is kept as it was. */
public final class SettingsForm {
    private final Map<SettingsField, StringProperty> texts = new EnumMap<>(SettingsField.class);
    private final ObjectProperty<Optional<Jabatan>> jabatan = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ZoneId>> zona = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ZoneId>> kppnZona = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SignatureLevel>> level = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<RevocationMode> revocation = new SimpleObjectProperty<>(RevocationMode.WARN);

    private final BooleanProperty daily = new SimpleBooleanProperty();

    SettingsForm() {
        for (SettingsField field : SettingsField.values()) {
            texts.put(field, new SimpleStringProperty(""));
        }
    }

    /** The text of a field. */
    public StringProperty text(SettingsField field) {
        StringProperty text = texts.get(field);
        if (text == null) {
            throw new IllegalStateException("no field " + field);
        }
        return text;
    }

    public ObjectProperty<Optional<Jabatan>> jabatanProperty() {
        return jabatan;
    }

    /** The zone of claimed times. */
    public ObjectProperty<Optional<ZoneId>> zonaProperty() {
        return zona;
    }

    /** The local time of the KPPN. */
    public ObjectProperty<Optional<ZoneId>> kppnZonaProperty() {
        return kppnZona;
    }

    public ObjectProperty<Optional<SignatureLevel>> levelProperty() {
        return level;
    }

    public ObjectProperty<RevocationMode> revocationProperty() {
        return revocation;
    }

    /** Whether a newer version is asked for once in a day. */
    public BooleanProperty dailyProperty() {
        return daily;
    }

    /** All of it, to be listened to. */
    Observable[] all() {
        Observable[] choices = {jabatan, zona, kppnZona, level, revocation, daily};
        return Stream.concat(texts.values().stream(), Arrays.stream(choices)).toArray(Observable[]::new);
    }

    /** What breaks its rule. */
    Set<SettingsField> wrong() {
        Set<SettingsField> wrong = EnumSet.noneOf(SettingsField.class);
        texts.forEach((field, text) -> {
            if (!field.allows(text.get())) {
                wrong.add(field);
            }
        });
        return wrong;
    }

    void fill(UserProfile profile) {
        put(SettingsField.SATKER, profile.satker().map(Satker::kode));
        put(SettingsField.KPPN, profile.kppn().map(Kppn::kode));
        put(SettingsField.TAHUN, profile.tahun());
        put(SettingsField.LOKASI, profile.lokasi());
        put(SettingsField.ALASAN, profile.alasan());
        put(SettingsField.P12, profile.p12());
        put(SettingsField.SERIAL, profile.key().serial());
        put(SettingsField.PKCS11, profile.key().pkcs11());
        put(SettingsField.TOKEN, profile.key().token());
        put(SettingsField.URL, profile.url());
        put(SettingsField.USER, profile.user());
        put(
                SettingsField.TSA,
                Optional.of(String.join(
                        " ",
                        profile.signature().tsa().stream().map(URI::toString).toList())));
        put(SettingsField.TSA_USER, profile.signature().tsaUserFile());
        put(SettingsField.ADK_PASSWORD, profile.adkPasswordFile());
        jabatan.set(profile.jabatan());
        zona.set(profile.zona());
        kppnZona.set(profile.kppnZona());
        level.set(profile.signature().level());
        revocation.set(profile.key().revocation());
        daily.set(profile.updates().daily());
    }

    /** Takes what eSPM says of one position. */
    void take(Appointment appointment) {
        jabatan.set(Arrays.stream(Jabatan.values())
                .filter(each -> each.name().equals(appointment.jabatan()))
                .findFirst());
        put(SettingsField.SATKER, Optional.of(appointment.satker()));
        put(SettingsField.KPPN, Optional.of(appointment.kppn()));
        put(SettingsField.TAHUN, Optional.of(appointment.tahun()));
        kppnZona.set(Optional.of(appointment.zone()));
    }

    private void put(SettingsField field, Optional<?> value) {
        text(field).set(value.map(Object::toString).orElse(""));
    }

    /** What the fields come to; to be called only while none is wrong. */
    UserProfile profile(UserProfile base) {
        KeySettings key = new KeySettings(
                value(SettingsField.SERIAL, Function.identity()),
                value(SettingsField.PKCS11, Path::of),
                value(SettingsField.TOKEN, Function.identity()),
                base.key().nikPlaces(),
                revocation.get());
        return new UserProfile.Builder(base)
                .jabatan(jabatan.get())
                .satker(value(SettingsField.SATKER, Satker::new))
                .kppn(value(SettingsField.KPPN, Kppn::new))
                .kppnZona(kppnZona.get())
                .tahun(value(SettingsField.TAHUN, Integer::valueOf))
                .lokasi(value(SettingsField.LOKASI, Function.identity()))
                .alasan(value(SettingsField.ALASAN, Function.identity()))
                .zona(zona.get())
                .p12(value(SettingsField.P12, Path::of))
                .url(value(SettingsField.URL, URI::create))
                .user(value(SettingsField.USER, Function.identity()))
                .signature(new SignatureSettings(
                        level.get(),
                        SettingsField.addresses(text(SettingsField.TSA).get()),
                        value(SettingsField.TSA_USER, Path::of)))
                .key(key)
                .adkPasswordFile(value(SettingsField.ADK_PASSWORD, Path::of))
                .updates(base.updates().asking(daily.get()))
                .build();
    }

    private <T> Optional<T> value(SettingsField field, Function<String, T> reader) {
        return Optional.of(text(field).get().strip())
                .filter(text -> !text.isEmpty())
                .map(reader);
    }
}
