package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** How long the window takes to answer while 100 documents are signed; to be run by name, since other work on the machine shows. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class WindowLatencyBench {
    private static final int DOCUMENTS = 100;
    private static final long EVERY_MS = 20;
    private static final int PROBES_AT_REST = 200;

    private final PracticeFolder practice;
    private final WindowBench bench;
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private static Path folder;

    WindowLatencyBench(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) {
        bench.open(stage, folder.resolve("out"));
    }

    @Test
    void theWindowAnswersWhileAHundredDocumentsAreSigned() throws IOException, InterruptedException {
        Path letters = Files.createDirectory(folder.resolve("surat"));
        Path letter = practice.packages().resolve("SURAT").resolve("S-0123-surat.pdf");
        for (int i = 0; i < DOCUMENTS; i++) {
            Files.copy(letter, letters.resolve("S-%04d.pdf".formatted(i)));
        }
        bench.openCertificate("DJPB");
        bench.choosePackage(letters);
        WindowBench.onWindow(() -> {
            var fields = bench.model().paket().fields();
            fields.jenisProperty().set(Optional.of(Jenis.SURAT));
            fields.jabatanProperty().set(Optional.of(Jabatan.DJPB));
            fields.satkerProperty().set("527010");
            fields.tahunProperty().set("2026");
            fields.lokasiProperty().set("Tolitoli");
        });
        bench.settle();
        bench.go(Screen.SIGN);
        for (int i = 0; i < PROBES_AT_REST; i++) {
            probe();
        }
        tell("at rest");
        WindowBench.onWindow(() -> bench.model().sign().sign());
        while (bench.model().sign().isSigning()) {
            probe();
        }
        bench.settle();
        assertThat(((Done) bench.model().sign().state()).failed()).isEmpty();
        tell("while " + DOCUMENTS + " documents were signed");
    }

    private void probe() throws InterruptedException {
        long asked = System.nanoTime();
        Platform.runLater(() -> waits.add(System.nanoTime() - asked));
        Thread.sleep(EVERY_MS);
    }

    private void tell(String when) {
        WindowBench.onWindow(() -> {});
        List<Long> sorted = new ArrayList<>(waits);
        Collections.sort(sorted);
        System.out.printf(
                "%d probes %s: median %.1f ms, 99 %% %.1f ms, longest %.1f ms%n",
                sorted.size(),
                when,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6);
        waits.clear();
    }
}
