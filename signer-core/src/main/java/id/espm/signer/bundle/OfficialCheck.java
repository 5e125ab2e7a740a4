package id.espm.signer.bundle;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether every document carries the same officials as the contents list; what it lacks or has too many is named. */
final class OfficialCheck {
    private OfficialCheck() {}

    static List<Finding> findings(List<SignatureReport> officials, List<FileReport> documents) {
        Set<X509Certificate> expected = certificates(officials);
        List<Finding> findings = new ArrayList<>();
        for (FileReport document : documents) {
            Set<X509Certificate> present = certificates(document.signatures());
            difference(expected, present).forEach(c -> findings.add(missing(document.name(), c)));
            difference(present, expected).forEach(c -> findings.add(missing(ContentsList.ENTRY, c)));
        }
        return findings;
    }

    private static Finding missing(String where, X509Certificate certificate) {
        return new Finding(
                Kind.SIGNER_MISSING,
                where + ": " + CertificateIdentity.of(certificate).nama());
    }

    private static Set<X509Certificate> difference(Set<X509Certificate> from, Set<X509Certificate> minus) {
        Set<X509Certificate> left = new HashSet<>(from);
        left.removeAll(minus);
        return left;
    }

    private static Set<X509Certificate> certificates(List<SignatureReport> signatures) {
        Set<X509Certificate> certificates = new HashSet<>();
        signatures.forEach(s -> s.certificate().ifPresent(certificates::add));
        return certificates;
    }
}
