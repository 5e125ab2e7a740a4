package id.espm.sandbox.ca;

import id.espm.sandbox.ca.PkiAddresses.Service;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Turns a profile and a public key into a signed certificate (RFC 5280). */
final class CertificateMaker {
    static final String SIGNATURE = "SHA256withRSA";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final IssuedKey issuer;
    private final Issuer role;
    private final Optional<PkiAddresses> addresses;

    CertificateMaker(IssuedKey issuer, Issuer role, Optional<PkiAddresses> addresses) {
        this.issuer = issuer;
        this.role = role;
        this.addresses = addresses;
    }

    /** An end entity's certificate. */
    X509Certificate make(CertificateProfile profile, PublicKey key, Instant now) {
        CertificateProfile.Validity validity = profile.validity().orElseGet(() -> usualFrom(now.minus(BACKDATED)));
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer.certificate(),
                profile.serial().orElseGet(CertificateMaker::randomSerial),
                Date.from(validity.from()),
                Date.from(validity.to()),
                profile.subject().toX500Name(),
                key);
        try {
            addIdentifiers(builder, key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            addUsages(builder, profile);
            addAddresses(builder, profile);
            return sign(builder, issuer);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot encode a certificate", e);
        }
    }

    /** The intermediate's certificate, issued by the root. */
    X509Certificate makeIntermediate(Subject subject, PublicKey key, CertificateProfile.Validity validity) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer.certificate(),
                randomSerial(),
                Date.from(validity.from()),
                Date.from(validity.to()),
                subject.toX500Name(),
                key);
        try {
            addIdentifiers(builder, key);
            addAuthority(builder, new BasicConstraints(0));
            addAddresses(builder, CertificateProfile.signer(subject).build());
            return sign(builder, issuer);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot encode a certificate", e);
        }
    }

    /** The root's certificate, signed by itself. */
    static X509Certificate makeRoot(Subject subject, KeyPair keys, CertificateProfile.Validity validity) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject.toX500Name(),
                randomSerial(),
                Date.from(validity.from()),
                Date.from(validity.to()),
                subject.toX500Name(),
                keys.getPublic());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions().createSubjectKeyIdentifier(keys.getPublic()));
            addAuthority(builder, new BasicConstraints(true));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
        } catch (IOException | CertificateException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot make the root's certificate", e);
        }
    }

    private void addIdentifiers(X509v3CertificateBuilder builder, PublicKey key) throws IOException {
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions().createSubjectKeyIdentifier(key));
        // The key's hash alone: with issuer and serial too, some validators refuse a re-issued intermediate.
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions().createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
    }

    private static void addAuthority(X509v3CertificateBuilder builder, BasicConstraints constraints)
            throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static void addUsages(X509v3CertificateBuilder builder, CertificateProfile profile) throws IOException {
        if (!profile.keyUsages().isEmpty()) {
            int bits = profile.keyUsages().stream()
                    .mapToInt(CertificateProfile.KeyUse::mask)
                    .sum();
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
        }
        if (!profile.extendedKeyUsages().isEmpty()) {
            KeyPurposeId[] purposes = profile.extendedKeyUsages().stream()
                    .map(oid -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)))
                    .toArray(KeyPurposeId[]::new);
            builder.addExtension(
                    Extension.extendedKeyUsage, profile.criticalExtendedKeyUsage(), new ExtendedKeyUsage(purposes));
        }
        if (profile.ocspNoCheck()) {
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
    }

    private void addAddresses(X509v3CertificateBuilder builder, CertificateProfile profile) throws IOException {
        if (addresses.isEmpty()) {
            return;
        }
        ASN1EncodableVector access = new ASN1EncodableVector();
        if (profile.services().contains(Service.OCSP)) {
            access.add(new AccessDescription(
                    AccessDescription.id_ad_ocsp, uri(addresses.get().ocsp())));
        }
        if (profile.services().contains(Service.CA_ISSUERS)) {
            access.add(new AccessDescription(
                    AccessDescription.id_ad_caIssuers, uri(addresses.get().caIssuers(role))));
        }
        if (access.size() > 0) {
            builder.addExtension(Extension.authorityInfoAccess, false, new DERSequence(access));
        }
        if (profile.services().contains(Service.CRL)) {
            DistributionPointName name = new DistributionPointName(
                    new GeneralNames(uri(addresses.get().crl(role))));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(name, null, null)
            }));
        }
    }

    private static GeneralName uri(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, IssuedKey issuer) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(issuer.privateKey())));
        } catch (CertificateException | OperatorCreationException e) {
            throw new IllegalStateException("Cannot sign a certificate", e);
        }
    }

    private static CertificateProfile.Validity usualFrom(Instant from) {
        return new CertificateProfile.Validity(from, from.plus(CertificateProfile.LIFETIME));
    }

    private static JcaX509ExtensionUtils extensions() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-1", e);
        }
    }

    /** 160 bits less the sign, so that it is positive and fits RFC 5280's 20 octets; BSrE's are as long. */
    private static BigInteger randomSerial() {
        return new BigInteger(159, RANDOM).setBit(158);
    }
}
