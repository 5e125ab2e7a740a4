package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.NoEvidence;
import id.espm.signer.trust.evidence.ServiceAddresses;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;

/**
 * Whether a list tells of a certificate at all (RFC 5280 §5.2.4, §5.2.5, §6.3.3(b)). An issuer may keep several: one that is
 * about others would be silent about this one, and silence means "not revoked".
 */
final class CrlScope {
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.issuingDistributionPoint, Extension.authorityKeyIdentifier, Extension.cRLNumber);

    private CrlScope() {}

    /** @throws NoEvidence {@link RevocationGap#NOT_TOLD} */
    static void require(X509CRLHolder list, X509Certificate certificate) throws NoEvidence {
        if (list.getExtension(Extension.deltaCRLIndicator) != null) {
            throw unusable("delta CRL");
        }
        for (Object critical : list.getCriticalExtensionOIDs()) {
            if (!UNDERSTOOD.contains(critical)) {
                throw unusable("critical extension of a CRL: " + critical);
            }
        }
        Extension point = list.getExtension(Extension.issuingDistributionPoint);
        if (point != null) {
            require(IssuingDistributionPoint.getInstance(point.getParsedValue()), certificate);
        }
    }

    private static void require(IssuingDistributionPoint scope, X509Certificate certificate) throws NoEvidence {
        if (scope.isIndirectCRL()) {
            throw unusable("indirect CRL");
        }
        if (scope.getOnlySomeReasons() != null) {
            throw unusable("CRL for some reasons only");
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        if (scope.onlyContainsAttributeCerts()
                || (scope.onlyContainsCACerts() && !authority)
                || (scope.onlyContainsUserCerts() && authority)) {
            throw unusable("CRL of other certificates");
        }
        DistributionPointName name = scope.getDistributionPoint();
        if (name != null && !isNamedBy(certificate, name)) {
            throw unusable("CRL of another distribution point");
        }
    }

    private static boolean isNamedBy(X509Certificate certificate, DistributionPointName name) {
        if (name.getType() != DistributionPointName.FULL_NAME) {
            return false;
        }
        List<URI> own = ServiceAddresses.of(certificate).crl();
        return Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                .flatMap(one -> ServiceAddresses.uri(one).stream())
                .anyMatch(own::contains);
    }

    private static NoEvidence unusable(String why) {
        return new NoEvidence(RevocationGap.NOT_TOLD, why);
    }
}
