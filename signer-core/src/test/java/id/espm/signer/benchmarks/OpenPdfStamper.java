package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

/** A PDF signed by OpenPDF's stamper in append mode, with Bouncy Castle's CMS. Compiled in the profile {@code bench} alone. */
final class OpenPdfStamper implements Contenders.MayBeMissing {
    private static final int SIGNATURE_SIZE = 9_472;

    @Override
    public List<Contender> contenders(BenchSigner signer) {
        return List.of(Contender.signing("OpenPDF", Kind.PDF, input -> output -> sign(input, output, signer)));
    }

    private static void sign(Path input, Path output, BenchSigner signer) throws IOException {
        PdfReader reader = new PdfReader(input.toString());
        try (OutputStream out = Files.newOutputStream(output)) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, "\0", null, true);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            PdfSignature dictionary = new PdfSignature(PdfName.ADOBE_PPKLITE, new PdfName("adbe.pkcs7.detached"));
            dictionary.setName("Pejabat");
            dictionary.setLocation("Tolitoli");
            dictionary.setReason("Persetujuan SPM");
            dictionary.setDate(new PdfDate(appearance.getSignDateNullSafe()));
            appearance.setCryptoDictionary(dictionary);
            appearance.preClose(new HashMap<>(Map.of(PdfName.CONTENTS, SIGNATURE_SIZE * 2 + 2)));
            PdfDictionary value = new PdfDictionary();
            value.put(PdfName.CONTENTS, contents(appearance, signer));
            appearance.close(value);
        } finally {
            reader.close();
        }
    }

    private static PdfString contents(PdfSignatureAppearance appearance, BenchSigner signer) throws IOException {
        try (InputStream content = appearance.getRangeStream()) {
            byte[] cms = BouncyCastleCms.detached(
                    content, signer.issued().privateKey(), signer.issued().chain());
            return new PdfString(Arrays.copyOf(cms, SIGNATURE_SIZE)).setHexWriting(true);
        }
    }
}
