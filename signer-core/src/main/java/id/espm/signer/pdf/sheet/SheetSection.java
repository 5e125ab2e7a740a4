package id.espm.signer.pdf.sheet;

import java.util.List;

/**
 * What begins on a page of its own, and goes on to further pages only if it does not fit.
 *
 * @param parts  from top to bottom
 * @param footer at the foot of each of its pages, beside the page's number
 */
public record SheetSection(List<SheetPart> parts, String footer) {
    public SheetSection {
        parts = List.copyOf(parts);
    }
}
