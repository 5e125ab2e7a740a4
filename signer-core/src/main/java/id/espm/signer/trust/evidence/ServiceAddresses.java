package id.espm.signer.trust.evidence;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Where a certificate says that its issuer's services are (RFC 5280 §4.2.1.13, §4.2.2.1): HTTP and HTTPS only, the first few.
 * What cannot be read names nobody.
 *
 * @param ocsp    responders
 * @param crl     lists that tell of every reason and are signed by the issuer itself
 * @param issuers certificates of the issuer
 */
public record ServiceAddresses(List<URI> ocsp, List<URI> crl, List<URI> issuers) {
    private static final int MAX = 4;

    public static ServiceAddresses of(X509Certificate certificate) {
        List<AccessDescription> access = access(certificate);
        return new ServiceAddresses(
                chosen(access, AccessDescription.id_ad_ocsp),
                usable(points(certificate).flatMap(ServiceAddresses::names)),
                chosen(access, AccessDescription.id_ad_caIssuers));
    }

    private static List<AccessDescription> access(X509Certificate certificate) {
        try {
            return extension(certificate, Extension.authorityInfoAccess)
                    .map(AuthorityInformationAccess::getInstance)
                    .map(found -> List.of(found.getAccessDescriptions()))
                    .orElse(List.of());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The points whose list the issuer signs itself, for every reason. */
    private static Stream<DistributionPoint> points(X509Certificate certificate) {
        try {
            return extension(certificate, Extension.cRLDistributionPoints)
                    .map(CRLDistPoint::getInstance)
                    .map(found -> List.of(found.getDistributionPoints()))
                    .orElse(List.of())
                    .stream()
                    .filter(point -> point.getReasons() == null && point.getCRLIssuer() == null);
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static Stream<GeneralName> names(DistributionPoint point) {
        DistributionPointName name = point.getDistributionPoint();
        if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
            return Stream.empty();
        }
        return Arrays.stream(GeneralNames.getInstance(name.getName()).getNames());
    }

    private static Optional<byte[]> extension(X509Certificate certificate, ASN1ObjectIdentifier type) {
        return Optional.ofNullable(certificate.getExtensionValue(type.getId()))
                .map(wrapped -> ASN1OctetString.getInstance(wrapped).getOctets());
    }

    private static List<URI> chosen(List<AccessDescription> access, ASN1ObjectIdentifier method) {
        return usable(access.stream()
                .filter(description -> method.equals(description.getAccessMethod()))
                .map(AccessDescription::getAccessLocation));
    }

    private static List<URI> usable(Stream<GeneralName> names) {
        List<URI> found = new ArrayList<>();
        names.flatMap(name -> uri(name).stream()).distinct().limit(MAX).forEach(found::add);
        return List.copyOf(found);
    }

    /** The name as an address that can be asked. */
    public static Optional<URI> uri(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(name.getName().toString().strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean asked = scheme.equals("http") || scheme.equals("https");
            return asked && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
