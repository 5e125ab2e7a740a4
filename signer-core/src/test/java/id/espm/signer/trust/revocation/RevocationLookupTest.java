package id.espm.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.PkiServer;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.ca.PkiAddresses.Service;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.ca.Subject;
import id.espm.signer.Officials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Asked over real HTTP on loopback. */
class RevocationLookupTest {
    private static final Instant WHEN = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void ocspTellsGoodFromRevoked() throws Exception {
        CertificateAuthority ca = CertificateAuthority.inMemory(InstantSource.system(), PkiAddresses.onFreePort());
        IssuedKey good = issue(ca, EnumSet.of(Service.OCSP));
        IssuedKey revoked = issue(ca, EnumSet.of(Service.OCSP));
        ca.revoke(revoked.certificate(), RevocationReason.KEY_COMPROMISE, WHEN);
        try (PkiServer server = PkiServer.start(ca)) {
            assertThat(server.ocsp()).isNotNull();
            assertThat(RevocationLookup.ask(good.chain())).isEqualTo(new Revocation.Good());
            assertThat(RevocationLookup.ask(revoked.chain())).isEqualTo(new Revocation.Revoked(WHEN, "KEY_COMPROMISE"));
        }
    }

    @Test
    void theCrlIsAskedWhereThereIsNoOcsp() throws Exception {
        CertificateAuthority ca = CertificateAuthority.inMemory(InstantSource.system(), PkiAddresses.onFreePort());
        IssuedKey revoked = issue(ca, EnumSet.of(Service.CRL));
        ca.revoke(revoked.certificate(), RevocationReason.SUPERSEDED, WHEN);
        try (PkiServer server = PkiServer.start(ca)) {
            assertThat(server.crl()).isNotNull();
            assertThat(RevocationLookup.ask(revoked.chain())).isEqualTo(new Revocation.Revoked(WHEN, "SUPERSEDED"));
        }
    }

    @Test
    void nobodyAnsweringIsNoAllClear() throws Exception {
        CertificateAuthority ca = CertificateAuthority.inMemory(InstantSource.system(), PkiAddresses.onFreePort());

        assertThat(RevocationLookup.ask(issue(ca, EnumSet.allOf(Service.class)).chain()))
                .isInstanceOf(Revocation.Unknown.class);
        assertThat(RevocationLookup.ask(Officials.ppspm().chain())).isInstanceOf(Revocation.Unknown.class);
    }

    private static IssuedKey issue(CertificateAuthority ca, EnumSet<Service> services) {
        return ca.issue(CertificateProfile.signer(Subject.named("Pejabat").build())
                .services(services)
                .build());
    }
}
