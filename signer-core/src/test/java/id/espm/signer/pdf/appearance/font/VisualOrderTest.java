package id.espm.signer.pdf.appearance.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class VisualOrderTest {
    @Test
    void latinStaysAsItIs() {
        assertThat(drawn("Siti Rahmawati, S.E.")).isEqualTo("Siti Rahmawati, S.E.");
    }

    @Test
    void arabicIsJoinedAndRunsFromTheRight() {
        // seen, yeh, teh, yeh: initial, medial, medial, final; drawn from the left it is the other way round
        assertThat(drawn("\u0633\u064a\u062a\u064a")).isEqualTo("\ufef2\ufe98\ufef4\ufeb3");
        // lam and alef become one
        assertThat(drawn("\u0644\u0627")).isEqualTo("\ufefb");
        // reh joins nothing after it
        assertThat(drawn("\u0631\u062d")).isEqualTo("\ufea1\ufead");
    }

    @Test
    void bracketsAreMirroredWhereTheTextRunsFromTheRight() {
        assertThat(drawn("\u0633 (\u0633)")).isEqualTo("(\ufeb1) \ufeb1");
    }

    @Test
    void invisibleCharactersThatTurnOrHideTextAreDropped() {
        assertThat(VisualOrder.drawable("Siti\u202eitiS\u200b\u0007\u2066\tA\u00a0B\u0301"))
                .isEqualTo("SitiitiS AB\u0301".replace("AB", "A B"));
        assertThat(VisualOrder.drawable("Jose\u0301")).isEqualTo("Jos\u00e9");
    }

    @Test
    void aLetterThatNoFontHasIsStillPartOfItsLine() throws IOException {
        try (PDDocument document = new PDDocument()) {
            DocumentFonts fonts = FontLibrary.of(List.of()).in(document);
            Line latin = fonts.line("Łukasz Đặng Ñ", Weight.BOLD);
            Line unknown = fonts.line("A\uE123", Weight.BOLD);

            assertThat(latin.isComplete()).isTrue();
            assertThat(unknown.isComplete()).isFalse();
            assertThat(unknown.width())
                    .isGreaterThan(fonts.line("A", Weight.BOLD).width() + 0.5);
            assertThat(unknown.text()).isEqualTo("A\uE123");
        }
    }

    private static String drawn(String text) {
        return VisualOrder.of(VisualOrder.drawable(text)).stream()
                .map(Character::toString)
                .collect(Collectors.joining());
    }
}
