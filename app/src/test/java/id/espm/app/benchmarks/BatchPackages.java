package id.espm.app.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Packages as an office has them: one ADK of 30 KB and three scans of 200 KB each, all of them different. */
final class BatchPackages {
    private static final int ADK = 30_000;
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 199;
    private static final String[] LAMPIRAN = {"spm", "kuitansi", "sk"};

    private final Random random = new Random(20_261_122);

    void write(Path folder, int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            String nomor = String.format(Locale.ROOT, "%05dA", i);
            Path paket = Files.createDirectories(folder.resolve("paket-" + nomor));
            byte[] adk = new byte[ADK];
            random.nextBytes(adk);
            Files.write(paket.resolve(nomor + ".zip"), adk);
            for (String lampiran : LAMPIRAN) {
                Files.write(paket.resolve(nomor + "-" + lampiran + ".pdf"), scan());
            }
        }
    }

    /** A page with one incompressible grey image, as a scanner makes it. */
    private byte[] scan() throws IOException {
        byte[] grey = new byte[WIDTH * HEIGHT];
        random.nextBytes(grey);
        byte[] content = ascii("595 0 0 842 0 0 cm /I Do");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(grey.length + 2_000);
        List<Integer> offsets = new ArrayList<>();
        pdf.write(ascii("%PDF-1.4\n"));
        object(pdf, offsets, "<</Type/Catalog/Pages 2 0 R>>", null);
        object(pdf, offsets, "<</Type/Pages/Kids[3 0 R]/Count 1>>", null);
        object(
                pdf,
                offsets,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
                null);
        object(pdf, offsets, "<</Length " + content.length + ">>", content);
        object(
                pdf,
                offsets,
                "<</Subtype/Image/Width " + WIDTH + "/Height " + HEIGHT
                        + "/BitsPerComponent 8/ColorSpace/DeviceGray/Length " + grey.length + ">>",
                grey);
        int xref = pdf.size();
        pdf.write(ascii("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n"));
        for (int offset : offsets) {
            pdf.write(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        }
        pdf.write(ascii("trailer<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + xref + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> offsets, String dictionary, byte[] stream)
            throws IOException {
        offsets.add(pdf.size());
        pdf.write(ascii(offsets.size() + " 0 obj\n" + dictionary));
        if (stream != null) {
            pdf.write(ascii("stream\n"));
            pdf.write(stream);
            pdf.write(ascii("\nendstream"));
        }
        pdf.write(ascii("\nendobj\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
