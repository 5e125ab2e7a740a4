package id.espm.signer.key.pkcs12;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * A PKCS#12 file (RFC 7292) that was read as far as it goes without its passphrase. What the key stores of Java and Bouncy
 * Castle open, this opens; and it tells a wrong passphrase from damage, and either from what is not supported (ADR-0011).
 */
public final class Pkcs12 {
    /** A .p12 holds a key and a few certificates; what is larger is something else. */
    private static final long MAX_SIZE = 4L << 20;

    private final Path file;
    private final PfxStructure structure;

    private Pkcs12(Path file, PfxStructure structure) {
        this.file = file;
        this.structure = structure;
    }

    /**
     * Reads a file.
     *
     * @throws SignerException {@link Problem.FileUnreadable}, {@link Problem.NotPkcs12}, {@link Problem.PemNotUsable},
     *     {@link Problem.KeyFileDamaged}, {@link Problem.KeyProtectionUnsupported}
     */
    public static Pkcs12 read(Path file) throws SignerException {
        byte[] content = content(file);
        if (!beginsLikePfx(content)) {
            throw new SignerException(isPem(content) ? new Problem.PemNotUsable(file) : new Problem.NotPkcs12(file));
        }
        try {
            return new Pkcs12(file, Asn1.of(() -> PfxStructure.read(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new SignerException(new Problem.KeyProtectionUnsupported(file, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.KeyFileDamaged(file), e);
        }
    }

    private static byte[] content(Path file) throws SignerException {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new SignerException(new Problem.NotPkcs12(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    private static boolean isPem(byte[] content) {
        int length = Math.min(content.length, 1 << 16);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    /** What does not even begin like a PFX ({@code SEQUENCE { INTEGER 3, …}}) is no PKCS#12; what breaks off later is damaged. */
    private static boolean beginsLikePfx(byte[] content) {
        if (content.length < 8 || content[0] != 0x30) {
            return false;
        }
        int lengthByte = content[1] & 0xff;
        int version = lengthByte <= 0x80 ? 2 : 2 + (lengthByte & 0x7f);
        return version + 3 <= content.length
                && content[version] == 0x02
                && content[version + 1] == 0x01
                && content[version + 2] == 0x03;
    }

    /**
     * Every private key that has a certificate, those that can sign here first.
     *
     * @param passphrase stays the caller's to wipe; no copy of it is left
     * @return never empty
     * @throws SignerException one of the {@link Problem.OfKey} cases
     */
    public List<KeyEntry> keys(char[] passphrase) throws SignerException {
        Budget budget = new Budget(file);
        Contents contents;
        try (Passphrase encoded = new Passphrase(passphrase)) {
            contents = new Opening(file, structure, encoded, budget).contents();
        }
        Pairing pairing = new Pairing(file, contents.bags(), budget);
        List<KeyEntry> entries = pairing.entries();
        boolean usable = entries.stream().anyMatch(entry -> entry.objection().isEmpty());
        if (!usable) {
            throw new SignerException(objection(contents, entries, pairing.orphans()));
        }
        return entries;
    }

    private Problem objection(Contents contents, List<KeyEntry> refused, List<Problem> orphans) {
        if (!contents.unsupported().isEmpty()) {
            return new Problem.KeyProtectionUnsupported(
                    file, contents.unsupported().getFirst());
        }
        if (contents.locked() > 0) {
            return new Problem.KeyPassphraseDiffers(file);
        }
        return refused.stream()
                .map(KeyEntry::objection)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> orphans.stream().findFirst())
                .orElseGet(() -> new Problem.NoPrivateKey(file));
    }
}
