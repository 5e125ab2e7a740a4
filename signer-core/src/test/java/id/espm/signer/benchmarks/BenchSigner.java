package id.espm.signer.benchmarks;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SignatureProviders;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who signs: one RSA-2048 key, as each contender wants it.
 *
 * @param issued      key and chain as Java objects
 * @param keyFile     the same as a {@code .p12}
 * @param key         the same, opened by the Signer
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
            Optional<SigningKey> accelerated = Optional.empty();
            if (SignatureProviders.amazonCorretto().isPresent()) {
                accelerated = Optional.of(KeyFile.open(
                                keyFile,
                                secret,
                                SignatureProviders.amazonCorretto().get()))
                        .filter(k -> k.provider().isPresent());
            }
            return new BenchSigner(Officials.ppspm(), keyFile, KeyFile.open(keyFile, secret), accelerated);
        }
    }

    @Override
    public void close() {
        key.close();
        acceleratedKey.ifPresent(SigningKey::close);
    }
}
