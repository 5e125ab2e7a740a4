package id.espm.app.gui.preview;

import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.TemplateFolder;

/**
 * What the screen shows: the documents, the block, and the templates.
 *
 * @param preview   the documents and where their signatures are seen
 * @param block     how a signature is seen
 * @param templates what is kept for other packages
 */
public record PreviewModels(PreviewViewModel preview, BlockViewModel block, TemplatesViewModel templates) {
    /** For one package after the other. */
    public static PreviewModels of(
            Background background,
            PackageViewModel paket,
            CertificateViewModel certificate,
            BlockViewModel.Terms terms,
            TemplateFolder folder) {
        PreviewViewModel preview = new PreviewViewModel(background, paket);
        return new PreviewModels(
                preview,
                new BlockViewModel(background, preview, certificate, terms),
                new TemplatesViewModel(background, folder, preview));
    }
}
