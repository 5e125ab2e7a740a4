package id.espm.signer.paket;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.rules.Rules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackageSplitTest {
    private final PackageSplit split = new PackageSplit(Rules.builtIn());

    /** @param sizes how many SPM each document holds */
    private static SigningPackage paket(Jenis jenis, int... sizes) {
        List<PackageDocument> documents = IntStream.range(0, sizes.length)
                .mapToObj(i -> new PackageDocument(
                        IntStream.range(0, sizes[i]).mapToObj(n -> i + "-" + n).toList(), Optional.empty(), List.of()))
                .toList();
        PackageDetails details = new PackageDetails(
                Optional.of(jenis),
                Optional.of(new Satker("527010")),
                Optional.empty(),
                Optional.of(2026),
                Optional.of(Jabatan.PPSPM),
                Optional.of("Tolitoli"));
        return new SigningPackage(Path.of("paket"), details, documents);
    }

    private List<Integer> counts(SigningPackage paket) {
        return split.split(paket).stream().map(part -> part.nomor().size()).toList();
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void fiveStayTogetherAndTheSixthBeginsAnother() {
        assertThat(counts(paket(Jenis.SPM, ones(5)))).containsExactly(5);
        assertThat(counts(paket(Jenis.SPM, ones(6)))).containsExactly(5, 1);
        assertThat(counts(paket(Jenis.SPM, ones(12)))).containsExactly(5, 5, 2);
    }

    @Test
    void aDocumentIsNeverTornApart() {
        assertThat(counts(paket(Jenis.SPM, 3, 3, 2))).containsExactly(3, 5);
        assertThat(counts(paket(Jenis.SPM, 6, 1)))
                .as("the check refuses the first")
                .containsExactly(6, 1);
    }

    @Test
    void everySpmIsInExactlyOnePart() {
        SigningPackage whole = paket(Jenis.SPM, 2, 2, 2, 1, 4, 3);

        assertThat(split.split(whole).stream().flatMap(part -> part.nomor().stream()))
                .containsExactlyElementsOf(whole.nomor());
    }

    @Test
    void whatHasNoLimitIsNotDivided() {
        assertThat(counts(paket(Jenis.KONTRAK, ones(9)))).containsExactly(9);
    }
}
