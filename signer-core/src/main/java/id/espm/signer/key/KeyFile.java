package id.espm.signer.key;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.pkcs12.KeyEntry;
import id.espm.signer.key.pkcs12.Pkcs12;
import java.nio.file.Path;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Opens the official's {@code .p12} (RFC 7292) with its passphrase, whichever program wrote it: the reader is our own
 * (ADR-0011).
 */
public final class KeyFile {
    private KeyFile() {}

    /**
     * Opens the one signing key in a file.
     *
     * @param passphrase stays the caller's to wipe
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase) throws SignerException {
        return open(file, passphrase, KeyOpening.usual());
    }

    /**
     * Opens the one signing key in a file, to sign by a chosen provider.
     *
     * @param passphrase stays the caller's to wipe
     * @param preferred  see {@link KeyOpening#provider()}
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase, Provider preferred) throws SignerException {
        return open(file, passphrase, KeyOpening.usual().with(preferred));
    }

    /**
     * Opens the chosen signing key in a file.
     *
     * @param passphrase stays the caller's to wipe
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase, KeyChoice choice) throws SignerException {
        return open(file, passphrase, KeyOpening.usual().with(choice));
    }

    /**
     * Opens a signing key in a file.
     *
     * @param passphrase stays the caller's to wipe
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase, KeyOpening opening) throws SignerException {
        List<KeyEntry> entries = Pkcs12.read(file).keys(passphrase.expose());
        KeyEntry chosen = chosen(file, entries, opening.choice());
        List<Problem.OfferedKey> passedOver = entries.stream()
                .filter(entry -> entry != chosen && entry.objection().isEmpty())
                .map(entry -> KeyChoice.offered(entry.certificate()))
                .toList();
        return SigningKey.of(chosen.privateKey(), chosen.chain(), file, opening.provider())
                .among(opening.nikPlaces(), passedOver);
    }

    /** Among those that can sign; a key that cannot is looked at only where it is named, to say why it cannot. */
    private static KeyEntry chosen(Path file, List<KeyEntry> entries, KeyChoice choice) throws SignerException {
        List<KeyEntry> usable =
                entries.stream().filter(entry -> entry.objection().isEmpty()).toList();
        try {
            return usable.get(choice.among(file.toString(), certificates(usable)));
        } catch (SignerException e) {
            if (choice instanceof KeyChoice.BySerial && usable.size() < entries.size()) {
                List<KeyEntry> refused = entries.subList(usable.size(), entries.size());
                try {
                    return refused.get(choice.among(file.toString(), certificates(refused)));
                } catch (SignerException alsoNot) {
                    e.addSuppressed(alsoNot);
                }
            }
            throw e;
        }
    }

    private static List<X509Certificate> certificates(List<KeyEntry> entries) {
        return entries.stream().map(KeyEntry::certificate).toList();
    }

    /**
     * Why a file is not even worth asking for a passphrase: it is no PKCS#12, or broken, or protected in a way that is not
     * known here. Nothing is decrypted or derived for it.
     */
    public static Optional<Problem> objectionToKind(Path file) {
        try {
            Pkcs12.read(file);
            return Optional.empty();
        } catch (SignerException e) {
            return Optional.of(e.problem());
        }
    }
}
