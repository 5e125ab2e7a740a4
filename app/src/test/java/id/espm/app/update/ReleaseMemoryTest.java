package id.espm.app.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.update.UpdateAnswer.Standing;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.network.Proxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted before. */
class ReleaseMemoryTest {
    private static final ReleaseKey KEY = ReleaseKey.make();

    @RegisterExtension
    private static final ReleaseServer SERVER = ReleaseServer.start();

    @TempDir
    private Path folder;

    private UpdateCheck check(Set<PublicKeyPin> keys, String now) {
        return new UpdateCheck(
                new ReleaseChannel(Optional.of(SERVER.address()), keys),
                Proxies.none(),
                folder.resolve("update.p7m"),
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private UpdateCheck check(String now) {
        return check(Set.of(KEY.pin()), now);
    }

    private static UpdateProblem refusal(UpdateCheck check) {
        return catchThrowableOfType(UpdateException.class, () -> check.ask("0.1.0"))
                .problem();
    }

    private byte[] issued(String time) {
        return KEY.sign(ReleaseText.with(root -> root.put("issued", time)));
    }

    private void accept(String time) throws Exception {
        SERVER.serve(issued(time));
        check(ReleaseText.NOW).ask("0.1.0");
    }

    @Test
    void isNotTakenBack() throws Exception {
        accept("2026-11-30T02:00:00Z");
        SERVER.serve(issued("2026-11-29T02:00:00Z"));

        assertThat(refusal(check(ReleaseText.NOW)))
                .isEqualTo(new UpdateProblem.RolledBack(
                        Instant.parse("2026-11-29T02:00:00Z"), Instant.parse("2026-11-30T02:00:00Z")));
    }

    @Test
    void mayComeAgainAndIsFollowedByWhatIsLater() throws Exception {
        accept("2026-11-30T02:00:00Z");
        accept("2026-11-30T02:00:00Z");
        accept("2026-11-30T03:00:00Z");

        assertThat(folder).isDirectoryContaining(file -> file.endsWith("update.p7m"));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void countsStillOnceItHasExpired() throws Exception {
        accept("2026-11-30T02:00:00Z");
        SERVER.serve(KEY.sign(ReleaseText.with(
                root -> root.put("issued", "2026-11-29T02:00:00Z").put("expires", "2030-01-01T00:00:00Z"))));

        assertThat(refusal(check("2027-03-01T00:00:00Z"))).isInstanceOf(UpdateProblem.RolledBack.class);
    }

    @Test
    void countsAlsoAgainstTheFormerKeyOfAPair() throws Exception {
        ReleaseKey former = ReleaseKey.make();
        accept("2026-11-30T02:00:00Z");
        SERVER.serve(former.sign(ReleaseText.with(root -> root.put("issued", "2026-11-29T02:00:00Z"))));
        Set<PublicKeyPin> both = Set.of(KEY.pin(), former.pin());

        assertThat(refusal(check(both, ReleaseText.NOW))).isInstanceOf(UpdateProblem.RolledBack.class);
    }

    @Test
    void countsNoMoreUnderKeysOfSomebodyElse() throws Exception {
        ReleaseKey office = ReleaseKey.make();
        accept("2026-11-30T02:00:00Z");
        SERVER.serve(office.sign(ReleaseText.with(root -> root.put("issued", "2026-11-29T02:00:00Z"))));

        UpdateAnswer answer = check(Set.of(office.pin()), ReleaseText.NOW).ask("0.1.0");

        assertThat(answer.standing()).isEqualTo(Standing.NEWER);
    }

    @Test
    void isBelievedByItsSignatureAlone() throws Exception {
        Files.write(folder.resolve("update.p7m"), ReleaseKey.make().sign(ReleaseText.usual()));
        assertThat(check(ReleaseText.NOW).known("0.1.0")).isEmpty();

        Files.writeString(folder.resolve("update.p7m"), "rusak");
        assertThat(check(ReleaseText.NOW).known("0.1.0")).isEmpty();
        accept("2026-11-30T02:00:00Z");
        assertThat(check(ReleaseText.NOW).known("0.1.0")).isPresent();
    }

    @Test
    void isKnownWithoutAskingForAsLongAsItHolds() throws Exception {
        accept("2026-11-30T02:00:00Z");
        SERVER.requests().clear();

        assertThat(check(ReleaseText.NOW).known("0.1.0"))
                .map(UpdateAnswer::standing)
                .contains(Standing.NEWER);
        assertThat(check(ReleaseText.NOW).known("0.2.0"))
                .map(UpdateAnswer::standing)
                .contains(Standing.CURRENT);
        assertThat(check("2027-01-30T02:00:00Z").known("0.1.0")).isEmpty();
        assertThat(SERVER.requests()).isEmpty();
    }
}
