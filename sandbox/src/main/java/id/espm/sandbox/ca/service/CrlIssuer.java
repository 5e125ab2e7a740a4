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
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
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

    public CrlIssuer(CertificateAuthority ca) {
        this.ca = ca;
    }

    /** The list as of now, DER; its number is thisUpdate in seconds since 1970, so that it only ever rises. */
    public byte[] current(Issuer issuer) {
        IssuedKey authority = ca.authority(issuer);
        Instant now = ca.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        X509v2CRLBuilder list =
                new JcaX509v2CRLBuilder(authority.certificate().getSubjectX500Principal(), Date.from(now));
        list.setNextUpdate(Date.from(now.plus(LIFETIME)));
        for (IssuedCertificate entry : ca.register()) {
            if (entry.issuer() == issuer && entry.revocation().isPresent()) {
                IssuedCertificate.Revocation revocation = entry.revocation().get();
                list.addCRLEntry(
                        entry.serial(),
                        Date.from(revocation.at()),
                        revocation.reason().code());
            }
        }
        try {
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getPublicKey()));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.privateKey()))
                    .getEncoded();
        } catch (IOException | NoSuchAlgorithmException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot make a CRL", e);
        }
    }
}
