package id.espm.signer.pdf.appearance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    @Test
    void aCornerStandsOnTheLastPageUnlessAPageIsSaid() throws SignerException {
        assertThat(Placement.parse("kanan-bawah"))
                .isEqualTo(new Placement(
                        PageSelection.LAST, Place.InCorner.of(Place.Corner.KANAN_BAWAH), Optional.empty()));
        assertThat(Placement.parse("kiri-atas:2").pages().text()).isEqualTo("2");
        assertThat(Placement.parse("Kiri-Atas@semua").pages()).isEqualTo(PageSelection.ALL);
    }

    @Test
    void aBoxIsInMillimetresFromTheUpperLeft() throws SignerException {
        Placement box = Placement.parse("30,40,75,30@last");
        Place.AtPoint point = (Place.AtPoint) box.place();

        assertThat(point.left().mm()).isEqualTo(30);
        assertThat(point.top().mm()).isEqualTo(40);
        assertThat(box.size()).contains(new BlockSize(Length.ofMm(75), Length.ofMm(30)));
        assertThat(((Place.AtPoint) Placement.parse("72pt, 10.5").place())
                        .left()
                        .mm())
                .isCloseTo(25.4, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "#,#,ONLY,all",
        "#/last,#,LAST,all",
        "$/all@1-3,$,ALL,1-3",
        "[ttd]:2,[ttd],ONLY,2",
        "teks=Mengetahui,Mengetahui,ONLY,all",
        "teks=Tolitoli: Pejabat,Tolitoli: Pejabat,ONLY,all",
        "teks=a/b/first@-1,a/b,FIRST,last",
    })
    void anAnchorBeginsWithASignOrWithTeks(String text, String anchor, Place.Which which, String pages)
            throws SignerException {
        Placement placement = Placement.parse(text);

        assertThat(placement.place()).isEqualTo(new Place.AtAnchor(anchor, which));
        assertThat(placement.pages().text()).isEqualTo(pages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kanan-bwah",
                "kanan",
                "30",
                "30,40,75",
                "1,2,3,4,5",
                "a,b",
                "30,40,1,1",
                "30,40,75,1e9",
                "kiri-atas:0",
                "kiri-atas@5-2",
                "kiri-atas@",
                "kiri-atas@x",
                "kiri-atas@1,,2",
                "teks=",
                "@2",
                "30;40",
                "NaN,1",
                "1,2,-75,30"
            })
    void whatIsInNoFormIsNamedAsItWasWritten(String text) {
        assertThatThrownBy(() -> Placement.parse(text))
                .isInstanceOfSatisfying(
                        SignerException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.PlacementInvalid(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "last,5,4",
        "all,3,0 1 2",
        "'1,3-5,-1',9,0 2 3 4 8",
        "'2,2,1-2',4,1 0",
        "2-9,3,1 2",
        "-2--1,5,3 4",
        "3--1,4,2 3",
    })
    void pagesAreThoseThatTheDocumentHas(String text, int count, String expected) {
        List<Integer> indexes = PageSelection.parse(text).indexes(count);

        assertThat(indexes.stream().map(String::valueOf)).containsExactly(expected.split(" "));
        assertThat(PageSelection.parse(PageSelection.parse(text).text())).isEqualTo(PageSelection.parse(text));
    }

    @Test
    void aPageThatIsNamedAloneMustBeThere() {
        assertThat(PageSelection.parse("1,7").missing(3)).isEqualTo(OptionalInt.of(7));
        assertThat(PageSelection.parse("-4").missing(3)).isEqualTo(OptionalInt.of(-4));
        assertThat(PageSelection.parse("1-7").missing(3)).isEmpty();
    }
}
