package id.espm.signer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What can stop the Signer, one record per case, so that a new case without a text does not compile. The four families
 * have exit codes of their own in the command line's contract.
 */
public sealed interface Problem {

    /** The key file, its certificate, or the official's authority to sign. */
    sealed interface OfKey extends Problem {}

    /** The documents, the package or the rules. */
    sealed interface OfDocuments extends Problem {}

    /** A service on the network that a signature needs. */
    sealed interface OfNetwork extends Problem {}

    /** A fault of the program or of the key's provider. */
    sealed interface OfProgram extends Problem {}

    /** The passphrase does not open the key file. {@code blankAtEdge}: it began or ended with a blank, a common slip. */
    record WrongPassphrase(Path file, boolean blankAtEdge) implements OfKey {}

    /** The file begins like a PKCS#12 but cannot be read to its end. */
    record KeyFileDamaged(Path file) implements OfKey {}

    /** The file is something else than a PKCS#12. */
    record NotPkcs12(Path file) implements OfKey {}

    /** The file is the {@code .pem} that only LOCK can turn into a {@code .p12} (PER-10/PB/2018, Lampiran 7.3). */
    record PemNotUsable(Path file) implements OfKey {}

    /** The PKCS#12 opens but holds no private key with a certificate. */
    record NoPrivateKey(Path file) implements OfKey {}

    /** The PKCS#12 holds a private key, but no certificate of that key. */
    record KeyWithoutCertificate(Path file) implements OfKey {}

    /** A key that a file, token or store holds: its certificate's serial number in hexadecimal digits, and its owner. */
    record OfferedKey(String serial, String nama) {}

    /** {@code source}, a file, token or store, holds several keys that could sign, and none was chosen. */
    record SeveralKeys(String source, List<OfferedKey> offered) implements OfKey {
        public SeveralKeys {
            offered = List.copyOf(offered);
        }
    }

    /** {@code source} does not hold the key that was chosen by its certificate's serial number. */
    record KeyNotFound(String source, String serial, List<OfferedKey> offered) implements OfKey {
        public KeyNotFound {
            offered = List.copyOf(offered);
        }
    }

    /** The passphrase opens the PKCS#12, but its key is protected by another one. */
    record KeyPassphraseDiffers(Path file) implements OfKey {}

    /** The PKCS#12 asks for more work than any sound one does ({@code iterations}), so it was not begun. */
    record KeyFileTooCostly(Path file, long iterations) implements OfKey {}

    /** The MAC, the encryption or the key agreement of a file is one that this program does not know. */
    record KeyProtectionUnsupported(Path file, String algorithm) implements OfKey {}

    /** A token (PKCS#11) or the certificate store of Windows gives no key. */
    record TokenUnusable(String source, Trouble trouble, String detail) implements OfKey {
        /** Why there is no key. */
        public enum Trouble {
            /** The library that was named is not there. */
            LIBRARY_MISSING,
            /** The library is there, but is none of PKCS#11 or does not start. */
            LIBRARY_UNUSABLE,
            /** No token of that name is plugged in. */
            NO_TOKEN,
            /** Several tokens are plugged in, and none was named. */
            SEVERAL_TOKENS,
            PIN_WRONG,
            /** The token takes no PIN any more. */
            PIN_LOCKED,
            /** There is no private key with a certificate. */
            NO_KEY,
            /** This machine has no such store. */
            STORE_MISSING,
            /** Anything else; {@code detail} has the provider's words. */
            FAILED
        }
    }

    /** Too many wrong passphrases in a row: none is tried before {@code until}. */
    record PassphraseThrottled(String source, Instant until) implements OfKey {}

    /** The file, or its key, uses an algorithm that this program does not know. */
    record KeyAlgorithmUnsupported(Path file, String algorithm) implements OfKey {}

    /** The private key is not the one that the certificate certifies. */
    record KeyCertificateMismatch(Path file) implements OfKey {}

    /** The certificate is no longer valid since {@code notAfter}. */
    record CertificateExpired(Instant notAfter) implements OfKey {}

