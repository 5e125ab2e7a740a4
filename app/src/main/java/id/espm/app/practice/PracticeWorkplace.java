package id.espm.app.practice;

import id.espm.app.practice.PracticeWorld.Addresses;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.samples.Satker;
import id.espm.signer.Kppn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Sets a settings folder up for practice, as an official would set up the real one. */
final class PracticeWorkplace {
    private final PracticeFolder folder;
    private final Clock clock;

    PracticeWorkplace(PracticeFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void write(SettingsFolder settings, Addresses addresses, PracticePerson person) throws IOException {
        Satker satker = Satker.LATIHAN;
        settings.save(new UserProfile.Builder()
                .p12(Optional.of(person.p12()))
                .jabatan(Optional.of(person.jabatan()))
                .satker(Optional.of(new id.espm.signer.Satker(satker.kode())))
                .kppn(Optional.of(new Kppn(satker.kppn())))
                .tahun(Optional.of(clock.instant().atZone(satker.zona()).getYear()))
                .lokasi(Optional.of(satker.lokasi()))
                .zona(Optional.of(satker.zona()))
                .kppnZona(Optional.of(satker.zona()))
                .url(Optional.of(addresses.espm()))
                .user(Optional.of(person.user()))
                .signature(new SignatureSettings(Optional.empty(), List.of(addresses.tsa()), Optional.empty()))
                .build());
        Path trust = Files.createDirectories(settings.trust());
        for (String anchor : List.of("root.pem", "intermediate.pem")) {
            Files.copy(folder.trustAnchors().resolve(anchor), trust.resolve(anchor));
        }
    }
}
