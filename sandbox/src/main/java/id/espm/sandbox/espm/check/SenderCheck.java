package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.account.AccountKind;
import id.espm.sandbox.espm.account.Appointment;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import java.util.function.Predicate;

/** Whether this user may send this, and whether the named official may have signed it: before a byte is sent. */
public final class SenderCheck {
    private final AccountDirectory accounts;
    private final SigningMatrix matrix;

    public SenderCheck(AccountDirectory accounts, SigningMatrix matrix) {
        this.accounts = accounts;
        this.matrix = matrix;
    }

    /**
     * Checks user, satker, KPPN, year, jenis and certificate against each other, and the five-SPM rule.
     *
     * @throws Refusal {@code not-appointed}, {@code certificate-not-registered} or {@code too-many-spm}
     */
    public void check(Account sender, Declaration declaration) throws Refusal {
        if (!matrix.maySend(sender, declaration.jenis())) {
            throw notAppointed(
                    "Akun %s tidak berwenang mengirim %s.".formatted(sender.username(), declaration.jenis()));
        }
        // An official sends by right of the own signature (Pasal 4(4)), an operator by right of the post alone.
        Predicate<Appointment> counts = sender.kind() == AccountKind.PEJABAT
                ? a -> matrix.maySign(a.jabatan(), declaration.jenis())
                : a -> true;
        if (sender.appointments().stream().noneMatch(a -> holds(a, declaration) && counts.test(a))) {
            throw notAppointed("Akun %s tidak terdaftar untuk satker %s, KPPN %s, tahun %d."
                    .formatted(sender.username(), declaration.satker(), declaration.kppn(), declaration.tahun()));
        }
        checkCertificate(sender, declaration);
        checkCount(declaration);
    }

    private void checkCertificate(Account sender, Declaration declaration) throws Refusal {
        Account official = accounts.official(declaration.serial()).orElseThrow(() -> notRegistered(declaration));
        if (sender.kind() == AccountKind.PEJABAT && !sender.serials().contains(declaration.serial())) {
            throw new Refusal(
                            ProblemType.CERTIFICATE_NOT_REGISTERED,
                            "Sertifikat ini tidak terdaftar atas nama akun Anda. Pejabat hanya dapat mengirim dokumen yang"
                                    + " ditandatanganinya sendiri.")
                    .with("serial", declaration.serial().toString(16));
        }
        if (official.appointments().stream()
                .noneMatch(a -> holds(a, declaration) && matrix.maySign(a.jabatan(), declaration.jenis()))) {
            throw notAppointed("%s tidak berwenang menandatangani %s untuk satker %s tahun %d."
                    .formatted(official.name(), declaration.jenis(), declaration.satker(), declaration.tahun()));
        }
    }

    private void checkCount(Declaration declaration) throws Refusal {
        int spm = matrix.countSpm(declaration.jenis(), declaration.nomor());
        if (spm > matrix.maxSpm()) {
            throw new Refusal(
                            ProblemType.TOO_MANY_SPM,
                            "Satu Dokumen Elektronik SPM memuat paling banyak %d SPM, paket ini memuat %d: %s."
                                    .formatted(matrix.maxSpm(), spm, String.join(", ", declaration.nomor())))
                    .with("limit", matrix.maxSpm());
        }
    }

    private static boolean holds(Appointment appointment, Declaration declaration) {
        return appointment.holdsFor(declaration.satker(), declaration.tahun())
                && appointment.kppn().equals(declaration.kppn());
    }

    private static Refusal notAppointed(String detail) {
        return new Refusal(ProblemType.NOT_APPOINTED, detail);
    }

    private static Refusal notRegistered(Declaration declaration) {
        String serial = declaration.serial().toString(16);
        return new Refusal(
                        ProblemType.CERTIFICATE_NOT_REGISTERED,
                        "Sertifikat dengan nomor seri %s belum terdaftar di eSPM. Lakukan Download DS lebih dahulu."
                                .formatted(serial))
                .with("serial", serial);
    }
}