    /** The certificate becomes valid at {@code notBefore}. */
    record CertificateNotYetValid(Instant notBefore) implements OfKey {}

    /** Revoked (pencabutan); {@code reason} in the words of RFC 5280 §5.3.1. */
    record CertificateRevoked(Instant revokedAt, String reason) implements OfKey {}

    /** The key or the issuer's signature is so weak that anybody may forge it; {@code algorithm} such as {@code RSA-512}. */
    record CertificateTooWeak(String algorithm) implements OfKey {}

    /** There are trust anchors, and no chain leads from the certificate to one of them. */
    record IssuerNotTrusted(String issuer, ChainGap gap) implements OfKey {
        /** Where the chain ends. */
        public enum ChainGap {
            /** The issuer is none of those that are trusted, nor below one of them. */
            UNKNOWN_ISSUER,
            /** A certificate between is neither in the file nor to be had. */
            INTERMEDIATE_MISSING,
            /** The chain is there but does not hold: a signature, a constraint. */
            CHAIN_BROKEN,
            /** A certificate of an issuer is out of date. */
            ISSUER_OUT_OF_DATE,
            /** A certificate of an issuer is revoked. */
            ISSUER_REVOKED
        }
    }

    /** The settings ask that revocation be known, and it is not. */
    record RevocationNotKnown(RevocationGap gap, String detail) implements OfKey {}

    /** eSPM does not know this certificate as the official's ("Download DS", PER-10/PB/2018, Lampiran 7.3). */
    record SerialNotRegistered(String serial) implements OfKey {}

    /** eSPM knows no active appointment of the official to this position at this satker. */
    record NotAppointed(Jabatan jabatan, Satker satker) implements OfKey {}

    /** The official's digital signature is not issued (New, On Set Passphrase, Enroll, …): only ISSUE may sign. */
    record DsNotIssued(String status) implements OfKey {}

    /** The key usage allows neither digitalSignature nor nonRepudiation; {@code keyUsage} in the names of RFC 5280 §4.2.1.3. */
    record WrongKeyUsage(List<String> keyUsage) implements OfKey {}

    /** An official in this position does not sign this kind of document; {@code allowed} do, {@code pasal} says so. */
    record JabatanMayNotSign(Jabatan jabatan, Jenis jenis, Set<Jabatan> allowed, String pasal) implements OfKey {}

    /** A file among the trust anchors is not a certificate. */
    record TrustAnchorUnreadable(Path file) implements OfKey {}

    /** What should become a trust anchor is not the certificate of an authority. */
    record TrustAnchorNotCa(Path file, String nama) implements OfKey {}

    /** A certificate bears the name of a known authority but is another one. */
    record TrustAnchorImpostor(Path file, String nama, String fingerprint) implements OfKey {}

    /** No trust anchor has this fingerprint. */
    record TrustAnchorNotFound(String fingerprint) implements OfKey {}

    /** A file that was named is not there or cannot be read. */
    record FileUnreadable(Path file) implements OfDocuments {}

    /** A file changed between the check and the signing. */
    record FileChanged(Path file) implements OfDocuments {}

    /** A file that should be a PDF cannot be signed as one. */
    record PdfUnusable(Path file, Reason reason) implements OfDocuments {
        /** Why a PDF cannot be signed. */
        public enum Reason {
            /** It does not begin like a PDF. */
            NOT_A_PDF,
            /** Its structure is broken. */
            DAMAGED,
            /** It opens only with a password, and none was given. */
            PASSWORD_NEEDED,
            /** Neither the user's nor the owner's password. */
            PASSWORD_WRONG,
            /** It is encrypted in another way than by a password, or by one that is not known here. */
            ENCRYPTION_UNSUPPORTED,
            /** The owner of the encrypted document does not permit signing (ISO 32000-2, table 22). */
            PERMISSION_MISSING,
            /** A certification or an earlier signature forbids another one (ISO 32000-2, 12.8.2.2). */
            SIGNING_FORBIDDEN,
            /** A certification signature must be the first, and there is a signature. */
            ALREADY_SIGNED,
            /** A dynamic XFA form: viewers draw its pages anew, so a visible signature would not be seen. */
            XFA_DYNAMIC,
            /** A block on several pages would change pages that earlier signatures cover. */
            ONE_BLOCK_ONLY,
            /** It has no page, and a signature stands on a page. */
            NO_PAGE
        }
    }

