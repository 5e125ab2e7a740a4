package id.espm.sandbox.ca.service;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedCertificate;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs the list of what an authority revoked (RFC 5280, section 5). Revoked certificates stay on it after they expired.
 */
public final class CrlIssuer {
    /** From thisUpdate to nextUpdate. */
    public static final Duration LIFETIME = Duration.ofDays(1);

    private final CertificateAuthority ca;
    private final WrongSigners wrong;

    public CrlIssuer(CertificateAuthority ca) {
        this.ca = ca;
        this.wrong = new WrongSigners(ca);
    }

    /** The list as of now, DER; its number is thisUpdate in seconds since 1970, so that it only ever rises. */
    public byte[] current(Issuer issuer) {
        return current(issuer, Optional.empty());
    }

    /** The list as of now, wrong in a way. */
    public byte[] current(Issuer issuer, Optional<CrlFault> fault) {
        IssuedKey authority = ca.authority(issuer);
        boolean stale = fault.equals(Optional.of(CrlFault.STALE));
        Instant from = ca.clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(stale ? LIFETIME.multipliedBy(2) : Duration.ZERO);
        X509v2CRLBuilder list =
                new JcaX509v2CRLBuilder(authority.certificate().getSubjectX500Principal(), Date.from(from));
        list.setNextUpdate(Date.from(from.plus(LIFETIME)));
        addEntries(list, issuer, fault);
        boolean forged = fault.equals(Optional.of(CrlFault.FORGED));
        IssuedKey signer = forged ? wrong.impostor().authority(issuer) : authority;
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getPublicKey()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.getEpochSecond())));
            addScope(list, fault);
            return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.privateKey()))
                    .getEncoded();
        } catch (IOException | NoSuchAlgorithmException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot make a CRL", e);
        }
    }

    private void addEntries(X509v2CRLBuilder list, Issuer issuer, Optional<CrlFault> fault) {
        boolean removed = fault.equals(Optional.of(CrlFault.REMOVED));
        for (IssuedCertificate entry : ca.register()) {
            if (entry.issuer() == issuer && entry.revocation().isPresent()) {
                IssuedCertificate.Revocation revocation = entry.revocation().get();
                list.addCRLEntry(
                        entry.serial(),
                        Date.from(revocation.at()),
                        removed ? CRLReason.removeFromCRL : revocation.reason().code());
            }
        }
    }

    private static void addScope(X509v2CRLBuilder list, Optional<CrlFault> fault) throws IOException {
        boolean elsewhere = fault.equals(Optional.of(CrlFault.OTHER_POINT));
        boolean authorities = fault.equals(Optional.of(CrlFault.AUTHORITIES_ONLY));
        boolean indirect = fault.equals(Optional.of(CrlFault.INDIRECT));
        if (elsewhere || authorities || indirect) {
            GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, "http://127.0.0.1/lain.crl");
            DistributionPointName point = elsewhere ? new DistributionPointName(new GeneralNames(name)) : null;
            list.addExtension(
                    Extension.issuingDistributionPoint,
                    true,
                    new IssuingDistributionPoint(point, false, authorities, null, indirect, false));
        }
        if (fault.equals(Optional.of(CrlFault.DELTA))) {
            list.addExtension(Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.ONE));
        }
    }
}
