package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.judge.JudgedSignature;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed: each a registered official in a post that may sign this jenis for this satker, the same officials on
 * every document (PER-10/PB/2018 Lampiran 1.9: active identities validate what the operator sent).
 */
final class SignerCheck {
    private static final Pattern ROLE = Pattern.compile("([A-Z_]+); satker (\\d{6})");
    private static final String OFFICIAL = "META-INF/signature-paket-";

    private final AccountDirectory accounts;
    private final SigningMatrix matrix;

    SignerCheck(AccountDirectory accounts, SigningMatrix matrix) {
        this.accounts = accounts;
        this.matrix = matrix;
    }

    void check(List<JudgedSignature> signatures, Set<String> documents, Declaration declaration) throws Refusal {
        for (JudgedSignature signature : signatures) {
            checkSigner(signature, declaration);
        }
        Map<String, Set<BigInteger>> signers = signers(signatures);
        Set<BigInteger> officials = new LinkedHashSet<>();
        signers.forEach((document, serials) -> {
            if (document.startsWith(OFFICIAL)) {
                officials.addAll(serials);
            }
        });
        for (String document : documents) {
            if (!officials.equals(signers.getOrDefault(document, Set.of()))) {
                throw new Refusal(
                                ProblemType.SIGNATURE_INVALID,
                                "Dokumen tidak ditandatangani oleh pejabat yang sama dengan paketnya.")
                        .with("document", document);
            }
        }
        Set<BigInteger> sealers = signers.getOrDefault(ManifestCheck.SEAL, Set.of());
        if (!officials.containsAll(sealers) || !sealers.equals(Set.of(declaration.serial()))) {
            throw Faults.invalid(
                    "Paket tidak disegel dengan sertifikat yang dinyatakan saat pengiriman.", ManifestCheck.SEAL);
        }
    }

    private static Map<String, Set<BigInteger>> signers(List<JudgedSignature> signatures) {
        Map<String, Set<BigInteger>> signers = new LinkedHashMap<>();
        for (JudgedSignature signature : signatures) {
            Set<BigInteger> of =
                    signers.computeIfAbsent(SignatureCheck.entry(signature.document()), d -> new LinkedHashSet<>());
            signature.certificateSerial().ifPresent(of::add);
        }
        return signers;
    }

    private void checkSigner(JudgedSignature signature, Declaration declaration) throws Refusal {
        BigInteger serial = signature
                .certificateSerial()
                .orElseThrow(() -> SignatureCheck.invalid(signature, "Sertifikat penandatangan tidak ditemukan."));
        Account official = accounts.official(serial)
                .orElseThrow(() -> new Refusal(
                                ProblemType.CERTIFICATE_NOT_REGISTERED,
                                "Sertifikat dengan nomor seri %s belum terdaftar di eSPM."
                                        .formatted(serial.toString(16)))
                        .with("serial", serial.toString(16))
                        .with("document", SignatureCheck.entry(signature.document())));
        if (signature.claimedRoles().size() != 1) {
            throw SignatureCheck.invalid(signature, "Tanda tangan tidak menyebut jabatan dan satker penandatangan.");
        }
        Matcher role = ROLE.matcher(signature.claimedRoles().getFirst());
        if (!role.matches()) {
            throw SignatureCheck.invalid(signature, "Jabatan dan satker pada tanda tangan tidak dapat dibaca.");
        }
        checkRole(official, role.group(1), role.group(2), declaration);
    }

    private void checkRole(Account official, String jabatan, String satker, Declaration declaration) throws Refusal {
        boolean holds = official.appointments().stream()
                .anyMatch(a -> a.jabatan().equals(jabatan) && a.holdsFor(satker, declaration.tahun()));
        if (!holds || !satker.equals(declaration.satker()) || !matrix.maySign(jabatan, declaration.jenis())) {
            throw new Refusal(
                    ProblemType.NOT_APPOINTED,
                    "%s sebagai %s satker %s tidak berwenang menandatangani %s satker %s tahun %d."
                            .formatted(
                                    official.name(),
                                    jabatan,
                                    satker,
                                    declaration.jenis(),
                                    declaration.satker(),
                                    declaration.tahun()));
        }
    }
}
