package id.espm.app.gui.sign;

import id.espm.signer.Difference;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import java.util.List;

/** Whether signing could begin now, and if not what is to be done first. */
public sealed interface SignReadiness {

    /** A certificate is to be chosen. */
    record NeedsCertificate() implements SignReadiness {}

    /** The certificate is known, its passphrase is to be typed. */
    record NeedsPassphrase() implements SignReadiness {}

    /** This certificate must not sign. */
    record CertificateForbids() implements SignReadiness {}

    /** A package is to be put together. */
    record NeedsPackage() implements SignReadiness {}

    /** These differences, which were confirmed once, are to be confirmed again. */
    record NeedsSecondLook(List<Difference> differences) implements SignReadiness {
        public NeedsSecondLook {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Everything is there.
     *
     * @param nama     who signs, as the certificate says
     * @param packages what is signed
     */
    record Ready(String nama, List<Part> packages) implements SignReadiness {
        public Ready {
            packages = List.copyOf(packages);
        }

        /** How many files are signed. */
        public int files() {
            return packages.stream().mapToInt(Part::files).sum();
        }
    }

    /**
     * One package in the sentence that sums up what is signed.
     *
     * @param jabatan as what
     * @param satker  for which work unit
     * @param jenis   what is signed
     * @param nomor   the numbers of its documents
     * @param files   how many files are signed
     * @param lokasi  where
     */
    record Part(Jabatan jabatan, Satker satker, Jenis jenis, List<String> nomor, int files, String lokasi) {
        public Part {
            nomor = List.copyOf(nomor);
        }
    }
}
