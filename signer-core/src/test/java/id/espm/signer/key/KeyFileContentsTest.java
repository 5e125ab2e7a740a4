package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.EnumSet;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with what no sound program writes, or several keys. */
class KeyFileContentsTest {
    private static final String PASSPHRASE = "kopi tubruk";
    private static final IssuedKey PPSPM = Officials.ppspm();
    private static final IssuedKey OTHER = Officials.issue("Pejabat lain", KeyAlgorithm.EC_P256);

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("x.p12");
    }

    private static PfxMaker maker() {
        return new PfxMaker(PASSPHRASE);
    }

    @Test
    void aKeyInTheClearWithoutMacOpensByAnyPassphrase() throws Exception {
        maker().clearKey(PPSPM.privateKey(), "1")
                .clearCertificate(PPSPM.certificate(), "1")
                .writeWithoutMac(file);

        requireOpensTo(PPSPM, "apa saja");
    }

    @Test
    void withoutMacTheCipherTellsAWrongPassphrase() throws Exception {
        maker().official(PPSPM, "1").writeWithoutMac(file);

        requireOpensTo(PPSPM, PASSPHRASE);
        assertThat(problem("salah")).isEqualTo(new Problem.WrongPassphrase(file, false));
    }

    @Test
    void aKeyUnderAnotherPassphraseIsToldFromAWrongOne() throws Exception {
        maker().key(PPSPM.privateKey(), "1", "lain sekali")
                .certificate(PPSPM.certificate(), "1")
                .write(file);

        assertThat(problem(PASSPHRASE)).isEqualTo(new Problem.KeyPassphraseDiffers(file));
        assertThat(problem("lain sekali")).isEqualTo(new Problem.KeyPassphraseDiffers(file));
        assertThat(problem("salah")).isEqualTo(new Problem.WrongPassphrase(file, false));
    }

    @Test
    void aKeyIsPairedByWhatItIsAndNotByItsLabel() throws Exception {
        maker().key(PPSPM.privateKey(), "")
                .certificate(OTHER.certificate(), "")
                .certificate(PPSPM.certificate(), "")
                .write(file);
        requireOpensTo(PPSPM, PASSPHRASE);

        maker().key(PPSPM.privateKey(), "sama")
                .certificate(PPSPM.chain().getLast(), "sama")
                .certificate(PPSPM.certificate(), "sama")
                .write(file);
        requireOpensTo(PPSPM, PASSPHRASE);
    }

    @Test
    void theChainIsPutInOrderWhateverTheOrderOfTheFile() throws Exception {
        PfxMaker maker = maker();
        for (int i = PPSPM.chain().size() - 1; i >= 0; i--) {
            maker.certificate(PPSPM.chain().get(i), "");
        }
        maker.key(PPSPM.privateKey(), "").write(file);

        try (SigningKey key = open(PASSPHRASE, KeyOpening.usual())) {
            assertThat(key.chain()).isEqualTo(PPSPM.chain());
        }
    }

    @Test
    void aKeyWithoutCertificateIsSaidSo() throws Exception {
        maker().key(PPSPM.privateKey(), "1").write(file);
        assertThat(problem(PASSPHRASE)).isEqualTo(new Problem.KeyWithoutCertificate(file));

        maker().key(PPSPM.privateKey(), "1")
                .certificate(OTHER.certificate(), "2")
                .write(file);
        assertThat(problem(PASSPHRASE)).isEqualTo(new Problem.KeyWithoutCertificate(file));
    }

    @Test
    void aKeyLabelledAsAnotherCertificatesIsAMismatch() throws Exception {
        maker().key(OTHER.privateKey(), "1")
                .certificate(PPSPM.certificate(), "1")
                .write(file);

        assertThat(problem(PASSPHRASE)).isEqualTo(new Problem.KeyCertificateMismatch(file));
    }

    @Test
    void theSameKeyTwiceCountsOnce() throws Exception {
        maker().official(PPSPM, "1").key(PPSPM.privateKey(), "2").write(file);

        requireOpensTo(PPSPM, PASSPHRASE);
    }

    @Test
    void aKeyOfAnUnsupportedAlgorithmIsNamedAndHindersNoOther() throws Exception {
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        maker().key(edwards.getPrivate(), "9")
                .certificate(PPSPM.certificate(), "")
                .write(file);
        assertThat(problem(PASSPHRASE)).isEqualTo(new Problem.KeyAlgorithmUnsupported(file, "Ed25519"));

        maker().key(edwards.getPrivate(), "9").official(PPSPM, "1").write(file);
        requireOpensTo(PPSPM, PASSPHRASE);
    }

    @Test
    void anIterationBombIsRefusedBeforeAnythingIsComputed() throws Exception {
        maker().official(PPSPM, "1").iterations(0x10000).write(file);
        byte[] bytes = Files.readAllBytes(file);
        // The MAC's iterations stand last: INTEGER 0x010000 becomes 0x7F0000.
        bytes[bytes.length - 3] = 0x7f;
        Files.write(file, bytes);

        long before = System.nanoTime();
        Problem problem = problem(PASSPHRASE);

        assertThat(problem).isInstanceOf(Problem.KeyFileTooCostly.class);
        assertThat(((Problem.KeyFileTooCostly) problem).iterations()).isGreaterThanOrEqualTo(0x7f0000);
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void aKeyUnderScryptOpens() throws Exception {
        var encryptor = new JcePKCSPBEOutputEncryptorBuilder(
                        new ScryptConfig.Builder(1 << 14, 8, 1)
                                .withSaltLength(16)
                                .build(),
                        NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(new BouncyCastleProvider())
                .build(PASSPHRASE.toCharArray());
        maker().key(PPSPM.privateKey(), "1", encryptor)
                .clearCertificate(PPSPM.certificate(), "1")
                .writeWithoutMac(file);

        requireOpensTo(PPSPM, PASSPHRASE);
        assertThat(problem("salah")).isEqualTo(new Problem.WrongPassphrase(file, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mötley Crüe", "Rp 1.000 €", "ꦲꦏ꧀ꦱꦫ 🎵"})
    void aPassphraseOfAnyLettersOpens(String passphrase) throws Exception {
        new PfxMaker(passphrase).official(PPSPM, "1").write(file);

        requireOpensTo(PPSPM, passphrase);
        assertThat(problem(passphrase + "x")).isEqualTo(new Problem.WrongPassphrase(file, false));
    }

    @Test
    void aSerialNumberChoosesInAnySpelling() throws Exception {
        IssuedKey low = Officials.ca()
                .issue(Officials.profile("Nol")
                        .serial(new BigInteger("0AB3", 16))
                        .build());
        maker().official(PPSPM, "1").official(low, "2").write(file);

        for (String serial : List.of("0AB3", "ab3", "0a:b3", "00 0A B3", "0xAB3")) {
            try (SigningKey key = open(PASSPHRASE, KeyOpening.usual().with(KeyChoice.bySerial(serial)))) {
                assertThat(key.certificate()).isEqualTo(low.certificate());
                assertThat(key.passedOver()).containsExactly(KeyChoice.offered(PPSPM.certificate()));
            }
        }
    }

    @Test
    void aSerialNumberThatIsNotThereIsSaidSoWithThoseThatAre() throws Exception {
        maker().official(PPSPM, "1").write(file);

        SignerException e = catchThrowableOfType(
                SignerException.class,
                () -> open(PASSPHRASE, KeyOpening.usual().with(KeyChoice.bySerial("bukan nomor")))
                        .close());

        assertThat(e.problem())
                .isEqualTo(new Problem.KeyNotFound(
                        file.toString(), "bukan nomor", List.of(KeyChoice.offered(PPSPM.certificate()))));
    }

    @Test
    void theOneThatMaySignIsTakenAndTheOthersAreTold() throws Exception {
        IssuedKey encryption = Officials.ca()
                .issue(Officials.profile("Penyandi")
                        .keyUsages(EnumSet.of(KeyUse.KEY_ENCIPHERMENT))
                        .build());
        maker().official(encryption, "1").official(PPSPM, "2").write(file);

        try (SigningKey key = open(PASSPHRASE, KeyOpening.usual())) {
            assertThat(key.certificate()).isEqualTo(PPSPM.certificate());
            assertThat(key.passedOver()).containsExactly(KeyChoice.offered(encryption.certificate()));
        }
    }

    @Test
    void twoThatMaySignAreOffered() throws Exception {
        maker().official(PPSPM, "1").official(OTHER, "2").write(file);

        assertThat(problem(PASSPHRASE))
                .isEqualTo(new Problem.SeveralKeys(
                        file.toString(),
                        List.of(KeyChoice.offered(PPSPM.certificate()), KeyChoice.offered(OTHER.certificate()))));
    }

    @Test
    void theKindOfAFileIsToldWithoutPassphrase() throws Exception {
        maker().official(PPSPM, "1").write(file);
        Path pdf = Files.writeString(folder.resolve("x.pdf"), "%PDF-1.7");
        Path missing = folder.resolve("tidak-ada.p12");

        assertThat(KeyFile.objectionToKind(file)).isEmpty();
        assertThat(KeyFile.objectionToKind(pdf)).contains(new Problem.NotPkcs12(pdf));
        assertThat(KeyFile.objectionToKind(missing)).contains(new Problem.FileUnreadable(missing));
    }

    @Test
    void otherPlacesForTheNikAreLookedAtOnRequest() throws Exception {
        maker().official(PPSPM, "1").write(file);

        try (SigningKey key = open(PASSPHRASE, KeyOpening.usual().with(new NikPlaces(List.of("2.5.4.97"))))) {
            assertThat(key.identity().nik()).isEmpty();
        }
    }

    private void requireOpensTo(IssuedKey issued, String passphrase) throws SignerException {
        try (SigningKey key = open(passphrase, KeyOpening.usual())) {
            assertThat(key.certificate()).isEqualTo(issued.certificate());
            assertThat(key.sign(new byte[] {1}, DigestAlgorithm.SHA256)).isNotEmpty();
        }
    }

    private SigningKey open(String passphrase, KeyOpening opening) throws SignerException {
        try (Secret secret = secret(passphrase)) {
            return KeyFile.open(file, secret, opening);
        }
    }

    private Problem problem(String passphrase) {
        return catchThrowableOfType(
                        SignerException.class,
                        () -> open(passphrase, KeyOpening.usual()).close())
                .problem();
    }

    private static Secret secret(String passphrase) {
        return Secret.copyOf(passphrase.toCharArray());
    }
}
