package id.espm.signer.benchmarks;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.KeyOpening;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who signs: one RSA-2048 key, as each contender wants it.
 *
 * @param issued      key and chain as Java objects
 * @param keyFile     the same as a {@code .p12}
 * @param key         the same, opened by the Signer, signing in Java
 * @param acceleratedKey the same, signing by the native provider, where this machine has it
 */
record BenchSigner(IssuedKey issued, Path keyFile, SigningKey key, Optional<SigningKey> acceleratedKey)
        implements AutoCloseable {
    /** Of the key file, which is made for each run and worth nothing. */
    static final String PASSPHRASE = "latihan";

    static BenchSigner create(Path folder) throws IOException, SignerException {
        Path keyFile = folder.resolve("bench.p12");
        Pkcs12File.write(keyFile, Officials.ppspm(), PASSPHRASE.toCharArray(), Protection.AES_256);
        try (Secret secret = Secret.copyOf(PASSPHRASE.toCharArray())) {
            Optional<SigningKey> accelerated = Optional.of(KeyFile.open(keyFile, secret))
                    .filter(k -> k.provider().isPresent());
            SigningKey inJava = KeyFile.open(keyFile, secret, KeyOpening.usual().inJava());
            return new BenchSigner(Officials.ppspm(), keyFile, inJava, accelerated);
        }
    }

    @Override
    public void close() {
        key.close();
        acceleratedKey.ifPresent(SigningKey::close);
    }
}
