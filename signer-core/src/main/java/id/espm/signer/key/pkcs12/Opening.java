package id.espm.signer.key.pkcs12;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One attempt to open a file by one passphrase. */
final class Opening {
    private final Path file;
    private final PfxStructure pfx;
    private final Passphrase passphrase;
    private final Budget budget;
    private final Contents contents = new Contents();
    private final List<Locked> stillLocked = new ArrayList<>();
    private boolean passphraseProven;

    Opening(Path file, PfxStructure pfx, Passphrase passphrase, Budget budget) {
        this.file = file;
        this.pfx = pfx;
        this.passphrase = passphrase;
        this.budget = budget;
    }

    /** What a decrypted piece becomes; refuses what cannot be such a piece. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(byte[] plain) throws IOException;
    }

    /**
     * Checks the MAC and decrypts what this passphrase decrypts.
     *
     * @throws SignerException {@link Problem.WrongPassphrase}, {@link Problem.KeyFileDamaged},
     *     {@link Problem.KeyFileTooCostly}
     */
    Contents contents() throws SignerException {
        budget.require(pfx.work());
        if (pfx.integrity().isPresent()) {
            requireIntegrity(pfx.integrity().get());
        }
        contents.bags().merge(pfx.bags());
        for (Locked safe : pfx.safes()) {
            openSafe(safe);
        }
        for (Locked key : contents.bags().lockedKeys()) {
            unlock(key, PrivateKeys::read).ifPresent(info -> contents.addKey(info, key.localKeyId()));
        }
        if (!passphraseProven && !stillLocked.isEmpty()) {
            throw new SignerException(wrongPassphrase());
        }
        contents.setLocked(stillLocked.size());
        return contents;
    }

    private void requireIntegrity(Integrity integrity) throws SignerException {
        boolean retry = false;
        for (byte[] encoding : integrity.encodings(passphrase)) {
            if (retry && !budget.allowsRetry(integrity.work())) {
                break;
            }
            if (integrity.holds(encoding, pfx.content().array())) {
                passphrase.prefer(encoding);
                passphraseProven = true;
                return;
            }
            retry = true;
        }
        throw new SignerException(whyIntegrityFails());
    }

    /** A passphrase that decrypts is right, so that a MAC that fails under it tells of damage, or of two passphrases. */
    private Problem whyIntegrityFails() {
        boolean keyOpens = pfx.bags().lockedKeys().stream().anyMatch(key -> opensAtOnce(key, PrivateKeys::read));
        boolean safeOpens = pfx.safes().stream().anyMatch(safe -> opensAtOnce(safe, Bags::read));
        if (safeOpens || (keyOpens && pfx.safes().isEmpty())) {
            return new Problem.KeyFileDamaged(file);
        }
        return keyOpens ? new Problem.KeyPassphraseDiffers(file) : wrongPassphrase();
    }

    private boolean opensAtOnce(Locked locked, Reading<?> reading) {
        return locked.protection()
                .flatMap(protection -> protection.decrypt(
                        protection.encodings(passphrase).getFirst(),
                        locked.encrypted().array()))
                .flatMap(plain -> read(plain, reading))
                .isPresent();
    }

    private void openSafe(Locked safe) throws SignerException {
        Optional<Bags> opened = unlock(safe, Bags::read);
        if (opened.isPresent()) {
            for (Locked key : opened.get().lockedKeys()) {
                budget.require(key.work());
            }
            contents.bags().merge(opened.get());
        }
    }

    private <T> Optional<T> unlock(Locked locked, Reading<T> reading) {
        if (locked.protection().isEmpty()) {
            contents.addUnsupported(locked.algorithm());
            return Optional.empty();
        }
        Protection protection = locked.protection().get();
        boolean retry = false;
        for (byte[] encoding : protection.encodings(passphrase)) {
            if (retry && !budget.allowsRetry(protection.work())) {
                break;
            }
            Optional<T> opened =
                    protection.decrypt(encoding, locked.encrypted().array()).flatMap(plain -> read(plain, reading));
            if (opened.isPresent()) {
                passphrase.prefer(encoding);
                passphraseProven = true;
                return opened;
            }
            retry = true;
        }
        stillLocked.add(locked);
        return Optional.empty();
    }

    /** One wrong key in 256 leaves a padding that looks right, and then no structure. */
    private static <T> Optional<T> read(byte[] plain, Reading<T> reading) {
        try {
            return Optional.of(Asn1.of(() -> reading.read(plain)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Problem wrongPassphrase() {
        return new Problem.WrongPassphrase(file, passphrase.blankAtEdge());
    }
}
