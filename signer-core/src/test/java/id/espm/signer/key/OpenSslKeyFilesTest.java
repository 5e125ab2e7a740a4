package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every protection that OpenSSL can write, opened here. */
class OpenSslKeyFilesTest {
    private static final IssuedKey PPSPM = Officials.ppspm();
    private static final List<List<String>> WAYS = List.of(
            List.of("-keypbe", "AES-128-CBC", "-certpbe", "AES-192-CBC", "-macalg", "sha384"),
            List.of("-keypbe", "AES-256-CBC", "-certpbe", "camellia-256-cbc", "-macalg", "sha512"),
            List.of("-keypbe", "aria-128-cbc", "-certpbe", "sm4-cbc", "-macalg", "sha3-256"),
            List.of("-keypbe", "des-ede3-cbc", "-certpbe", "NONE", "-macalg", "blake2b512"),
            List.of("-keypbe", "PBE-SHA1-2DES", "-certpbe", "PBE-SHA1-RC2-128", "-macalg", "sha512-256"),
            List.of("-keypbe", "PBE-SHA1-RC4-128", "-certpbe", "PBE-SHA1-RC4-40", "-macalg", "md5"),
            List.of("-keypbe", "PBE-MD5-DES", "-certpbe", "PBE-SHA1-RC2-64", "-macalg", "sm3"),
            List.of("-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-RC2-40", "-macalg", "ripemd160"),
            List.of("-keypbe", "rc2-cbc", "-certpbe", "rc2-40-cbc", "-macalg", "whirlpool"),
            List.of("-keypbe", "NONE", "-certpbe", "NONE", "-nomaciter"),
            List.of("-nomac"));

    @TempDir
    Path folder;

    @Test
    void allOpen() throws Exception {
        Path pem = Officials.pem(PPSPM.chain(), folder.resolve("chain.pem"));
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(PPSPM.privateKey().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        int written = 0;
        for (List<String> way : WAYS) {
            Path file = folder.resolve("x.p12");
            List<String> command = new ArrayList<>(List.of("pkcs12", "-export", "-legacy", "-in", pem.toString()));
            command.addAll(List.of("-inkey", key.toString(), "-out", file.toString(), "-passout", "pass:kopi tubruk"));
            command.addAll(way);
            var result = Officials.judge("openssl").run(folder, command.toArray(String[]::new));
            if (result.exit() == 0) {
                written++;
                try (Secret secret = Secret.copyOf("kopi tubruk".toCharArray());
                        SigningKey opened = KeyFile.open(file, secret)) {
                    assertThat(opened.chain()).as("%s", way).isEqualTo(PPSPM.chain());
                }
            }
        }
        assertThat(written).isGreaterThan(WAYS.size() / 2);
    }

    @Test
    void aKeyOnACurveThatThePlatformDoesNotSignWithIsNamed() throws Exception {
        Path file = folder.resolve("x.p12");
        openssl("ecparam", "-name", "brainpoolP256r1", "-genkey", "-noout", "-out", "key.pem");
        openssl("req", "-x509", "-new", "-key", "key.pem", "-subj", "/CN=Uji", "-out", "c.pem");
        openssl("pkcs12", "-export", "-inkey", "key.pem", "-in", "c.pem", "-passout", "pass:kopi", "-out", "x.p12");

        try (Secret secret = Secret.copyOf("kopi".toCharArray())) {
            assertThat(catchThrowableOfType(SignerException.class, () -> KeyFile.open(file, secret))
                            .problem())
                    .isEqualTo(new Problem.KeyAlgorithmUnsupported(file, "EC brainpoolP256r1"));
        }
    }

    private void openssl(String... arguments) throws Exception {
        assertThat(Officials.judge("openssl").run(folder, arguments).exit()).isZero();
    }
}
