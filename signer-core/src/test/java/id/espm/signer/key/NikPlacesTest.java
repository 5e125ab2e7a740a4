package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.signer.Nik;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NikPlacesTest {
    private static final Nik NIK = new Nik("7271011708750003");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Siti,OID.2.5.4.13=7271011708750003_Tanda Tangan Elektronik",
                "CN=Siti,SERIALNUMBER=7271011708750003",
                "CN=Siti,UID=NIK:7271011708750003",
                "CN=Siti,OID.2.5.4.45=7271011708750003",
                "CN=Siti,SERIALNUMBER=199001012015021001,SERIALNUMBER=7271011708750003"
            })
    void theUsualPlacesAreLookedAt(String name) {
        assertThat(nik(name, NikPlaces.usual())).contains(NIK);
    }

    @Test
    void theFirstPlaceWins() {
        String name = "SERIALNUMBER=7271011708750003,UID=1111111111111111";
        NikPlaces other = new NikPlaces(List.of("0.9.2342.19200300.100.1.1", "2.5.4.5"));

        assertThat(nik(name, NikPlaces.usual())).contains(NIK);
        assertThat(nik(name, other)).contains(new Nik("1111111111111111"));
    }

    @Test
    void eighteenDigitsAreANipAndNoNik() {
        assertThat(nik("SERIALNUMBER=199001012015021001", NikPlaces.usual())).isEmpty();
    }

    @Test
    void aNameWhoseBytesAreNoTextHasNoNikAndStopsNothing() throws Exception {
        byte[] name = new X500Principal("SERIALNUMBER=7271011708750003,CN=Siti").getEncoded();
        int at = new String(name, StandardCharsets.ISO_8859_1).indexOf("Siti");
        name[at - 2] = 0x0c;
        name[at] = (byte) 0xff;
        DistinguishedName damaged = DistinguishedName.of(new X500Principal(name));

        assertThat(damaged.nik(NikPlaces.usual())).contains(NIK);
        assertThat(damaged.commonNameOrAll()).isNotEmpty();
    }

    @Test
    void whatIsNoListOfOidsIsRefused() {
        assertThatThrownBy(() -> new NikPlaces(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NikPlaces(List.of("serialNumber"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Nik> nik(String name, NikPlaces places) {
        return DistinguishedName.of(new X500Principal(name)).nik(places);
    }
}
