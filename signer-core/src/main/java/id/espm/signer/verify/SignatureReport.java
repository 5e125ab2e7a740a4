package id.espm.signer.verify;

import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsClaims;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The judgement of one signature.
 *
 * @param verdict         integrity, coverage and trust together
 * @param certificate     the signing certificate; proven to have signed only where the integrity holds
 * @param bag             every certificate that the signature brings along
 * @param claims          what the signer stated
 * @param provenTime      the time of a signature timestamp that holds, by an authority that leads to a trust anchor
 * @param level           the baseline level whose form it has, where it has any
 * @param algorithm       hash and signature algorithm, such as {@code SHA256WITHRSA}
 * @param coversWholeFile whether nothing of the file lies outside it; what long-term levels add to a PDF does
 * @param modifications   what was changed after the covered part and whether that is allowed, and what is out of the
 *     ordinary, in plain words of the format
 * @param opinion         what the second judge says, where one was heard and knows the signature
 */
public record SignatureReport(
        Verdict verdict,
        Optional<X509Certificate> certificate,
        List<X509Certificate> bag,
        CmsClaims claims,
        Optional<Instant> provenTime,
        Optional<SignatureLevel> level,
        String algorithm,
        boolean coversWholeFile,
        List<String> modifications,
        Optional<SignatureOpinion> opinion) {

    /** Keeps copies of the lists. */
    public SignatureReport {
        bag = List.copyOf(bag);
        modifications = List.copyOf(modifications);
    }

    /** A signature of which nothing but its failure is known. */
    static SignatureReport unreadable(Verdict verdict, CmsClaims claims) {
        return new SignatureReport(
                verdict,
                Optional.empty(),
                List.of(),
                claims,
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                List.of(),
                Optional.empty());
    }

    /** This one, after the second judge was heard. */
    SignatureReport with(Verdict both, Optional<SignatureOpinion> heard) {
        return new SignatureReport(
                both, certificate, bag, claims, provenTime, level, algorithm, coversWholeFile, modifications, heard);
    }

    /** This one, with something more that is out of the ordinary. */
    SignatureReport with(String remark) {
        List<String> more = new ArrayList<>(modifications);
        more.add(remark);
        return new SignatureReport(
                verdict, certificate, bag, claims, provenTime, level, algorithm, coversWholeFile, more, opinion);
    }
}
