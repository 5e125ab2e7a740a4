package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.RealEspm;
import id.espm.app.espm.CuttingLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several programs on one outbox. */
@ExtendWith(Practice.Extension.class)
class SubmitTogetherTest {
    @TempDir
    Path home;

    private Process run(Practice practice, URI address, String name, Object... call) throws IOException {
        List<String> args = new ArrayList<>(List.of("submit"));
        for (Object one : call) {
            args.add(one.toString());
        }
        RealEspm.options(practice, address, home).forEach(option -> args.add(option.toString()));
        return ForkedProgram.builder(home, args.toArray(String[]::new))
                .redirectOutput(home.resolve(name + ".out").toFile())
                .redirectError(home.resolve(name + ".err").toFile())
                .start();
    }

    @Test
    void theSecondSaysThatTheBundleIsBeingSentAndByWhom(Practice practice) throws Exception {
        Path bundle = new Parcels(practice, home.resolve("kerja")).rpd("RPD-1", 1 << 20);
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"));
                CuttingLine line = new CuttingLine(espm.address().getPort())) {
            line.onRequest(request -> {
                if (request.startsWith("PATCH")) {
                    line.hold();
                }
            });
            Process first = run(practice, line.address(), "first", bundle);
            assertThat(line.awaitHeld()).isTrue();
            Process second = run(practice, line.address(), "second", bundle);
            assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
            line.release();
            assertThat(first.waitFor(2, TimeUnit.MINUTES)).isTrue();

            assertThat(second.exitValue()).isEqualTo(5);
            assertThat(home.resolve("second.err"))
                    .content()
                    .contains(bundle + " sedang dikirim", "(proses " + first.pid() + ")");
            assertThat(first.exitValue()).isZero();
            assertThat(espm.server().kppn().inbox()).hasSize(1);
        }
    }

    @Test
    void whatWaitsIsSentOnceByTwoThatSendAll(Practice practice) throws Exception {
        Parcels parcels = new Parcels(practice, home.resolve("kerja"));
        Path folder = Files.createDirectory(home.resolve("kirim"));
        for (int i = 1; i <= 4; i++) {
            Path bundle = parcels.rpd("RPD-" + i, 1 << 19);
            Files.move(bundle, folder.resolve(bundle.getFileName() + "-" + i + ".asice"));
        }
        try (RealEspm espm = RealEspm.start(practice, home.resolve("espm"))) {
            Program program = new Program(home);
            List<Object> account = RealEspm.options(practice, espm.address(), home);
            espm.server().startMaintenance(Duration.ofHours(1));
            assertThat(program.run("submit", folder, account).exit()).isEqualTo(4);
            espm.server().endMaintenance();

            Process first = run(practice, espm.address(), "first", "--all");
            Process second = run(practice, espm.address(), "second", "--all");
            assertThat(first.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();

            assertThat(List.of(first.exitValue(), second.exitValue())).isSubsetOf(0, 1, 5);
            assertThat(espm.server().kppn().inbox()).hasSize(4);
            assertThat(program.run("submit", "--all", account).err()).contains("Tidak ada yang menunggu");
            assertThat(Documents.read(
                                    "history", program.run("history", "--json").out())
                            .path("entries")
                            .size())
                    .isEqualTo(4);
        }
    }
}
