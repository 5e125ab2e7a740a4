package id.espm.sandbox;

import id.espm.sandbox.ca.IssuedKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An official of the practice folder, with a certificate and what eSPM knows of the person (PER-10/PB/2018, Lampiran
 * 7.3: satker and jabatan are not in the certificate).
 *
 * @param name jabatan, or what is wrong with the certificate: PPSPM, …, EXPIRED
 * @param fullName the certificate's CN
 * @param nik 16 digits, invented
 * @param p12 the {@code .p12} file
 * @param passphraseFile the file that holds its passphrase and nothing else
 * @param serial serial number of the certificate
 * @param satker six digits
 * @param kppn three digits
 * @param email official mail address, invented
 */
public record PracticeOfficial(
        String name,
        String fullName,
        String nik,
        Path p12,
        Path passphraseFile,
        BigInteger serial,
        String satker,
        String kppn,
        String email) {

    /** The passphrase; wiping it is the caller's part. */
    public char[] passphrase() throws IOException {
        return Files.readString(passphraseFile, StandardCharsets.US_ASCII)
                .strip()
                .toCharArray();
    }

    /**
     * Opens the {@code .p12} file.
     *
     * @throws IOException if it is missing or damaged, or the passphrase is not its own
     */
    public IssuedKey key() throws IOException {
        char[] passphrase = passphrase();
        try {
            return OfficialFiles.open(p12, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
