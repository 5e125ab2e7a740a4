package id.espm.sandbox.espm;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Subject;
import java.math.BigInteger;

/** Someone who signs, and the role that the signature will claim; an empty role claims none. */
record TestOfficial(IssuedKey key, String role) {
    static TestOfficial issue(CertificateAuthority ca, String name, String role) {
        return new TestOfficial(
                ca.issue(CertificateProfile.signer(Subject.named(name).build()).build()), role);
    }

    TestOfficial as(String otherRole) {
        return new TestOfficial(key, otherRole);
    }

    BigInteger serial() {
        return key.certificate().getSerialNumber();
    }
}
