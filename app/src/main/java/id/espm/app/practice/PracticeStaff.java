package id.espm.app.practice;

import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.SignerException;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who may sign what in a practice folder. */
record PracticeStaff(PracticePerson ppspm, List<PracticeSample> samples) {

    /** @throws IOException if a sample or a certificate cannot be read */
    static PracticeStaff of(PracticeFolder folder, Clock clock) throws IOException {
        PracticeAccounts accounts = PracticeAccounts.of(folder, clock);
        List<PracticeSample> samples = new ArrayList<>();
        for (Jenis jenis : Jenis.values()) {
            Path sample = folder.packages().resolve(jenis.name());
            samples.add(new PracticeSample(jenis, sample, person(folder, signerOf(sample), accounts)));
        }
        return new PracticeStaff(person(folder, Jabatan.PPSPM, accounts), List.copyOf(samples));
    }

    private static PracticePerson person(PracticeFolder folder, Jabatan jabatan, PracticeAccounts accounts)
            throws IOException {
        PracticeOfficial official = folder.official(jabatan.name());
        return new PracticePerson(
                official.fullName(),
                jabatan,
                official.p12(),
                new String(official.passphrase()),
                PracticeAccounts.username(official.name()),
                accounts.password(official.name()));
    }

    /** The jabatan that the sample's own description names. */
    private static Jabatan signerOf(Path sample) throws IOException {
        try {
            return PackageFolder.read(sample, PackageDetails.none(), PackageDetails.none())
                    .jabatan();
        } catch (SignerException e) {
            throw new IOException("a practice sample is damaged: " + sample, e);
        }
    }
}