    /** A form field of a PDF cannot take the signature. */
    record PdfFieldUnusable(Path file, String field, State state) implements OfDocuments {
        /** Why a field cannot be signed. */
        public enum State {
            /** There is no signature field of this name. */
            UNKNOWN,
            /** It holds a signature. */
            SIGNED,
            /** An earlier signature locks it, or locks all fields (ISO 32000-2, 12.8.2.4). */
            LOCKED
        }
    }

    /** {@code paket.json} is wrong at {@code key}. */
    record PackageDescriptionInvalid(Path file, Flaw flaw, String key) implements OfDocuments {
        /** What is wrong with the description. */
        public enum Flaw {
            /** It is not JSON. */
            NOT_JSON,
            /** It says something that the format does not know. */
            UNKNOWN_KEY,
            /** It does not say what it must. */
            MISSING_KEY,
            /** A value is not of the kind that the format asks for. */
            WRONG_VALUE,
            /** A file is named by a path that leaves the package's folder. */
            PATH_OUTSIDE
        }
    }

    /** Something about the package at {@code source} is said neither by {@code paket.json}, nor by the call, nor by the profile. */
    record PackageDetailMissing(Path source, Detail detail) implements OfDocuments {
        /** What is missing. */
        public enum Detail {
            /** The kind of Dokumen Elektronik. */
            JENIS,
            /** The work unit. */
            SATKER,
            /** The treasury office. */
            KPPN,
            /** The budget year. */
            TAHUN,
            /** As what the official signs. */
            JABATAN,
            /** Where the official signs. */
            LOKASI,
            /** The number of a document. */
            NOMOR
        }
    }

    /** The files of a folder cannot be put together to documents without guessing; each question is one to be decided. */
    record PackageAmbiguous(Path folder, List<PackageQuestion> questions) implements OfDocuments {
        public PackageAmbiguous {
            questions = List.copyOf(questions);
        }
    }

    /** A file that must not be signed as a part of a package. */
    record FileUnfit(Path file, Unfitness why) implements OfDocuments {}

    /** Another program holds the file. */
    record FileInUse(Path file) implements OfDocuments {}

    /** A file is larger than the rules allow; sizes in bytes, {@code source} of the limit. */
    record FileTooLarge(Path file, long size, long limit, String source) implements OfDocuments {}

    /** The ADK says another satker or year than the package. */
    record AdkMismatch(Path adk, Mark mark, String said, String found) implements OfDocuments {
        /** What differs. */
        public enum Mark {
            SATKER,
            TAHUN
        }
    }

    /** ADK and PDFs differ, and nobody accepted it. */
    record DifferencesNotAccepted(Path source, List<Difference> differences) implements OfDocuments {
        public DifferencesNotAccepted {
            differences = List.copyOf(differences);
        }
    }

    /** The same document is in several packages that are to be signed together. */
    record NomorElsewhere(String nomor, List<Path> packages) implements OfDocuments {
        public NomorElsewhere {
            packages = List.copyOf(packages);
        }
    }

    /** The bundle is of another satker than the official's. */
    record SatkerDiffers(Path bundle, String inBundle, Satker said) implements OfDocuments {}

    /** The clock stands before the last entry of the audit trail, so it was set back. */
    record ClockSetBack(Instant last, Instant now) implements OfDocuments {}

    /** The same folder is being signed by another run of the program. */
    record RunningAlready(Path folder) implements OfDocuments {}

    /** The folder for results cannot be made or written to. */
    record OutputNotWritable(Path folder) implements OfDocuments {}

    /** The disk of the folder for results has too little room; sizes in bytes. */
    record DiskFull(Path folder, long needed, long free) implements OfDocuments {}

    /** The record of what was signed cannot be read or written; without it nothing is signed. */
    record HistoryUnusable(Path file, String detail) implements OfDocuments {}

