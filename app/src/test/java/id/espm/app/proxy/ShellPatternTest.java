package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*/ari/*, http://kantor.go.id/people/ari/index.html, true",
        "*/ari/*, http://kantor.go.id/people/montulli/index.html, false",
        "*.go.id, espm.kemenkeu.go.id, true",
        "*.go.id, go.id, false",
        "k?ntor, kantor, true",
        "k?ntor, kntor, false",
        "a.c, abc, false",
        "a+b(c)[d]{e}^$, a+b(c)[d]{e}^$, true",
        "KANTOR, kantor, false",
        "a*b*c, aXbXbXc, true",
        "a*b*c, aXbX, false",
        "***, '', true",
        "?, '', false",
        "'', '', true",
        "'', a, false",
    })
    void aStarIsAnythingAndAQuestionMarkOneLetter(String pattern, String text, boolean matches) {
        assertThat(ShellPattern.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void manyStarsCostNoMoreThanTheyAreLong() {
        assertThat(ShellPattern.matches("a*".repeat(500) + "b", "a".repeat(5_000)))
                .isFalse();
    }
}
