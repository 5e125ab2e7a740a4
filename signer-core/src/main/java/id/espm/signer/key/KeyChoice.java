package id.espm.signer.key;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Which key of a file, token or store is meant where it holds several. */
public sealed interface KeyChoice {

    /** The only one there is, or the only one that may sign documents by its certificate. */
    record OnlyOne() implements KeyChoice {}

    /**
     * The one whose certificate has this serial number.
     *
     * @param serial hexadecimal digits in either case, with or without colons, blanks, leading zeros or {@code 0x}
     */
    record BySerial(String serial) implements KeyChoice {}

    /** No choice by the user. */
    static KeyChoice onlyOne() {
        return new OnlyOne();
    }

    /** The user's choice by the certificate's serial number in hexadecimal digits. */
    static KeyChoice bySerial(String serial) {
        return new BySerial(serial);
    }

    /**
     * Finds the chosen one.
     *
     * @param source the file, token or store, for the error
     * @param owners the certificates of the keys that can sign, at least one
     * @return its position in {@code owners}
     * @throws SignerException {@link Problem.SeveralKeys}, {@link Problem.KeyNotFound}
     */
    default int among(String source, List<X509Certificate> owners) throws SignerException {
        boolean named = this instanceof BySerial;
        if (!named && owners.size() == 1) {
            return 0;
        }
        List<Integer> found = IntStream.range(0, owners.size())
                .filter(i -> fits(owners.get(i)))
                .boxed()
                .toList();
        if (named ? !found.isEmpty() : found.size() == 1) {
            return found.getFirst();
        }
        List<Problem.OfferedKey> offered =
                owners.stream().map(KeyChoice::offered).toList();
        throw new SignerException(
                switch (this) {
                    case OnlyOne any -> new Problem.SeveralKeys(source, offered);
                    case BySerial chosen -> new Problem.KeyNotFound(source, chosen.serial(), offered);
                });
    }

    private boolean fits(X509Certificate owner) {
        return switch (this) {
            case OnlyOne any -> CertificateUse.maySignDocuments(owner) && owner.getBasicConstraints() < 0;
            case BySerial named ->
                digits(named.serial()).equals(digits(owner.getSerialNumber().toString(16)));
        };
    }

    private static String digits(String serial) {
        return serial.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s:]", "")
                .replaceFirst("^0x", "")
                .replaceFirst("^0+(?=.)", "");
    }

    /** How a key is told of to the user. */
    static Problem.OfferedKey offered(X509Certificate owner) {
        CertificateIdentity identity = CertificateIdentity.of(owner);
        return new Problem.OfferedKey(identity.serialHex(), identity.nama());
    }
}
