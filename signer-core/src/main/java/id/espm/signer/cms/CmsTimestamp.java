package id.espm.signer.cms;

import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One timestamp after it was checked.
 *
 * @param integrity   whether it is of what it should be of and its own signature holds; it says nothing of trust in the
 *     authority. Indeterminate: of a kind that is not analysed here
 * @param time        what it says; to be relied on only if the integrity holds and the authority is trusted
 * @param certificate the authority's, where it was found
 * @param bag         the certificates that the token brings along
 */
public record CmsTimestamp(
        Verdict integrity, Optional<Instant> time, Optional<X509Certificate> certificate, List<X509Certificate> bag) {
    public CmsTimestamp {
        bag = List.copyOf(bag);
    }

    static CmsTimestamp broken(String detail) {
        Finding finding = new Finding(Finding.Kind.TIMESTAMP_BROKEN, detail);
        return new CmsTimestamp(new Verdict.Invalid(finding), Optional.empty(), Optional.empty(), List.of());
    }

    static CmsTimestamp notAnalysed(String detail) {
        Finding finding = new Finding(Finding.Kind.TIMESTAMP_BROKEN, detail);
        return new CmsTimestamp(new Verdict.Indeterminate(finding), Optional.empty(), Optional.empty(), List.of());
    }
}
