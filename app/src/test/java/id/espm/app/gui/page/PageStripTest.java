package id.espm.app.gui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.espm.signer.pdf.appearance.PageGeometry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageStripTest {
    private static final List<PageGeometry> UPRIGHT_AND_ON_ITS_SIDE =
            List.of(new PageGeometry(0, 0, 0, 300, 600, 0), new PageGeometry(1, 0, 0, 300, 600, 90));

    @Test
    void theWidestPageFillsTheRoomAndTheOthersKeepTheirProportion() {
        PageStrip strip = PageStrip.of(UPRIGHT_AND_ON_ITS_SIDE, Zoom.FIT_WIDTH, 624, 400);

        assertThat(strip.scale()).isEqualTo(1);
        assertThat(strip.slot(0)).isEqualTo(new PageStrip.Slot(12, 300, 600));
        assertThat(strip.slot(1)).isEqualTo(new PageStrip.Slot(624, 600, 300));
        assertThat(strip.height()).isEqualTo(936);
    }

    @Test
    void aWholePageIsSeen() {
        PageStrip strip = PageStrip.of(UPRIGHT_AND_ON_ITS_SIDE, Zoom.FIT_PAGE, 2000, 324);

        assertThat(strip.slot(0).height()).isEqualTo(300);
        assertThat(strip.percent()).isCloseTo(37.5, within(0.01));
    }

    @Test
    void onlyWhatLiesInViewIsSeen() {
        PageStrip strip = PageStrip.of(UPRIGHT_AND_ON_ITS_SIDE, Zoom.FIT_WIDTH, 624, 400);

        assertThat(strip.between(0, 400)).containsExactly(0);
        assertThat(strip.between(500, 900)).containsExactly(0, 1);
        assertThat(strip.between(613, 623)).isEmpty();
        assertThat(strip.mostlyBetween(500, 900)).isEqualTo(1);
        assertThat(strip.beside(List.of(0))).containsExactly(1);
    }

    @Test
    void zoomGoesThroughItsStepsAndStopsAtTheEnds() {
        assertThat(Zoom.largerThan(93.7)).isEqualTo(new Zoom.Percent(100));
        assertThat(Zoom.largerThan(400)).isEqualTo(new Zoom.Percent(400));
        assertThat(Zoom.smallerThan(100)).isEqualTo(new Zoom.Percent(80));
        assertThat(Zoom.smallerThan(20)).isEqualTo(new Zoom.Percent(50));
    }
}
