package id.espm.signer.key.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.key.token.Slots.Slot;
import id.espm.signer.key.token.Token.Pin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenLibraryTest {
    @TempDir
    Path folder;

    @Test
    void aLibraryThatIsNotThereIsMissing() {
        assertThat(trouble(folder.resolve("libtoken.so"))).isEqualTo(Trouble.LIBRARY_MISSING);
        assertThat(trouble(folder)).isEqualTo(Trouble.LIBRARY_MISSING);
    }

    @Test
    void aFileThatIsNoLibraryIsUnusable() throws Exception {
        assertThat(trouble(Files.writeString(folder.resolve("libtoken.so"), "bukan")))
                .isEqualTo(Trouble.LIBRARY_UNUSABLE);
    }

    @Test
    void aLibraryOfSomethingElseIsUnusable() {
        Optional<Path> libc = Stream.of("/lib/x86_64-linux-gnu/libc.so.6", "/lib/aarch64-linux-gnu/libc.so.6")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(libc.isPresent(), "this machine keeps its libc elsewhere");

        assertThat(trouble(libc.get())).isEqualTo(Trouble.LIBRARY_UNUSABLE);
    }

    @Test
    void aLockedTokenIsNotAskedForAnything() {
        Slot locked = new Slot(0, 0, new Token("Kartu Siti", "0001", "Pembuat", Pin.LOCKED, false));
        try (Secret pin = Secret.copyOf("271828".toCharArray())) {
            SignerException e = catchThrowableOfType(
                    SignerException.class,
                    () -> TokenLogin.to(folder.resolve("libtoken.so"), locked, pin)
                            .close());

            assertThat(e.problem()).isEqualTo(new TokenUnusable("Kartu Siti", Trouble.PIN_LOCKED, ""));
        }
    }

    @Test
    void aPathThatSunPkcs11WouldReadAsSomethingElseIsRefused() {
        Slot slot = new Slot(0, 0, new Token("Kartu Siti", "0001", "Pembuat", Pin.USABLE, false));
        try (Secret pin = Secret.copyOf("271828".toCharArray())) {
            for (String name : new String[] {"lib${user.home}.so", "lib\"token\".so"}) {
                SignerException e = catchThrowableOfType(
                        SignerException.class,
                        () -> TokenLogin.to(folder.resolve(name), slot, pin).close());

                assertThat(e.problem())
                        .isInstanceOfSatisfying(
                                TokenUnusable.class,
                                p -> assertThat(p.trouble()).isEqualTo(Trouble.FAILED));
            }
        }
    }

    private static Trouble trouble(Path library) {
        SignerException e = catchThrowableOfType(SignerException.class, () -> TokenKeys.tokens(library));
        return ((TokenUnusable) e.problem()).trouble();
    }
}
