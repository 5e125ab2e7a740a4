package id.espm.signer.key.pkcs12;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PassphraseTest {
    @Test
    void whatOpenedTheMacDoesNotChangeWhatIsTriedFirstOnKeys() {
        try (Passphrase passphrase = new Passphrase("kopi".toCharArray())) {
            passphrase.prefer(passphrase.forPkcs12().getFirst());

            assertThat(passphrase.forPkcs5().getFirst()).isEqualTo("kopi".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void whatWorkedIsTriedFirst() {
        try (Passphrase passphrase = new Passphrase("Mötley".toCharArray())) {
            byte[] latin1 = "Mötley".getBytes(StandardCharsets.ISO_8859_1);
            passphrase.prefer(passphrase.forPkcs5().get(1));

            assertThat(passphrase.forPkcs5().getFirst()).isEqualTo(latin1);
        }
    }

    @Test
    void allIsWipedAtTheEnd() {
        Passphrase passphrase = new Passphrase("kopi".toCharArray());
        var encodings = passphrase.forPkcs5();
        passphrase.close();

        assertThat(encodings).allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }
}
