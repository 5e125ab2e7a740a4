package id.espm.signer.pdf.appearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.Placements.Spot;
import id.espm.signer.pdf.appearance.template.BlockSize;
import id.espm.signer.pdf.appearance.template.Length;
import id.espm.signer.pdf.appearance.template.PageSelection;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementsTest {
    private static final double MM = 72 / 25.4;

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aCornerIsTheOneThatTheViewerSees(int rotation) throws IOException, SignerException {
        PageGeometry page = new PageGeometry(0, 50, -40, 650, 760, rotation);
        PDRectangle spot =
                only(place(new Place.InCorner(Place.Corner.KIRI_ATAS, Length.ofMm(10), Length.ofMm(20))), page);

        double left = 10 * MM;
        double top = 20 * MM;
        double width = 75 * MM;
        double height = 30 * MM;
        double[] expected = switch (rotation) {
            case 90 -> new double[] {50 + top, -40 + left, 50 + top + height, -40 + left + width};
            case 180 -> new double[] {650 - left - width, -40 + top, 650 - left, -40 + top + height};
            case 270 -> new double[] {650 - top - height, 760 - left - width, 650 - top, 760 - left};
            default -> new double[] {50 + left, 760 - top - height, 50 + left + width, 760 - top};
        };
        assertThat(spot.getLowerLeftX()).isCloseTo((float) expected[0], within(0.01f));
        assertThat(spot.getLowerLeftY()).isCloseTo((float) expected[1], within(0.01f));
        assertThat(spot.getUpperRightX()).isCloseTo((float) expected[2], within(0.01f));
        assertThat(spot.getUpperRightY()).isCloseTo((float) expected[3], within(0.01f));
    }

    @Test
    void aBlockNeverLeavesItsPageAndKeepsItsShape() throws IOException, SignerException {
        Random random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            float left = random.nextFloat(-500, 500);
            float bottom = random.nextFloat(-500, 500);
            PageGeometry page = new PageGeometry(
                    0,
                    left,
                    bottom,
                    left + random.nextFloat(5, 2000),
                    bottom + random.nextFloat(5, 2000),
                    90 * random.nextInt(4));
            BlockSize size =
                    new BlockSize(Length.ofMm(random.nextDouble(10, 500)), Length.ofMm(random.nextDouble(6, 500)));
            Place place = random.nextBoolean()
                    ? new Place.AtPoint(
                            Length.ofMm(random.nextDouble(-900, 900)), Length.ofMm(random.nextDouble(-900, 900)))
                    : new Place.InCorner(
                            Place.Corner.values()[random.nextInt(4)],
                            Length.ofMm(random.nextDouble(0, 300)),
                            Length.ofMm(random.nextDouble(0, 300)));
            PDRectangle spot = only(
                    Template.builder()
                            .place(place)
                            .size(size)
                            .pages(PageSelection.ALL)
                            .build(),
                    page);

            assertThat(spot.getLowerLeftX()).as("%s %s %s", page, size, place).isGreaterThan(left - 0.01f);
            assertThat(spot.getLowerLeftY()).isGreaterThan(bottom - 0.01f);
            assertThat(spot.getUpperRightX()).isLessThan(page.right() + 0.01f);
            assertThat(spot.getUpperRightY()).isLessThan(page.top() + 0.01f);
            boolean turned = page.rotation() % 180 != 0;
            double shape = turned ? spot.getHeight() / spot.getWidth() : spot.getWidth() / spot.getHeight();
            assertThat(shape)
                    .isCloseTo(
                            size.width().points() / size.height().points(),
                            org.assertj.core.data.Percentage.withPercentage(0.5));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aBlockCoversTheBeginningOfItsAnchor(int rotation) throws IOException, SignerException {
        PageGeometry page = new PageGeometry(0, 0, 0, 800, 800, rotation);
        PageArea anchor = new PageArea(0, 390, 395, 400, 405);
        Placements placements = new Placements(pages(page), anchors(List.of(anchor)));
        PDRectangle spot = placements
                .of(Template.builder()
                        .place(new Place.AtAnchor("#", Place.Which.ONLY))
                        .build())
                .getFirst()
                .rectangle();

        UprightPage upright = new UprightPage(page);
        PageArea block = new PageArea(
                0, spot.getLowerLeftX(), spot.getLowerLeftY(), spot.getUpperRightX(), spot.getUpperRightY());
        assertThat(upright.leftOf(block)).isCloseTo(upright.leftOf(anchor), within(0.01));
        assertThat(upright.topOf(block)).isCloseTo(upright.topOf(anchor), within(0.01));
    }

    @Test
    void whichOfSeveralAnchorsMustBeSaid() throws IOException, SignerException {
        PageGeometry page = new PageGeometry(0, 0, 0, 600, 800, 0);
        PageArea first = new PageArea(0, 100, 700, 105, 707);
        PageArea last = new PageArea(0, 100, 300, 105, 307);
        Placements placements = new Placements(pages(page), anchors(List.of(first, last)));

        assertThatThrownBy(() -> placements.of(place(new Place.AtAnchor("#", Place.Which.ONLY))))
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(new Problem.AnchorAmbiguous(Path.of("surat.pdf"), "#", 2)));
        assertThat(placements.of(place(new Place.AtAnchor("#", Place.Which.ALL))))
                .hasSize(2);
        Spot spot =
                placements.of(place(new Place.AtAnchor("#", Place.Which.LAST))).getFirst();
        assertThat(spot.rectangle().getUpperRightY()).isCloseTo(307, within(0.01f));
        assertThatThrownBy(() -> new Placements(pages(page), anchors(List.of()))
                        .of(place(new Place.AtAnchor("#", Place.Which.ALL))))
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.AnchorNotFound(Path.of("surat.pdf"), "#")));
    }

    @Test
    void aPageThatIsNotThereIsNamed() {
        PageGeometry page = new PageGeometry(0, 0, 0, 600, 800, 0);
        Template second = Template.builder().pages(PageSelection.parse("2")).build();

        assertThatThrownBy(() -> new Placements(pages(page), anchors(List.of())).of(second))
                .isInstanceOfSatisfying(
                        SignerException.class, e -> assertThat(e.problem()).isEqualTo(new Problem.PageMissing(2, 1)));
    }

    private static Template place(Place place) {
        return Template.builder().place(place).build();
    }

    private static PDRectangle only(Template template, PageGeometry page) throws IOException, SignerException {
        List<Spot> spots = new Placements(pages(page), anchors(List.of())).of(template);
        assertThat(spots).hasSize(1);
        assertThat(spots.getFirst().rotation()).isEqualTo(page.rotation());
        return spots.getFirst().rectangle();
    }

    private static Pages pages(PageGeometry only) {
        return new Pages() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public PageGeometry geometry(int index) {
                return only;
            }
        };
    }

    private static Anchors anchors(List<PageArea> found) {
        return new Anchors() {
            @Override
            public Path document() {
                return Path.of("surat.pdf");
            }

            @Override
            public List<PageArea> find(String text) {
                return found;
            }
        };
    }
}
