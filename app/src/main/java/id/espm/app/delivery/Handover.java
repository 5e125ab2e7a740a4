package id.espm.app.delivery;

import id.espm.app.report.ReportFile;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.sheet.SheetPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Puts a bundle into a folder for the operator, who alone sends it in many offices (PER-10/PB/2018 Pasal 6(1)), with a cover
 * sheet that says what it is and what is to be done. Nothing half-written stays.
 */
public final class Handover {
    private static final String SHEET = ".pengantar.pdf";

    private final CoverSheet cover;

    /** @param cover words the sheets */
    public Handover(CoverSheet cover) {
        this.cover = cover;
    }

    /**
     * Copies a bundle byte for byte and prints its sheet.
     *
     * @param folder made where it is missing
     * @param force  whether files of the same names may be replaced; the bundle itself never is
     * @param now    when it is handed over
     * @throws SignerException {@link Problem.OutputExists}, or {@link Problem.FileChanged} where the copy is not what was judged
     */
    public HandedOver hand(SubmittableBundle bundle, Path folder, boolean force, Instant now)
            throws IOException, SignerException {
        Path source = bundle.file();
        Path target = folder.resolve(String.valueOf(source.getFileName()));
        if (Files.exists(target) && Files.isSameFile(source, target)) {
            throw new SignerException(new Problem.OutputExists(target));
        }
        ReportFile copy = new ReportFile(target, force);
        ReportFile sheet = new ReportFile(folder.resolve(target.getFileName() + SHEET), force);
        copy.requireFree();
        sheet.requireFree();
        boolean fresh = !Files.exists(target);
        HandedOver handed = new HandedOver(target, sheet.path(), Sha256.of(source), Files.size(source));
        byte[] printed = printed(bundle, handed, now);
        copy.write(new Copy(source, handed.sha256()));
        boolean whole = false;
        try {
            sheet.write(out -> out.write(printed));
            whole = true;
        } finally {
            if (!whole && fresh) {
                Files.deleteIfExists(target);
            }
        }
        return handed;
    }

    private byte[] printed(SubmittableBundle bundle, HandedOver handed, Instant now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SheetPrinter(FontLibrary.ofThisMachine())
                .print(cover.title(), Locale.of("id"), List.of(cover.section(bundle, handed, now)), out);
        return out.toByteArray();
    }

    /** A copy that was read back from the disk before it gets its name. */
    private record Copy(Path source, Sha256 sha256) implements ReportFile.Content {
        @Override
        public void write(OutputStream out) throws IOException {
            Files.copy(source, out);
        }

        @Override
        public void check(Path written) throws IOException, SignerException {
            if (!Sha256.of(written).equals(sha256)) {
                throw new SignerException(new Problem.FileChanged(source));
            }
        }
    }
}
