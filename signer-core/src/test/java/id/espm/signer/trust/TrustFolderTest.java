package id.espm.signer.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustFolderTest {
    private final X509Certificate root = Officials.ca().root().certificate();
    private final X509Certificate intermediate = Officials.ca().intermediate().certificate();

    @TempDir
    Path dir;

    private Path trust;
    private TrustFolder folder;

    @BeforeEach
    void makeFolder() {
        trust = dir.resolve("trust");
        folder = new TrustFolder(trust);
    }

    @Test
    void aFolderThatIsNotThereIsEmpty() throws Exception {
        assertThat(folder.list()).isEmpty();
    }

    @Test
    void whatIsAddedIsTrustedUnderANameThatTellsIt() throws Exception {
        List<TrustedCertificate> added = folder.add(pem("ca.pem", intermediate, root));

        assertThat(added).extracting(TrustedCertificate::certificate).containsExactly(intermediate, root);
        assertThat(added.getFirst().file().getFileName())
                .hasToString("CA-LATIHAN-BSrE-bukan-sungguhan-"
                        + TrustAnchors.fingerprint(intermediate)
                                .replace(":", "")
                                .substring(0, 16) + ".pem");
        assertThat(TrustAnchors.read(trust).certificates()).containsExactlyInAnyOrder(intermediate, root);
    }

    @Test
    void derIsTakenAndKeptAsPem() throws Exception {
        Path file = Files.write(dir.resolve("ca.cer"), root.getEncoded());

        folder.add(file);

        assertThat(folder.list()).hasSize(1);
        assertThat(folder.list().getFirst().file()).content().startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void pkcs7IsTaken() throws Exception {
        ForeignTool openssl = Officials.judge("openssl");
        pem("ca.pem", intermediate, root);
        openssl.run(dir, "crl2pkcs7", "-nocrl", "-certfile", "ca.pem", "-outform", "DER", "-out", "ca.p7b");

        assertThat(folder.add(dir.resolve("ca.p7b"))).hasSize(2);
    }

    @Test
    void whatIsThereAlreadyStaysAsItIs() throws Exception {
        Path byHand = Files.createDirectories(trust).resolve("own.crt");
        Files.write(byHand, root.getEncoded());

        assertThat(folder.add(pem("ca.pem", root)))
                .extracting(TrustedCertificate::file)
                .containsExactly(byHand);
        assertThat(files()).containsExactly(byHand);
    }

    @Test
    void whoeverIsNoAuthorityIsRefusedAndNothingIsAdded() throws Exception {
        Path file = pem("ca.pem", root, Officials.ppspm().certificate());

        assertThat(problem(file)).isEqualTo(new Problem.TrustAnchorNotCa(file, "Siti Rahmawati, S.E."));
        assertThat(folder.list()).isEmpty();
    }

    @Test
    void aRootIsAnAuthorityUnlessItDeniesIt() throws Exception {
        Path denied = pem("denied.pem", HandmadeAuthority.root("Bukan CA", false));

        assertThat(folder.add(pem("old.pem", HandmadeAuthority.old("CA lama")))).hasSize(1);
        assertThat(problem(denied)).isInstanceOf(Problem.TrustAnchorNotCa.class);
    }

    @Test
    void anAuthorityOfKnownNameAndUnknownFingerprintIsRefused() throws Exception {
        X509Certificate impostor = HandmadeAuthority.root("BSRE CA DS G1", true);
        Path file = pem("bsre.pem", impostor);

        assertThat(problem(file))
                .isEqualTo(new Problem.TrustAnchorImpostor(file, "BSRE CA DS G1", TrustAnchors.fingerprint(impostor)));
        assertThat(folder.list()).isEmpty();
    }

    @Test
    void aKnownAuthorityIsNamed() throws Exception {
        Path file = Files.writeString(dir.resolve("osd.pem"), KnownAuthorityTest.OSD_LU_KELAS_2);

        folder.add(file);

        assertThat(folder.list()).singleElement().satisfies(one -> {
            assertThat(one.fingerprint()).startsWith("21:78:09:5B:3C:C0");
            assertThat(one.known()).map(KnownAuthority::organisation).contains("Lembaga Sandi Negara");
        });
    }

    @Test
    void oneIsRemovedByTheBeginningOfItsFingerprint() throws Exception {
        folder.add(pem("ca.pem", intermediate, root));

        assertThat(folder.remove(TrustAnchors.fingerprint(root).substring(0, 11).toLowerCase(Locale.ROOT))
                        .certificate())
                .isEqualTo(root);
        assertThat(folder.list()).extracting(TrustedCertificate::certificate).containsExactly(intermediate);
    }

    @Test
    void othersInTheSameFileStay() throws Exception {
        Files.createDirectories(trust);
        Files.copy(pem("ca.pem", intermediate, root), trust.resolve("both.pem"));

        folder.remove(TrustAnchors.fingerprint(root));

        assertThat(TrustAnchors.readFile(trust.resolve("both.pem"))).containsExactly(intermediate);
    }

    @Test
    void aFingerprintThatIsTooShortOrOfNoneRemovesNothing() throws Exception {
        folder.add(pem("ca.pem", root));

        for (String wrong : List.of("", TrustAnchors.fingerprint(root).substring(0, 5), "00112233")) {
            SignerException refused = catchThrowableOfType(SignerException.class, () -> folder.remove(wrong));
            assertThat(refused.problem()).isEqualTo(new Problem.TrustAnchorNotFound(wrong));
        }
        assertThat(folder.list()).hasSize(1);
    }

    @Test
    void filesThatAreNoneOrTooLargeAreRefused() throws Exception {
        Path text = Files.writeString(dir.resolve("text.pem"), "halo");
        Path large = Files.write(dir.resolve("large.pem"), new byte[2 << 20]);

        assertThat(problem(text)).isEqualTo(new Problem.TrustAnchorUnreadable(text));
        assertThat(problem(large)).isEqualTo(new Problem.TrustAnchorUnreadable(large));
    }

    private Problem problem(Path file) {
        return catchThrowableOfType(SignerException.class, () -> folder.add(file))
                .problem();
    }

    private Path pem(String name, X509Certificate... certificates) throws IOException {
        return Officials.pem(List.of(certificates), dir.resolve(name));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(trust)) {
            return listed.toList();
        }
    }
}