    /** The package's parts do not fit its jenis (PER-10/PB/2018 Pasal 1(5)-(9)); {@code document} is a nomor or a file name. */
    record CompositionWrong(Jenis jenis, Misfit misfit, String document, String pasal) implements OfDocuments {
        /** What does not fit. */
        public enum Misfit {
            /** A document lacks its ADK. */
            ADK_MISSING,
            /** A document has an ADK, and this jenis has none. */
            ADK_NOT_ALLOWED,
            /** A document lacks its attachment. */
            LAMPIRAN_MISSING,
            /** A document has an attachment, and this jenis has none. */
            LAMPIRAN_NOT_ALLOWED,
            /** An attachment is not called {@code .pdf}. */
            LAMPIRAN_NOT_PDF,
            /** The package is empty. */
            NO_DOCUMENT,
            /** The same nomor, or the same file, twice. */
            DUPLICATE
        }
    }

    /** More SPM than one Dokumen Elektronik may hold (PER-10/PB/2018 Pasal 6(2)). */
    record TooManySpm(int limit, List<String> nomor, String pasal) implements OfDocuments {}

    /** The output is there already, and overwriting was not asked for. */
    record OutputExists(Path file) implements OfDocuments {}

    /** A file that should be a signed bundle cannot be taken as one. */
    record BundleUnusable(Path file, Finding finding) implements OfDocuments {}

    /** The place of a visible signature is written in none of the forms of {@code --visible}. */
    record PlacementInvalid(String text) implements OfDocuments {}

    /** A template of a visible signature is wrong at {@code key}; an empty key: it is not JSON. */
    record TemplateInvalid(Path file, String key) implements OfDocuments {}

    /** A visible signature should stand on a page that is not there; a negative page counts from the last, -1. */
    record PageMissing(int page, int pages) implements OfDocuments {}

    /** A visible signature should stand where a text is, and the text is not in these pages. */
    record AnchorNotFound(Path file, String text) implements OfDocuments {}

    /** A visible signature should stand where a text is, and the text is in several places. */
    record AnchorAmbiguous(Path file, String text, int count) implements OfDocuments {}

    /** The picture of a visible signature is neither a PNG nor a JPEG, is damaged, or is too large. */
    record PictureUnusable(Path file) implements OfDocuments {}

    /** A signature to which another is to be added does not hold, or cannot be read. */
    record SignedFileUnusable(Path file, Finding finding) implements OfDocuments {}

    /** This official has signed the file before; {@code nama} as the certificate has it. */
    record AlreadySigned(Path file, String nama) implements OfDocuments {}

    /** A file of rules in the settings cannot be used. */
    record RulesInvalid(Path file, String detail) implements OfDocuments {}

    /** No time-stamping authority gave a timestamp; obstacle and detail are those of the last one tried. */
    record TimestampUnavailable(List<URI> tried, Obstacle obstacle, String detail) implements OfNetwork {
        public TimestampUnavailable {
            tried = List.copyOf(tried);
        }

        /** Why there is no timestamp. */
        public enum Obstacle {
            UNREACHABLE,
            TOO_SLOW,
            /** It serves only those who log in. */
            LOGIN_REFUSED,
            /** It answered, but did not grant the request. */
            REFUSED,
            /** What it answered is not a timestamp for what was asked, or its signature does not hold. */
            INVALID_ANSWER,
            /** By which proxy it is reached cannot be told. */
            PROXY_UNKNOWN,
            /** The user stopped waiting. */
            INTERRUPTED
        }
    }

    /**
     * A signature could not be raised to the level that was asked for (ETSI EN 319 102-1, 5.5-5.6); {@code detail} names the
     * certificate or address where it is known.
     */
    record LevelNotReached(SignatureLevel level, LevelGap cause, String detail) implements OfNetwork {}

    /** What was just signed did not stand our own check, so it was not kept. */
    record SelfCheckFailed(List<Finding> findings) implements OfProgram {}

    /** The key's provider refused to sign. */
    record SigningFailed(String algorithm) implements OfProgram {}
}
