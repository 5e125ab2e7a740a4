package id.espm.signer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.SigningPlaces.EmptyField;
import id.espm.signer.pdf.appearance.PageGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningPlacesTest {
    @TempDir
    private Path folder;

    private SigningPlaces places(byte[] pdf) throws IOException, SignerException {
        return SigningPlaces.of(Files.write(folder.resolve("surat.pdf"), pdf));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachEmptyFieldIsOfferedByItsName(boolean objectStreams) throws IOException, SignerException {
        SigningPlaces places = places(SamplePdfs.form(objectStreams));

        assertThat(places.fields())
                .containsExactly(new EmptyField("ppspm", Optional.empty()), new EmptyField("kpa", Optional.empty()));
        assertThat(places.severalPages()).isTrue();
        assertThat(places.unseen()).isEmpty();
    }

    @Test
    void eachPageIsMeasuredAlsoWhereItWasTurnedLater() throws IOException, SignerException {
        assertThat(places(SamplePdfs.updated()).pages())
                .extracting(PageGeometry::rotation)
                .containsExactly(90, 0);
    }

    @Test
    void inADynamicFormNoSignatureIsSeen() throws IOException, SignerException {
        assertThat(places(SamplePdfs.dynamicXfa()).unseen())
                .get()
                .isInstanceOfSatisfying(
                        Problem.PdfUnusable.class,
                        problem -> assertThat(problem.reason()).isEqualTo(Problem.PdfUnusable.Reason.XFA_DYNAMIC));
    }

    @Test
    void whatIsNoPdfIsRefused() {
        assertThatExceptionOfType(SignerException.class).isThrownBy(() -> places(new byte[] {'x'}));
    }
}
