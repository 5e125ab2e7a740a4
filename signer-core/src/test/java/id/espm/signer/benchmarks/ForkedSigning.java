package id.espm.signer.benchmarks;

import id.espm.signer.CheckedFile;
import id.espm.signer.Jabatan;
import id.espm.signer.Satker;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.benchmarks.BenchCase.Kind;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;

/** A whole process that signs one file: opens the key file, signs, ends. {@code who input output keyFile}. */
final class ForkedSigning {
    static final String OURS_PDF = "ours-pdf";
    static final String OURS_ADK = "ours-adk";
    static final String PDF_BOX = "pdfbox";

    private ForkedSigning() {}

    public static void main(String[] arguments) throws Exception {
        Path input = Path.of(arguments[1]);
        Path output = Path.of(arguments[2]);
        Path keyFile = Path.of(arguments[3]);
        switch (arguments[0]) {
            case OURS_PDF -> ours(Kind.PDF, input, output, keyFile);
            case OURS_ADK -> ours(Kind.ADK, input, output, keyFile);
            case PDF_BOX -> pdfBox(input, output, keyFile);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void ours(Kind kind, Path input, Path output, Path keyFile) throws Exception {
        SigningContext context = new SigningContext(
                new SignerRole(Jabatan.PPSPM, new Satker("527010")),
                "Tolitoli",
                "Persetujuan SPM",
                ZonedDateTime.now());
        try (Secret secret = Secret.copyOf(BenchSigner.PASSPHRASE.toCharArray());
                SigningKey key = KeyFile.open(keyFile, secret)) {
            Ours.sign(kind, CheckedFile.of(input), context, key, output);
        }
    }

    private static void pdfBox(Path input, Path output, Path keyFile) throws Exception {
        char[] passphrase = BenchSigner.PASSPHRASE.toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyFile)) {
            store.load(in, passphrase);
        }
        String alias = store.aliases().nextElement();
        List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        PdfBoxExample.sign(input, output, (PrivateKey) store.getKey(alias, passphrase), chain);
    }
}
