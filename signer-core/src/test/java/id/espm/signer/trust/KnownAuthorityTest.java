package id.espm.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.espm.signer.Officials;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class KnownAuthorityTest {
    /** The certificate of OSD LU Kelas 2, which public programs carry (domain: certificates of the authorities). */
    static final String OSD_LU_KELAS_2 = """
            -----BEGIN CERTIFICATE-----
            MIIDhTCCAm2gAwIBAgIIbSOluGHGf6gwDQYJKoZIhvcNAQELBQAwRTEXMBUGA1UE
            AwwOT1NEIExVIEtlbGFzIDIxHTAbBgNVBAoMFExlbWJhZ2EgU2FuZGkgTmVnYXJh
            MQswCQYDVQQGEwJJRDAeFw0xNjA4MTgwNTA1MzlaFw0yNjA4MTgwNTA1MzlaMEUx
            FzAVBgNVBAMMDk9TRCBMVSBLZWxhcyAyMR0wGwYDVQQKDBRMZW1iYWdhIFNhbmRp
            IE5lZ2FyYTELMAkGA1UEBhMCSUQwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEK
            AoIBAQDXLoB1p2NBEM+4Uzs7D4RnSSFhw82AfWLS4A0tju6z6s4mbSWPuCYkp8OK
            /5LJFFphYBCpfCII3FxHcuKe4XEwTuuvW/tyzWql9j6YWWvmiiVLgodSVGJ0WeZs
            vMTnw9rDKt+b8q2rRnxD65FLeVpqU8AcD1MrM4lYh5cEJMtoEBKz99G5MC1pP7NW
            Ont1lQBwaqqqZs9th/mFEibzQYL+Y/qV0Qy/z5tlg8TwzyjP02d00ZLhQ2z7Zlnk
            ARPPgQvCiscmkvtBEsEbYlw302Ex1geedmcS/zCnh/DMY4IVuz8ikIo0LJc+Qx+r
            HyQagTTt0gks0Z9Di5W+WOtOpVlTAgMBAAGjeTB3MB0GA1UdDgQWBBTeKM2LvGti
            +a5k6Zb+zhLkrulvzzAPBgNVHRMBAf8EBTADAQH/MB8GA1UdIwQYMBaAFN4ozYu8
            a2L5rmTplv7OEuSu6W/PMBQGA1UdIAQNMAswCQYHYIJoAQIBATAOBgNVHQ8BAf8E
            BAMCAYYwDQYJKoZIhvcNAQELBQADggEBAHg2HTn7u7WVGTiKIEQfUYpQW8p88rF6
            7bzgBv5vGqB/+agi00GR03/brxYm2lKf7JseMg8CY9ECa2Aq6f7IgFoJuJ6vOH7g
            Dgej+3KTZ8IzHuEGXI1tQX6TopuqXgYClUCA57bnwk1krWSfPZmmQsqcOR1/lgyv
            96m+NDPNZ0uojEQqCQQQFwGD04KpNbmmgVIYFJ6chXYEsashUjF3dlBlit0jwb70
            8qOM9PwbxS8I6oV+oQky2bJ31AHgCV4PC0DRDuG+HYr3gOO/HqhCkGWfa2EcGryd
            DWhjipoYxmkI4TZi5A1gyAhNCx7hvaU0hl9gfVAiNMNc+8A+/OtCoQ4=
            -----END CERTIFICATE-----
            """;

    private final KnownAuthorities known = KnownAuthorities.builtIn();

    @Test
    void theListSaysWhereItComesFrom() {
        assertThat(known.source()).isNotBlank();
        assertThat(known.date()).isEqualTo("2026-11-22");
        assertThat(known.authorities())
                .extracting(KnownAuthority::name)
                .containsExactly("OSD LU Kelas 2", "BSRE CA DS G1", "Root CA Indonesia DS G1", "OSD DEMO");
    }

    @Test
    void anAuthorityIsRecognisedByItsFingerprint() throws Exception {
        X509Certificate osd = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(OSD_LU_KELAS_2.getBytes(StandardCharsets.US_ASCII)));

        assertThat(known.recognise(osd)).contains(known.authorities().getFirst());
        assertThat(known.isImpostor(osd)).isFalse();
    }

    @Test
    void itsNameAloneIsAnImpostor() throws Exception {
        X509Certificate namesake = HandmadeAuthority.root("bsre  ca ds g1", true);

        assertThat(known.recognise(namesake)).isEmpty();
        assertThat(known.isImpostor(namesake)).isTrue();
    }

    @Test
    void anyOtherAuthorityIsNeither() {
        X509Certificate root = Officials.ca().root().certificate();

        assertThat(known.recognise(root)).isEmpty();
        assertThat(known.isImpostor(root)).isFalse();
    }

    @Test
    void onlyADemoMayBeKnownByAPartOfItsFingerprint() {
        String part = "755C3FC16A810C6D7C5ABC57AE361E";

        assertThat(new KnownAuthority("OSD DEMO", "", part, true).sha256()).isEqualTo(part);
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownAuthority("OSD", "", part, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownAuthority("OSD DEMO", "", "755C", true));
    }
}
