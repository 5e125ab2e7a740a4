package id.espm.app.gui.preview;

import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.SigningPlaces;
import id.espm.signer.pdf.SigningPlaces.EmptyField;
import id.espm.signer.pdf.appearance.template.Place;
import java.util.ArrayList;
import java.util.List;

/** Where a signature may be seen, as it is offered. */
sealed interface PlaceChoice {

    /** Not at all. */
    record Hidden() implements PlaceChoice {}

    /** In a corner. */
    record InCorner(Place.Corner corner) implements PlaceChoice {}

    /** Where it was dragged to. */
    record Dragged() implements PlaceChoice {}

    /** Where a text of the page begins. */
    record AtText(String text) implements PlaceChoice {}

    /** In an empty field that is there. */
    record InField(String name) implements PlaceChoice {}

    /** What is chosen by now. */
    static PlaceChoice of(PdfAppearance appearance) {
        if (appearance.visible().isEmpty()) {
            return new Hidden();
        }
        if (appearance.field().isPresent()) {
            return new InField(appearance.field().get());
        }
        return switch (appearance.visible().get().template().place()) {
            case Place.InCorner place -> new InCorner(place.corner());
            case Place.AtPoint place -> new Dragged();
            case Place.AtAnchor place -> new AtText(place.text());
        };
    }

    /** What a document offers, and what is chosen by now. */
    static List<PlaceChoice> offered(PreviewDocument document, PdfAppearance appearance) {
        List<PlaceChoice> offered = new ArrayList<>();
        offered.add(new Hidden());
        if (document.mayBeSeen()) {
            for (Place.Corner corner : Place.Corner.values()) {
                offered.add(new InCorner(corner));
            }
            document.places().map(SigningPlaces::fields).orElse(List.of()).stream()
                    .filter(field -> field.area().isPresent())
                    .map(EmptyField::name)
                    .forEach(name -> offered.add(new InField(name)));
        }
        PlaceChoice now = of(appearance);
        if (!offered.contains(now)) {
            offered.add(now);
        }
        return offered;
    }
}
