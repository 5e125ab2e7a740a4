package id.espm.signer.key.token;

import id.espm.signer.Problem;
import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.key.token.Slots.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Opens keys in tokens (PKCS#11): a smart card, a USB token, an HSM. The key never leaves the token; signature values are
 * computed there. A program logs in to a token as a whole (PKCS#11 v2.40 §5.6): while one key of a token is open, any PIN
 * opens another one there, and closing either logs out both. Keys that want the PIN for each signature
 * (CKA_ALWAYS_AUTHENTICATE) do not work with Java's provider and are refused when opened.
 */
public final class TokenKeys {
    private static final List<String> PROGRAM_CODE = List.of("7f454c46", "4d5a", "cffaedfe", "cafebabe");

    private TokenKeys() {}

    /**
     * The tokens that are plugged in. No PIN is needed.
     *
     * @throws SignerException {@link TokenUnusable}
     */
    public static List<Token> tokens(Path library) throws SignerException {
        try {
            return slots(library).withToken().stream().map(Slot::token).toList();
        } catch (CryptokiException e) {
            throw unusable(library, e);
        }
    }

    /**
     * The token that a request means.
     *
     * @throws SignerException {@link TokenUnusable}
     */
    public static Token find(TokenRequest request) throws SignerException {
        return slot(request).token();
    }

    /**
     * The certificates of a token that are for signing documents and not of an authority, for the choice before the PIN is
     * known. Whether there is a key to each of them shows when it is opened; a token may also hide them until then.
     *
     * @throws SignerException {@link TokenUnusable}
     */
    public static List<X509Certificate> certificates(TokenRequest request) throws SignerException {
        try {
            Slots slots = slots(request.library());
            return slots.certificates(slot(slots, request)).stream()
                    .filter(certificate -> certificate.getBasicConstraints() < 0)
                    .filter(CertificateUse::maySignDocuments)
                    .toList();
        } catch (CryptokiException e) {
            throw unusable(request.library(), e);
        }
    }

    /**
     * Logs in and opens a key. Closing the key logs out.
     *
     * @param pin stays the caller's to wipe; not used where the PIN is typed at the reader
     * @throws SignerException {@link TokenUnusable}, {@link Problem.SeveralKeys}, {@link Problem.KeyNotFound}
     */
    public static SigningKey open(TokenRequest request, Secret pin) throws SignerException {
        Slot slot = slot(request);
        TokenLogin login = TokenLogin.to(request.library().toAbsolutePath(), slot, pin);
        boolean opened = false;
        try {
            SigningKey key = login.keys(slot.token().label()).open(request.choice(), login::close);
            opened = true;
            return key;
        } finally {
            if (!opened) {
                login.close();
            }
        }
    }

    private static Slot slot(TokenRequest request) throws SignerException {
        try {
            return slot(slots(request.library()), request);
        } catch (CryptokiException e) {
            throw unusable(request.library(), e);
        }
    }

    private static Slots slots(Path library) throws SignerException {
        if (!Files.isRegularFile(library)) {
            throw new SignerException(new TokenUnusable(library.toString(), Trouble.LIBRARY_MISSING, ""));
        }
        try {
            requireProgramCode(library);
            return new Slots(library.toAbsolutePath());
        } catch (IOException | IllegalArgumentException | CryptokiException e) {
            throw unusable(library, e);
        }
    }

    /** Java warns on the standard output when it is made to load something else: ELF, PE, Mach-O and its fat form. */
    private static void requireProgramCode(Path library) throws IOException {
        try (InputStream in = Files.newInputStream(library)) {
            String start = HexFormat.of().formatHex(in.readNBytes(4));
            if (PROGRAM_CODE.stream().noneMatch(start::startsWith)) {
                throw new IOException("not a library");
            }
        }
    }

    private static SignerException unusable(Path library, Exception e) {
        TokenUnusable problem = new TokenUnusable(library.toString(), Trouble.LIBRARY_UNUSABLE, Reasons.of(e));
        return new SignerException(problem, e);
    }

    private static Slot slot(Slots slots, TokenRequest request) throws SignerException, CryptokiException {
        List<Slot> all = slots.withToken();
        Optional<String> name = request.token();
        List<Slot> meant = all.stream()
                .filter(slot -> name.isEmpty() || slot.token().isCalled(name.get()))
                .toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        Trouble trouble = meant.isEmpty() ? Trouble.NO_TOKEN : Trouble.SEVERAL_TOKENS;
        String there = names(meant.isEmpty() ? all : meant);
        throw new SignerException(new TokenUnusable(request.library().toString(), trouble, there));
    }

    /** Labels, and where labels are alike the serial numbers that tell them apart. */
    private static String names(List<Slot> slots) {
        List<String> labels = slots.stream().map(slot -> slot.token().label()).toList();
        boolean distinct = labels.stream().distinct().count() == labels.size();
        return slots.stream()
                .map(slot -> distinct
                        ? slot.token().label()
                        : slot.token().label() + " " + slot.token().serial())
                .collect(Collectors.joining(", "));
    }
}
