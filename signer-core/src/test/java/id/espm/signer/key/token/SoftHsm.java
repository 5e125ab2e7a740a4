package id.espm.signer.key.token;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.token.Slots.Slot;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * SoftHSM with tokens of its own. It reads SOFTHSM2_CONF when it is initialized, which a library is once per process: so each
 * set of tokens gets a copy of the library, and the variable is set in this process before that copy is first used.
 */
final class SoftHsm {
    static final String PIN = "271828";

    private final Path library;
    private final Path configuration;

    private SoftHsm(Path library, Path configuration) {
        this.library = library;
        this.configuration = configuration;
    }

    /** Starts one with tokens of these labels; the test is skipped where SoftHSM is not installed. */
    static SoftHsm withTokens(Path folder, String... labels) throws Exception {
        Optional<Path> installed = installed();
        assumeTrue(
                installed.isPresent(), "softhsm2 is not installed on this machine, and it is the token of this test");
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Path configuration = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Path library = Files.copy(installed.get(), folder.resolve("libsofthsm2.so"));
        SoftHsm hsm = new SoftHsm(library, configuration);
        for (String label : labels) {
            hsm.initialize(label);
        }
        setVariable("SOFTHSM2_CONF", configuration.toString());
        TokenKeys.tokens(library);
        return hsm;
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/lib/softhsm", "/usr/lib64/softhsm", "/usr/lib64/pkcs11", "/opt/homebrew/lib/softhsm")
                .map(folder -> Path.of(folder, "libsofthsm2.so"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    Path library() {
        return library;
    }

    TokenRequest request(String token) {
        return new TokenRequest(library, Optional.of(token), KeyChoice.onlyOne());
    }

    private void initialize(String label) throws IOException, InterruptedException {
        run("--init-token", "--free", "--label", label, "--so-pin", "314159", "--pin", PIN);
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("softhsm2-util"));
        command.addAll(List.of(arguments));
        Path said = library.resolveSibling("softhsm2-util.out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(Map.of("SOFTHSM2_CONF", configuration.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(Files.readString(said));
        }
    }

    /** Puts a key with its chain on a token, from which it cannot be read again. */
    void put(String token, String alias, IssuedKey key) throws Exception {
        Slot slot = new Slots(library)
                .withToken().stream()
                        .filter(s -> s.token().isCalled(token))
                        .findFirst()
                        .orElseThrow();
        AuthProvider provider = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--name=put\nlibrary=\"" + library + "\"\nslot=" + slot.id()
                        + "\ndestroyTokenAfterLogout=true\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        store.setKeyEntry(alias, key.privateKey(), null, key.chain().toArray(X509Certificate[]::new));
        if (store.getKey(alias, null).getEncoded() != null) {
            throw new IllegalStateException("the key can be read from the token, so the tests would prove little");
        }
        provider.logout();
    }

    /** The variables of a running JVM's process can be set by its C library only. */
    @SuppressWarnings("restricted")
    private static void setVariable(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MemorySegment setenv = linker.defaultLookup().find("setenv").orElseThrow();
        FunctionDescriptor form = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment nativeName = arena.allocateFrom(name, StandardCharsets.UTF_8);
            MemorySegment nativeValue = arena.allocateFrom(value, StandardCharsets.UTF_8);
            linker.downcallHandle(setenv, form).invokeWithArguments(nativeName, nativeValue, 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
