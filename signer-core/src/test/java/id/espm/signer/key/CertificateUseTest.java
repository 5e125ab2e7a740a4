package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateUseTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aCertificateOfAnOfficialMaySign() {
        assertThat(CertificateUse.objection(Officials.ppspm().certificate(), NOW))
                .isEmpty();
    }

    @Test
    void anExpiredOneSaysSinceWhen() {
        IssuedKey expired = valid(NOW.minus(Duration.ofDays(40)), NOW.minus(Duration.ofDays(10)));

        assertThat(CertificateUse.objection(expired.certificate(), NOW))
                .contains(new Problem.CertificateExpired(NOW.minus(Duration.ofDays(10))));
    }

    @Test
    void anEarlyOneSaysFromWhen() {
        IssuedKey early = valid(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(10)));

        assertThat(CertificateUse.objection(early.certificate(), NOW))
                .contains(new Problem.CertificateNotYetValid(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void oneForEncryptionOnlyMayNotSign() {
        IssuedKey encryption = Officials.ca()
                .issue(Officials.profile("Penyandi")
                        .keyUsages(EnumSet.of(KeyUse.KEY_ENCIPHERMENT))
                        .build());

        assertThat(CertificateUse.objection(encryption.certificate(), NOW))
                .contains(new Problem.WrongKeyUsage(List.of("keyEncipherment")));
    }

    private static IssuedKey valid(Instant from, Instant to) {
        return Officials.ca()
                .issue(Officials.profile("Pejabat").validity(from, to).build());
    }
}
