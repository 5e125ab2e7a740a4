package id.espm.app.gui.sign;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import java.util.List;

/** Whether signing could begin now, and if not what is to be done first. */
public sealed interface SignReadiness {

    /** Step 1 is to be done. */
    record NeedsCertificate() implements SignReadiness {}

    /** The certificate is known, its passphrase is to be typed. */
    record NeedsPassphrase() implements SignReadiness {}

    /** This certificate must not sign. */
    record CertificateForbids() implements SignReadiness {}

    /** Step 2 is to be done. */
    record NeedsPackage() implements SignReadiness {}

    /**
     * Everything is there.
     *
     * @param nama    who signs, as the certificate says
     * @param jabatan as what
     * @param satker  for which work unit
     * @param jenis   what is signed
     * @param nomor   the numbers of its documents
     * @param files   how many files are signed
     * @param lokasi  where
     */
    record Ready(String nama, Jabatan jabatan, Satker satker, Jenis jenis, List<String> nomor, int files, String lokasi)
            implements SignReadiness {
        public Ready {
            nomor = List.copyOf(nomor);
        }
    }
}
