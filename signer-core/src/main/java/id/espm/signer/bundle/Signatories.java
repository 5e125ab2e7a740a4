package id.espm.signer.bundle;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.SignerRole;
import id.espm.signer.Verdict;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.SignatureReport;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has signed a bundle, and who may still do so. It is no verdict: the roles are what the signers stated, and whether all
 * who may sign must sign is said by no rule.
 *
 * @param jenis   what the bundle is
 * @param signed  each official with a signature over the contents list that is not invalid, in the order of signing
 * @param missing the positions that may sign this jenis and have not, in the order of {@link Jabatan}
 */
public record Signatories(Jenis jenis, List<Signatory> signed, List<Jabatan> missing) {

    public Signatories {
        signed = List.copyOf(signed);
        missing = List.copyOf(missing);
    }

    /**
     * One official.
     *
     * @param certificate by which he signed
     * @param jabatan     as what, as he stated it
     */
    public record Signatory(X509Certificate certificate, Jabatan jabatan) {
        /** The name in the certificate. */
        public String nama() {
            return CertificateIdentity.of(certificate).nama();
        }
    }

    /** Those of a bundle as it was judged; nothing where it has no contents list that can be read. */
    public static Optional<Signatories> of(BundleReport bundle, Rules rules) {
        return bundle.contents().map(contents -> {
            List<Signatory> signed = signed(bundle.report().signatures());
            Set<Jabatan> done = EnumSet.noneOf(Jabatan.class);
            signed.forEach(one -> done.add(one.jabatan()));
            Set<Jabatan> may = rules.of(contents.jenis()).jabatan();
            List<Jabatan> missing = Arrays.stream(Jabatan.values())
                    .filter(jabatan -> may.contains(jabatan) && !done.contains(jabatan))
                    .toList();
            return new Signatories(contents.jenis(), signed, missing);
        });
    }

    /** Whether officials in several positions may sign, so that who is missing is worth telling. */
    public boolean several(Rules rules) {
        return rules.of(jenis).jabatan().size() > 1;
    }

    /** The seal is by one of the officials, who is not told of twice. */
    private static List<Signatory> signed(List<SignatureReport> signatures) {
        List<Signatory> signed = new ArrayList<>();
        for (SignatureReport signature : signatures) {
            Optional<Jabatan> jabatan =
                    signature.claims().claimedRole().flatMap(SignerRole::parse).map(SignerRole::jabatan);
            if (jabatan.isPresent()
                    && signature.certificate().isPresent()
                    && !(signature.verdict() instanceof Verdict.Invalid)) {
                Signatory one = new Signatory(signature.certificate().get(), jabatan.get());
                if (!signed.contains(one)) {
                    signed.add(one);
                }
            }
        }
        return signed;
    }
}
