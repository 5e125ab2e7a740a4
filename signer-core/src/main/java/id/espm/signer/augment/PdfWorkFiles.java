package id.espm.signer.augment;

import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The temporary files in which DSS builds a PDF, so that it does not build it in memory; gone when this is closed. */
final class PdfWorkFiles implements Closeable {
    private final Path folder;
    private final TempFileResourcesHandlerBuilder handlers = new TempFileResourcesHandlerBuilder();

    PdfWorkFiles() throws IOException {
        this.folder = Files.createTempDirectory(
                "espm-signer-" + ProcessHandle.current().pid() + "-");
        handlers.setTempFileDirectory(folder.toFile());
    }

    IPdfObjFactory pdfObjects() {
        PdfBoxDefaultObjectFactory factory = new PdfBoxDefaultObjectFactory();
        factory.setResourcesHandlerBuilder(handlers);
        factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        // Nothing is compared here by drawing pages.
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(0);
        factory.setPdfDifferencesFinder(differences);
        return factory;
    }

    @Override
    public void close() throws IOException {
        handlers.clear();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
