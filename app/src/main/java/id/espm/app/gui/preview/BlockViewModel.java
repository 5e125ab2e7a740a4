package id.espm.app.gui.preview;

import id.espm.app.drawing.DrawnBlock;
import id.espm.app.drawing.PagePicture;
import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.work.Background;
import id.espm.signer.Jenis;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.SigningContext;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.SigningPlaces;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.UprightPage;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.BlockContent;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The block as it will be drawn, by what draws it when it is signed. */
public final class BlockViewModel {
    /** Dots per point: sharp enough on any screen. */
    private static final double SCALE = 3;

    private static final String NO_SERIAL = "00";

    private final Background background;
    private final PreviewViewModel preview;
    private final CertificateViewModel certificate;
    private final Terms terms;
    private final DrawnBlock drawn = new DrawnBlock();
    private final ReadOnlyObjectWrapper<Optional<PagePicture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Placeholder> placeholder = new SimpleObjectProperty<>(new Placeholder("…", "…"));
    private int generation;

    public BlockViewModel(
            Background background, PreviewViewModel preview, CertificateViewModel certificate, Terms terms) {
        this.background = background;
        this.preview = preview;
        this.certificate = certificate;
        this.terms = terms;
        preview.standingProperty().subscribe(now -> draw());
        certificate.stateProperty().subscribe(now -> draw());
        placeholder.subscribe(now -> draw());
    }

    /**
     * What the block says besides the certificate.
     *
     * @param alasan the reason that the signatures of a jenis state
     * @param clock  the time that they state
     */
    public record Terms(Function<Jenis, String> alasan, Clock clock) {}

    /**
     * What stands in the block until the certificate is open.
     *
     * @param nama     in place of the signer's name
     * @param penerbit in place of the issuer's
     */
    record Placeholder(String nama, String penerbit) {}

    /** The block; nothing while the signature is not to be seen. */
    ReadOnlyObjectProperty<Optional<PagePicture>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    ObjectProperty<Placeholder> placeholderProperty() {
        return placeholder;
    }

    /** Whether the block shows who really signs. */
    boolean isSignerKnown() {
        return certificate.state() instanceof CertificateState.Opened;
    }

    private void draw() {
        int mine = ++generation;
        Standing standing = preview.standingProperty().get();
        Optional<SigningPackage> source = preview.source();
        Optional<SigningPlaces> places = preview.selectedProperty().get().flatMap(PreviewDocument::places);
        if (standing.areas().isEmpty() || source.isEmpty() || places.isEmpty()) {
            picture.set(Optional.empty());
            return;
        }
        PageArea area = standing.areas().getFirst();
        double[] size = new UprightPage(places.get().pages().get(area.page())).sizeOf(area);
        VisibleSignature wanted = preview.visible();
        BlockContent content = content(source.get());
        background
                .run(() -> drawn.draw(wanted, content, size[0], size[1], SCALE))
                .onSuccess(block -> {
                    if (mine == generation) {
                        picture.set(Optional.of(block));
                    }
                })
                .onError(SignerException.class, e -> preview.fail(new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> preview.fail(new Failure.OfFiles(e)))
                .start();
    }

    private BlockContent content(SigningPackage source) {
        SigningContext context = new SigningContext(
                new SignerRole(source.jabatan(), source.satker()),
                source.lokasi(),
                terms.alasan().apply(source.jenis()),
                ZonedDateTime.now(terms.clock()));
        return certificate.state() instanceof CertificateState.Opened opened
                ? BlockContent.of(opened.identity(), context)
                : new BlockContent(
                        placeholder.get().nama(),
                        Optional.empty(),
                        NO_SERIAL,
                        placeholder.get().penerbit(),
                        context);
    }
}
