package id.espm.signer.cms;

import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * One SignerInfo after it was checked.
 *
 * @param value       the hash of the signature value, which tells one signature from another
 * @param integrity   whether the content is what was signed and the value verifies under the certificate's key; it says
 *     nothing of trust in the certificate
 * @param certificate the signing certificate, where the signature brings it along
 * @param bag         every certificate that the signature brings along
 * @param claims      what the signer stated
 * @param algorithm   hash and signature algorithm, such as {@code SHA256WITHRSA}
 * @param bound       whether a signing-certificate attribute binds the signature to the certificate (RFC 5035)
 * @param weakness    the hash or the key that is too weak to be relied on today, if one is
 * @param sentOrder   whether it verifies only with its signed attributes as they were sent, and not in DER order
 * @param remarks     what is out of the ordinary but does no harm, in plain words
 * @param evidence    what was added after signing
 */
public record CmsSignature(
        Sha256 value,
        Verdict integrity,
        Optional<X509Certificate> certificate,
        List<X509Certificate> bag,
        CmsClaims claims,
        String algorithm,
        boolean bound,
        Optional<String> weakness,
        boolean sentOrder,
        List<String> remarks,
        CmsEvidence evidence) {

    public CmsSignature {
        bag = List.copyOf(bag);
        remarks = List.copyOf(remarks);
    }
}
