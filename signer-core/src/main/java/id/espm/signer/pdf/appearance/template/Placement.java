package id.espm.signer.pdf.appearance.template;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a block stands, in the short form that is typed after {@code --visible}:
 *
 * <pre>
 * placement = place [ ("@" | ":") pages ]
 * place     = corner | box | anchor
 * corner    = "kiri-atas" | "kanan-atas" | "kiri-bawah" | "kanan-bawah"
 * box       = left "," top [ "," width "," height ]     from the page's upper left corner as a viewer sees it
 * left, …   = number [ "mm" | "pt" ]                    millimetres where no unit is said
 * anchor    = text [ "/" ("only" | "first" | "last" | "all") ]
 * text      = a text that begins with a sign such as #, $, ^, * or [; or "teks=" and any text
 * pages     = "first" | "last" | "all" | number or range { "," number or range }    -1 is the last page
 * </pre>
 *
 * Such as {@code kanan-bawah}, {@code kiri-atas:2}, {@code #}, {@code #/last}, {@code 30,40,75,30@last}. Without pages the
 * block stands on the last page; an anchor is looked for in all.
 *
 * @param pages which pages
 * @param place where on the page
 * @param size  where the text says one
 */
public record Placement(PageSelection pages, Place place, Optional<BlockSize> size) {
    private static final Pattern PAGES_AT_END = Pattern.compile("(.+?)[@:]([A-Za-z]+|[-0-9][-0-9, ]*)");
    private static final Pattern WHICH_AT_END = Pattern.compile("(.+)/(only|first|last|all)");
    private static final String ANCHOR = "teks=";
    private static final int MAX_TEXT = 300;
    private static final int POINT = 2;
    private static final int BOX = 4;

    /** @throws SignerException {@link Problem.PlacementInvalid} */
    public static Placement parse(String text) throws SignerException {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TEXT) {
            throw new SignerException(new Problem.PlacementInvalid(text));
        }
        try {
            return read(stripped);
        } catch (IllegalArgumentException e) {
            throw new SignerException(new Problem.PlacementInvalid(text), e);
        }
    }

    private static Placement read(String text) {
        Matcher withPages = PAGES_AT_END.matcher(text);
        String place = text;
        Optional<PageSelection> pages = Optional.empty();
        if (withPages.matches()) {
            place = withPages.group(1).strip();
            pages = Optional.of(PageSelection.parse(withPages.group(2)));
        }
        Optional<Place.Corner> corner = Place.Corner.of(place.toLowerCase(Locale.ROOT));
        if (corner.isPresent()) {
            return new Placement(pages.orElse(PageSelection.LAST), Place.InCorner.of(corner.get()), Optional.empty());
        }
        if (isAnchor(place)) {
            return new Placement(pages.orElse(PageSelection.ALL), anchor(place), Optional.empty());
        }
        return box(place, pages.orElse(PageSelection.LAST));
    }

    private static boolean isAnchor(String place) {
        int first = place.codePointAt(0);
        return place.startsWith(ANCHOR)
                || !(Character.isLetterOrDigit(first)
                        || Character.isWhitespace(first)
                        || "-+.,@:/".indexOf(first) >= 0);
    }

    private static Place anchor(String place) {
        String text = place.startsWith(ANCHOR) ? place.substring(ANCHOR.length()) : place;
        Matcher which = WHICH_AT_END.matcher(text);
        return which.matches()
                ? new Place.AtAnchor(
                        which.group(1), Place.Which.of(which.group(2)).orElseThrow())
                : new Place.AtAnchor(text, Place.Which.ONLY);
    }

    private static Placement box(String text, PageSelection pages) {
        String[] parts = text.split(",", -1);
        if (parts.length != POINT && parts.length != BOX) {
            throw new IllegalArgumentException("neither a corner, nor a box, nor an anchor");
        }
        Place place = new Place.AtPoint(Length.parse(parts[0]), Length.parse(parts[1]));
        Optional<BlockSize> size = parts.length == BOX
                ? Optional.of(new BlockSize(Length.parse(parts[2]), Length.parse(parts[3])))
                : Optional.empty();
        return new Placement(pages, place, size);
    }
}
