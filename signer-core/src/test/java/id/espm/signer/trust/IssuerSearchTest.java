package id.espm.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.LivePki;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetched over real HTTP on loopback. */
class IssuerSearchTest {
    private static LivePki pki;
    private static IssuedKey official;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        pki = LivePki.start();
        official = pki.issue("Budi", KeyAlgorithm.RSA_2048);
    }

    @AfterEach
    void endFaults() {
        pki.server().faults().end();
    }

    @AfterAll
    static void stop() {
        pki.close();
    }

    @Test
    void issuersAreFetchedUpToTheRoot() {
        assertThat(length(RevocationSettings.usual())).isEqualTo(3);
    }

    @Test
    void nothingIsFetchedThatIsAtHand() {
        int before = pki.server().requests();
        try (IssuerSearch search = new IssuerSearch(RevocationSettings.usual())) {
            assertThat(search.chain(official.certificate(), official.chain().reversed(), Instant.now()))
                    .isEqualTo(official.chain());
        }
        assertThat(pki.server().requests()).isEqualTo(before);
    }

    @Test
    void nothingIsFetchedWhereTheSettingsForbidIt() {
        int before = pki.server().requests();

        assertThat(length(RevocationSettings.builder().fetchIssuers(false).build()))
                .isEqualTo(1);
        assertThat(length(RevocationSettings.builder().online(false).build())).isEqualTo(1);
        assertThat(pki.server().requests()).isEqualTo(before);
    }

    @Test
    void anIssuerThatIsNowhereEndsTheChain() {
        pki.server().faults().hideIssuers();

        assertThat(length(RevocationSettings.usual())).isEqualTo(1);
    }

    @Test
    void whatWasFetchedServesOffline() {
        length(RevocationSettings.builder().cacheFolder(folder).build());

        assertThat(length(RevocationSettings.builder()
                        .cacheFolder(folder)
                        .online(false)
                        .build()))
                .isEqualTo(3);
    }

    private static int length(RevocationSettings settings) {
        try (IssuerSearch search = new IssuerSearch(settings)) {
            return search.chain(official.certificate(), List.of(), Instant.now())
                    .size();
        }
    }
}
