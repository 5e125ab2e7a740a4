package id.espm.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CRLReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyReasonOfRfc5280HasWords(String language) {
        DomainText words = new DomainText(Messages.shared(Locale.of(language)));
        List<String> names = Arrays.stream(CRLReason.values())
                .filter(reason -> reason != CRLReason.UNUSED)
                .map(CRLReason::name)
                .toList();

        assertThat(names).allSatisfy(name -> assertThat(words.crlReason(name)).isNotEqualTo(name));
        assertThat(words.crlReason("SOMETHING_ELSE")).isEqualTo("SOMETHING_ELSE");
    }
}
