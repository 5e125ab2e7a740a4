package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.practice.PracticeSetup;
import id.espm.app.practice.PracticeWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Verification that asks about revocation. */
@ExtendWith(Practice.Extension.class)
class VerifyOnlineTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path bundle;

    @BeforeEach
    void signABundle(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        PracticeSetup.init(practice.folder().dir(), Clock.systemUTC());
        bundle = VerifyCommandTest.signed(program, practice, "RPD_HARIAN", "PPK", home.resolve("out"));
    }

    @Test
    void whoeverAsksIsToldWhatTheResponderSays() throws IOException {
        try (PracticeWorld world = PracticeWorld.start(practice.folder(), home.resolve("espm"), 0, Clock.systemUTC())) {
            assertThat(world.addresses().ocsp()).isNotNull();
            Program.Result people = program.run("verify", bundle, "--trust", practice.trust(), "--online");
            Program.Result script = program.run("verify", bundle, "--trust", practice.trust(), "--online", "--json");

            assertThat(people.exit()).as(people.all()).isZero();
            assertThat(people.out()).contains("Pencabutan: tidak dicabut menurut OCSP tanggal", "baru saja ditanyakan");
            JsonNode revocation = Documents.read("verify", script.out()).at("/files/0/signatures/0/chain/0/revocation");
            assertThat(revocation.path("source").asString()).isEqualTo("OCSP");
            assertThat(revocation.path("inFile").asBoolean()).isFalse();
        }
    }

    @Test
    void whereNobodyAnswersNothingIsCertainAndTheNextStepIsTold() {
        Program.Result result = program.run("verify", bundle, "--trust", practice.trust(), "--online");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "belum dapat dipastikan",
                        "Pencabutan: tidak ada keterangan",
                        "Langkah berikutnya: coba lagi dengan --online");
    }

    @Test
    void withoutAskingTheFileIsJudgedAndTheGapIsTold() {
        Program.Result result = program.run("verify", bundle, "--trust", practice.trust());

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("Pencabutan: tidak diperiksa (tanpa jaringan); pakai --online");
    }
}
