package id.espm.app.gui.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.drawing.PagePicture;
import id.espm.app.gui.page.PictureShelf.Drawn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureShelfTest {
    private final PictureShelf shelf = new PictureShelf(1000);

    private static Drawn picture() {
        return new Drawn(1, Optional.of(new PagePicture(10, 10, new int[100], true)));
    }

    @Test
    void whatWasNotLookedAtForLongestMakesRoom() {
        shelf.put(1, picture(), List.of());
        shelf.put(2, picture(), List.of());
        assertThat(shelf.get(1)).isPresent();
        shelf.put(3, picture(), List.of());

        assertThat(shelf.pictures()).containsOnlyKeys(1, 3);
        assertThat(shelf.bytes()).isEqualTo(800);
    }

    @Test
    void whatIsInViewStays() {
        shelf.put(1, picture(), List.of(1, 2, 3));
        shelf.put(2, picture(), List.of(1, 2, 3));
        shelf.put(3, picture(), List.of(1, 2, 3));

        assertThat(shelf.pictures()).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void aPageThatCannotBeDrawnIsNotDrawnAgainAtAnotherSize() {
        shelf.put(1, new Drawn(1, Optional.empty()), List.of());
        shelf.put(2, picture(), List.of());

        assertThat(shelf.has(1, 2)).isTrue();
        assertThat(shelf.has(2, 1)).isTrue();
        assertThat(shelf.has(2, 2)).isFalse();
    }
}
