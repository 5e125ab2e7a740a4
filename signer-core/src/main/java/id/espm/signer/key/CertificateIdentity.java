package id.espm.signer.key;

import id.espm.signer.Nik;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a certificate says of its owner, in the words of PER-10/PB/2018, Lampiran 7.3: Nama, NIK, Unit Organisasi, Instansi.
 * It is what the certificate claims; whether its issuer is trusted is another question.
 *
 * @param nama           the owner's name (CN, or the whole name where it has none)
 * @param nik            the owner's NIK, where the certificate shows one
 * @param unitOrganisasi the organisational unit (OU), or an empty text
 * @param instansi       the organisation (O), or an empty text
 * @param serial         the serial number
 * @param issuer         the issuer's name (CN, or the whole name where it has none)
 * @param notBefore      start of validity
 * @param notAfter       end of validity
 */
public record CertificateIdentity(
        String nama,
        Optional<Nik> nik,
        String unitOrganisasi,
        String instansi,
        BigInteger serial,
        String issuer,
        Instant notBefore,
        Instant notAfter) {
    private static final String ORGANISATION = "2.5.4.10";
    private static final String ORGANISATIONAL_UNIT = "2.5.4.11";

    /** Reads the certificate's subject and issuer, and the NIK where it usually stands. */
    public static CertificateIdentity of(X509Certificate certificate) {
        return of(certificate, NikPlaces.usual());
    }

    /** Reads the certificate's subject and issuer, and the NIK at these places. */
    public static CertificateIdentity of(X509Certificate certificate, NikPlaces nikPlaces) {
        DistinguishedName subject = DistinguishedName.of(certificate.getSubjectX500Principal());
        DistinguishedName issuer = DistinguishedName.of(certificate.getIssuerX500Principal());
        return new CertificateIdentity(
                subject.commonNameOrAll(),
                subject.nik(nikPlaces),
                subject.first(ORGANISATIONAL_UNIT).orElse(""),
                subject.first(ORGANISATION).orElse(""),
                certificate.getSerialNumber(),
                issuer.commonNameOrAll(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** The serial number in upper-case hexadecimal digits, an even count. */
    public String serialHex() {
        String hex = serial.toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }
}
