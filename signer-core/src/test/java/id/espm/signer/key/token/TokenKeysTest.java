package id.espm.signer.key.token;

import static id.espm.signer.key.token.SoftHsm.PIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.key.token.Token.Pin;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.verify.PdfFileVerifier;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenKeysTest {
    @TempDir
    static Path folder;

    private static final Map<KeyAlgorithm, IssuedKey> KEYS = new EnumMap<>(KeyAlgorithm.class);
    private static SoftHsm hsm;

    @BeforeAll
    static void fillTheTokens() throws Exception {
        List<String> labels =
                new ArrayList<>(Stream.of(KeyAlgorithm.values()).map(Enum::name).toList());
        labels.addAll(List.of("Dua Kunci", "Kosong", "Kembar", "Kembar"));
        hsm = SoftHsm.withTokens(Files.createDirectory(folder.resolve("many")), labels.toArray(String[]::new));
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            KEYS.put(algorithm, Officials.issue("Siti " + algorithm, algorithm));
            hsm.put(algorithm.name(), "siti", KEYS.get(algorithm));
        }
        hsm.put("Dua Kunci", "siti", KEYS.get(KeyAlgorithm.RSA_2048));
        hsm.put("Dua Kunci", "siti-ec", KEYS.get(KeyAlgorithm.EC_P256));
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyKindOfKeySignsWithEveryHashOnTheToken(KeyAlgorithm algorithm) throws Exception {
        try (SigningKey key = open(hsm.request(algorithm.name()))) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                assertThat(key.sign(new byte[] {1, 2, 3}, digest)).isNotEmpty();
            }
            assertThat(key.chain()).isEqualTo(KEYS.get(algorithm).chain());
            assertThat(key.provider().map(Provider::getName)).get().asString().startsWith("SunPKCS11-eSPM");
        }
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theJudgesAcceptAPdfAndAnAdkSignedOnTheToken(KeyAlgorithm algorithm) throws Exception {
        Path pdf = folder.resolve(algorithm + ".pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf.toFile());
        }
        Path adk = Files.write(folder.resolve(algorithm + ".zip"), new byte[50_000]);
        Path signedPdf = folder.resolve(algorithm + "-signed.pdf");
        Path signedAdk = folder.resolve(algorithm + ".p7m");
        try (SigningKey key = open(hsm.request(algorithm.name()));
                OutputStream pdfOut = Files.newOutputStream(signedPdf);
                OutputStream adkOut = Files.newOutputStream(signedAdk)) {
            new PdfSigner(SigningMethod.basic())
                    .sign(PdfSigningRequest.of(CheckedFile.of(pdf), Officials.context()), key, pdfOut);
            new AdkSigner(Officials.context(), SigningMethod.basic()).sign(CheckedFile.of(adk), key, adkOut);
        }

        assertThat(new PdfFileVerifier(Officials.trusting())
                        .verify("signed", FileRegion.whole(signedPdf))
                        .verdict())
                .isEqualTo(Verdict.valid());
        Path out = folder.resolve(algorithm + ".out");
        assertThat(Officials.openssl(signedAdk, Officials.anchorsPem(folder), Optional.empty(), out)
                        .output())
                .contains("CMS Verification successful");
        assertThat(Files.mismatch(adk, out)).isNegative();
        // NSS, by which pdfsig judges, knows no PSS in CMS.
        if (algorithm != KeyAlgorithm.RSA_PSS_2048) {
            ForeignTool.Result pdfsig = Officials.judge("pdfsig").run(folder, "-nocert", signedPdf.toString());
            assertThat(pdfsig.output()).contains("Signature is Valid.");
        }
    }

    @Test
    void severalThreadsSignAtOnce() throws Exception {
        IssuedKey issued = KEYS.get(KeyAlgorithm.RSA_2048);
        try (SigningKey key = open(hsm.request("RSA_2048"));
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<byte[]>> values = new ArrayList<>();
            for (byte i = 0; i < 60; i++) {
                byte[] data = {i};
                values.add(threads.submit(() -> key.sign(data, DigestAlgorithm.SHA256)));
            }
            for (byte i = 0; i < 60; i++) {
                Signature verifying = Signature.getInstance("SHA256withRSA");
                verifying.initVerify(issued.certificate());
                verifying.update(new byte[] {i});
                assertThat(verifying.verify(values.get(i).get())).isTrue();
            }
        }
    }

    @Test
    void theProgramsListOfProvidersStaysAsItWas() throws Exception {
        List<Provider> before = List.of(Security.getProviders());
        try (SigningKey key = open(hsm.request("RSA_2048"))) {
            assertThat(Security.getProviders()).containsExactlyElementsOf(before);
            assertThat(key.toString()).doesNotContain(PIN);
        }
        assertThat(Security.getProviders()).containsExactlyElementsOf(before);
    }

    @Test
    void closingLogsOutSoThatThePinIsNeededAgain() throws Exception {
        SigningKey closed = open(hsm.request("RSA_2048"));
        closed.close();
        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> closed.sign(new byte[1], DigestAlgorithm.SHA256));
        assertThat(trouble(hsm.request("RSA_2048"), "000000")).isEqualTo(Trouble.PIN_WRONG);
        try (SigningKey again = open(hsm.request("RSA_2048"))) {
            assertThat(again.sign(new byte[1], DigestAlgorithm.SHA256)).isNotEmpty();
        }
    }

    @Test
    void openingAndClosingManyTimesUsesUpNoSessions() throws Exception {
        for (int i = 0; i < 40; i++) {
            open(hsm.request("EC_P256")).close();
        }
        try (SigningKey key = open(hsm.request("EC_P256"))) {
            assertThat(key.certificate())
                    .isEqualTo(KEYS.get(KeyAlgorithm.EC_P256).certificate());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "1", "", "271828 "})
    void aWrongPinIsToldAsSuchAndTheRightOneStillOpens(String pin) throws Exception {
        assertThat(trouble(hsm.request("RSA_2048"), pin)).isEqualTo(Trouble.PIN_WRONG);
        open(hsm.request("RSA_2048")).close();
    }

    @Test
    void thePinStaysTheCallersAndIsNotWipedByOpening() throws Exception {
        try (Secret pin = Secret.copyOf(PIN.toCharArray())) {
            TokenKeys.open(hsm.request("RSA_2048"), pin).close();
            assertThat(pin.<String>use(String::new)).isEqualTo(PIN);
        }
    }

    @Test
    void theTokensAreListedWithoutAPin() throws Exception {
        List<Token> tokens = TokenKeys.tokens(hsm.library());

        assertThat(tokens)
                .extracting(Token::label)
                .containsExactlyInAnyOrder(
                        "RSA_2048",
                        "RSA_3072",
                        "RSA_PSS_2048",
                        "EC_P256",
                        "EC_P384",
                        "Dua Kunci",
                        "Kosong",
                        "Kembar",
                        "Kembar");
        assertThat(tokens).allSatisfy(token -> {
            assertThat(token.manufacturer()).isEqualTo("SoftHSM project");
            assertThat(token.serial()).hasSize(16);
            assertThat(token.ownPinEntry()).isFalse();
        });
        assertThat(tokens.stream().filter(token -> token.isCalled("Kosong")))
                .extracting(Token::pin)
                .containsExactly(Pin.USABLE);
    }

    @Test
    void theSigningCertificatesAreListedWithoutAPin() throws Exception {
        assertThat(TokenKeys.certificates(hsm.request("Dua Kunci")))
                .containsExactlyInAnyOrder(
                        KEYS.get(KeyAlgorithm.RSA_2048).certificate(),
                        KEYS.get(KeyAlgorithm.EC_P256).certificate());
        assertThat(TokenKeys.certificates(hsm.request("Kosong"))).isEmpty();
    }

    @Test
    void ofSeveralKeysTheOneWithTheSerialNumberIsOpenedAndNoneSilently() throws Exception {
        Problem several = problem(hsm.request("Dua Kunci"), PIN);
        String serial = CertificateIdentity.of(KEYS.get(KeyAlgorithm.EC_P256).certificate())
                .serialHex();

        assertThat(several)
                .isInstanceOfSatisfying(
                        Problem.SeveralKeys.class,
                        p -> assertThat(p.offered())
                                .extracting(Problem.OfferedKey::nama)
                                .containsExactlyInAnyOrder("Siti RSA_2048", "Siti EC_P256"));
        for (String written : List.of(serial, serial.toLowerCase(Locale.ROOT), "00:" + serial)) {
            try (SigningKey key = open(withSerial("Dua Kunci", written))) {
                assertThat(key.identity().serialHex()).isEqualTo(serial);
            }
        }
        assertThat(problem(withSerial("Dua Kunci", "BADC0DE"), PIN)).isInstanceOf(Problem.KeyNotFound.class);
        assertThat(problem(withSerial("Dua Kunci", "bukan angka"), PIN)).isInstanceOf(Problem.KeyNotFound.class);
    }

    @Test
    void anEmptyTokenHasNoKey() {
        assertThat(trouble(hsm.request("Kosong"), PIN)).isEqualTo(Trouble.NO_KEY);
    }

    @Test
    void anotherNameIsNoTokenAndTellsWhatIsThere() {
        TokenUnusable problem = (TokenUnusable) problem(hsm.request("Lain"), PIN);

        assertThat(problem.trouble()).isEqualTo(Trouble.NO_TOKEN);
        assertThat(problem.detail()).contains("RSA_2048", "Kosong");
    }

    @Test
    void tokensOfOneLabelAreToldApartByTheirSerialNumber() throws Exception {
        TokenUnusable problem = (TokenUnusable) problem(hsm.request("Kembar"), PIN);
        String serial = TokenKeys.tokens(hsm.library()).stream()
                .filter(token -> token.isCalled("Kembar"))
                .findFirst()
                .orElseThrow()
                .serial();

        assertThat(problem.trouble()).isEqualTo(Trouble.SEVERAL_TOKENS);
        assertThat(problem.detail()).contains(serial);
        assertThat(trouble(hsm.request(serial), PIN)).isEqualTo(Trouble.NO_KEY);
    }

    @Test
    void severalTokensAreToldByTheirLabelsWhereNoneIsNamed() {
        TokenUnusable problem = (TokenUnusable) problem(TokenRequest.of(hsm.library()), PIN);

        assertThat(problem.trouble()).isEqualTo(Trouble.SEVERAL_TOKENS);
        assertThat(problem.source()).isEqualTo(hsm.library().toString());
    }

    @Nested
    class OtherLibraries {
        @Test
        void theOnlyKeyOfTheOnlyTokenNeedsNoName(@TempDir(cleanup = CleanupMode.ALWAYS) Path other) throws Exception {
            SoftHsm single = SoftHsm.withTokens(other, "Satu");
            single.put("Satu", "siti", Officials.ppspm());

            try (SigningKey key = open(TokenRequest.of(single.library()))) {
                assertThat(key.certificate()).isEqualTo(Officials.ppspm().certificate());
            }
        }

        @Test
        void withoutAnyTokenThereIsNone(@TempDir Path other) throws Exception {
            SoftHsm none = SoftHsm.withTokens(other);

            assertThat(TokenKeys.tokens(none.library())).isEmpty();
            assertThat(trouble(TokenRequest.of(none.library()), PIN)).isEqualTo(Trouble.NO_TOKEN);
        }
    }

    private static TokenRequest withSerial(String token, String serial) {
        return new TokenRequest(hsm.library(), Optional.of(token), KeyChoice.bySerial(serial));
    }

    private static SigningKey open(TokenRequest request) throws SignerException {
        try (Secret pin = Secret.copyOf(PIN.toCharArray())) {
            return TokenKeys.open(request, pin);
        }
    }

    private static Trouble trouble(TokenRequest request, String pin) {
        return ((TokenUnusable) problem(request, pin)).trouble();
    }

    private static Problem problem(TokenRequest request, String pin) {
        try (Secret secret = Secret.copyOf(pin.toCharArray())) {
            return catchThrowableOfType(
                            SignerException.class,
                            () -> TokenKeys.open(request, secret).close())
                    .problem();
        }
    }
}
