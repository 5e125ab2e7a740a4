package id.espm.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.signer.Finding;
import id.espm.signer.Officials;
import id.espm.signer.Problem.IssuerNotTrusted.ChainGap;
import id.espm.signer.Verdict;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateTrustTest {
    private static final String INTERMEDIATE = "CA LATIHAN BSrE (bukan sungguhan)";
    private static final Instant NOW = Instant.now();
    private static final Duration YEAR = Duration.ofDays(365);

    private final CertificateAuthority ca = Officials.ca();
    private final IssuedKey official = Officials.ppspm();

    @Test
    void theChainLeadsFromTheCertificateToTheAnchor() {
        assertThat(trust(ca.root().certificate()).examine(official.certificate(), official.chain(), NOW))
                .isEqualTo(new ChainVerdict.Trusted(official.chain()));
    }

    @Test
    void anIntermediateMayBeTheAnchor() {
        assertThat(trust(ca.intermediate().certificate()).examine(official.certificate(), List.of(), NOW))
                .isEqualTo(new ChainVerdict.Trusted(official.chain().subList(0, 2)));
    }

    @Test
    void anotherRootIsAnUnknownIssuer() throws Exception {
        CertificateAuthority stranger =
                CertificateAuthority.stranger(InstantSource.system(), PkiAddresses.onFreePort());
        IssuedKey other = stranger.issue(Officials.profile("Orang lain").build());

        assertThat(trust(ca.root().certificate()).examine(other.certificate(), other.chain(), NOW))
                .isEqualTo(
                        new ChainVerdict.Untrusted("Root CA LAIN LATIHAN (bukan sungguhan)", ChainGap.UNKNOWN_ISSUER));
    }

    @Test
    void aMissingIntermediateIsNamed() {
        assertThat(trust(ca.root().certificate()).examine(official.certificate(), List.of(), NOW))
                .isEqualTo(new ChainVerdict.Untrusted(INTERMEDIATE, ChainGap.INTERMEDIATE_MISSING));
    }

    @Test
    void anIssuerOfTheSameNameAndAnotherKeyBreaksTheChain() {
        CertificateAuthority namesake = CertificateAuthority.inMemory(InstantSource.system());

        assertThat(trust(ca.root().certificate()).examine(official.certificate(), namesake.anchors(), NOW))
                .isEqualTo(new ChainVerdict.Untrusted(INTERMEDIATE, ChainGap.CHAIN_BROKEN));
        assertThat(trust(namesake.intermediate().certificate()).judge(official.certificate(), official.chain(), NOW))
                .isEqualTo(new Verdict.Indeterminate(Finding.of(Finding.Kind.NO_CERTIFICATE_CHAIN_FOUND)));
    }

    /** As "OSD LU Kelas 2" since August 2026. */
    @Nested
    class AnAnchorThatHasExpired {
        private final CertificateAuthority old =
                CertificateAuthority.inMemory(InstantSource.fixed(NOW.minus(YEAR.multipliedBy(23))));
        private final X509Certificate anchor = old.intermediate().certificate();
        private final Instant inItsDays = anchor.getNotAfter().toInstant().minus(YEAR);
        private final X509Certificate signer = old.issue(
                        Officials.profile("Budi")
                                .validity(inItsDays.minus(YEAR), NOW.plus(YEAR))
                                .build(),
                        KeyAlgorithm.RSA_2048.generate())
                .certificate();

        @Test
        void vouchesForASignatureOfItsDays() {
            assertThat(anchor.getNotAfter().toInstant()).isBefore(NOW);
            assertThat(trust(anchor).judge(signer, List.of(), inItsDays)).isEqualTo(Verdict.valid());
            assertThat(trust(anchor).examine(signer, List.of(), inItsDays))
                    .isEqualTo(new ChainVerdict.Trusted(List.of(signer, anchor)));
        }

        @Test
        void doesNotVouchForOneOfToday() {
            assertThat(trust(anchor).judge(signer, List.of(), NOW))
                    .isEqualTo(new Verdict.Indeterminate(
                            new Finding(Finding.Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE, "EXPIRED")));
            assertThat(trust(anchor).examine(signer, List.of(), NOW))
                    .isEqualTo(new ChainVerdict.Untrusted(INTERMEDIATE, ChainGap.ISSUER_OUT_OF_DATE));
        }
    }

    private static CertificateTrust trust(X509Certificate anchor) {
        return new CertificateTrust(new TrustAnchors(Set.of(anchor)));
    }
}
