package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicensesCommandTest {
    @TempDir
    Path home;

    private Program program;

    @BeforeEach
    void prepare() {
        program = new Program(home);
    }

    @Test
    void namesEachLibraryWithItsLicenceInBothLanguages() {
        Program.Result indonesian = program.run("licenses");
        Program.Result english = program.run("licenses", "--lang", "en");

        assertThat(indonesian.exit()).isZero();
        assertThat(indonesian.err()).isEmpty();
        assertThat(indonesian.out())
                .contains("Lisensi", "Apache")
                .containsPattern("(?m)^eu\\.europa\\.ec\\.joinup\\.sd-dss:dss-pades +\\S+ +LGPL-2\\.1 ");
        assertThat(english.out()).contains("Where it comes from").containsPattern("(?m)^info\\.picocli:picocli ");
    }

    @Test
    void printsTheTextOfALicenceWhateverTheCaseOfItsName() {
        Program.Result result = program.run("licenses", "mit");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("MIT License").contains("Bouncy Castle", "QOS.ch", "WITHOUT WARRANTY");
    }

    @Test
    void aLicenceThatIsNotInTheListIsAnsweredWithThoseThatAre() {
        assertThat(program.run("licenses", "GPL-9").err()).contains("Apache-2.0", "EPL-2.0", "MPL-2.0");
    }
}
