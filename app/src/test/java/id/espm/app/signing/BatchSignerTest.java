package id.espm.app.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.signing.BatchItem.State;
import id.espm.signer.Problem;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.PackageSigner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSignerTest {
    private static final int JOBS = 3;

    private final List<Path> folders =
            IntStream.range(0, 50).mapToObj(i -> Path.of("paket-" + i)).toList();
    private final BatchSigner workers = new BatchSigner(new PackageSigner(Rules.builtIn()), JOBS);

    private static BatchItem item(Path folder) {
        return BatchItem.unreadable(folder, new Problem.FileUnreadable(folder));
    }

    @Test
    void whatWasReadStandsInTheOrderOfTheFolders() throws Exception {
        List<BatchItem> read = workers.read(folders, folder -> List.of(item(folder), item(folder)));

        assertThat(read)
                .extracting(BatchItem::source)
                .containsExactlyElementsOf(
                        folders.stream().flatMap(f -> List.of(f, f).stream()).toList());
    }

    @Test
    void aFolderThatNobodyThoughtOfIsSetAsideAlone() throws Exception {
        List<BatchItem> read = workers.read(folders, folder -> {
            if (folder.equals(folders.get(7))) {
                throw new IllegalStateException("trouble");
            }
            return List.of(item(folder));
        });

        assertThat(read).extracting(BatchItem::source).containsExactlyElementsOf(folders);
        assertThat(read.get(7).state())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Faulty.class,
                                        faulty -> assertThat(faulty.cause()).hasMessage("trouble")));
        assertThat(read.get(8).state())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(Failure.Refused.class));
    }

    @Test
    void nothingIsReadFromNoFolder() throws Exception {
        assertThat(workers.read(List.of(), folder -> List.of(item(folder)))).isEmpty();
    }
}
