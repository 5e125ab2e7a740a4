package id.espm.app.espm;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Subject;
import id.espm.signer.trust.TrustAnchors;
import java.time.InstantSource;
import java.util.HashSet;

/** A CA, eSPM's key for receipts, and an official, made once for all tests; nothing here changes. */
final class TestPki {
    static final CertificateAuthority CA = CertificateAuthority.inMemory(InstantSource.system());
    static final IssuedKey RECEIPTS = CA.issue(
            CertificateProfile.signer(Subject.named("eSPM LATIHAN").build()).build());

    private TestPki() {}

    static TrustAnchors anchors() {
        return new TrustAnchors(new HashSet<>(CA.anchors()));
    }

    static IssuedKey official() {
        return CA.issue(CertificateProfile.signer(
                        Subject.named("Siti Rahayu").nik("9999990101700001").build())
                .build());
    }

    static IssuedKey stranger() {
        return CertificateAuthority.inMemory(InstantSource.system())
                .issue(CertificateProfile.signer(Subject.named("eSPM LATIHAN").build())
                        .build());
    }
}
