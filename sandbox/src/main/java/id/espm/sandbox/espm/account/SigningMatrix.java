package id.espm.sandbox.espm.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who signs and who sends which jenis, and how many SPM go into one package. eSPM's own copy of the rule, written down
 * apart from the Signer's, so that a slip in one is caught by the other.
 *
 * @param source the regulation
 * @param date of the regulation
 * @param sign jabatan to the jenis it may sign (PER-10/PB/2018, Lampiran 5 and 7.3)
 * @param upload user level to the jenis it may send (Lampiran 5, numbers 21-22; 8.3.1)
 * @param spmKinds jenis whose numbers are SPM
 * @param maxSpm SPM in one Dokumen Elektronik SPM (Pasal 6(2))
 * @param tokenRequired jenis that need a security code (Lampiran 8.3.1)
 */
public record SigningMatrix(
        String source,
        String date,
        Map<String, Set<String>> sign,
        Map<AccountKind, Set<String>> upload,
        Set<String> spmKinds,
        int maxSpm,
        Set<String> tokenRequired) {
    private static final String RESOURCE = "signing-matrix.json";

    /** Reads the rule that comes with this program. */
    public static SigningMatrix load() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = SigningMatrix.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return json.readValue(in, SigningMatrix.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a holder of this jabatan may sign this jenis. */
    public boolean maySign(String jabatan, String jenis) {
        return sign.getOrDefault(jabatan, Set.of()).contains(jenis);
    }

    /** Whether this account may send this jenis: operators by level, officials what they sign themselves (Pasal 4(4)). */
    public boolean maySend(Account account, String jenis) {
        return account.kind() == AccountKind.PEJABAT
                ? account.appointments().stream().anyMatch(a -> a.active() && maySign(a.jabatan(), jenis))
                : upload.getOrDefault(account.kind(), Set.of()).contains(jenis);
    }

    /** How many SPM these numbers are: none unless the jenis is a kind of SPM. */
    public int countSpm(String jenis, List<String> nomor) {
        return spmKinds.contains(jenis) ? (int) nomor.stream().distinct().count() : 0;
    }
}
