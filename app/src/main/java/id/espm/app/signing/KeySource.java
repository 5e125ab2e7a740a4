package id.espm.app.signing;

import id.espm.signer.SignerException;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.KeyOpening;
import id.espm.signer.key.NikPlaces;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.key.token.TokenKeys;
import id.espm.signer.key.token.TokenRequest;
import id.espm.signer.key.token.WindowsStore;
import java.nio.file.Path;
import java.util.List;

/** Where the official's key lies, and which one there is meant. */
public sealed interface KeySource {

    /** What a person knows it by. */
    String name();

    /**
     * Opens the key.
     *
     * @param secret stays the caller's to wipe; not looked at where the source asks for it itself
     * @throws SignerException one of the {@link id.espm.signer.Problem.OfKey} cases
     */
    SigningKey open(Secret secret) throws SignerException;

    /** A {@code .p12}. */
    record OfFile(Path file, KeyOpening opening) implements KeySource {
        @Override
        public String name() {
            Path last = file.getFileName();
            return last == null ? file.toString() : last.toString();
        }

        @Override
        public SigningKey open(Secret secret) throws SignerException {
            return KeyFile.open(file, secret, opening);
        }
    }

    /** A token by its PKCS#11 library. */
    record OfToken(TokenRequest request, NikPlaces nikPlaces) implements KeySource {
        @Override
        public String name() {
            return request.token().orElse(request.library().toString());
        }

        @Override
        public SigningKey open(Secret secret) throws SignerException {
            return TokenKeys.open(request, secret).among(nikPlaces, List.of());
        }
    }

    /** The certificate store of Windows. */
    record OfWindows(KeyChoice choice, NikPlaces nikPlaces) implements KeySource {
        @Override
        public String name() {
            return WindowsStore.NAME;
        }

        @Override
        public SigningKey open(Secret secret) throws SignerException {
            return new WindowsStore().open(choice).among(nikPlaces, List.of());
        }
    }
}
