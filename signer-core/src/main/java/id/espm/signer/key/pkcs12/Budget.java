package id.espm.signer.key.pkcs12;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Path;

/** The work that may be spent on one file: summed up before it is done, so that a file cannot stop the program. */
final class Budget {
    /**
     * About 2 s with SHA-256 on a machine of today, 5 s on a slow one. Firefox, the costliest of the usual writers, asks
     * for 600,000 iterations each for the MAC, the certificates and the key.
     */
    private static final long LIMIT = 4_000_000;

    private final Path file;
    private Work required = Work.NONE;
    private long spentOnRetries;

    Budget(Path file) {
        this.file = file;
    }

    /**
     * Sets work aside that the file cannot be read without.
     *
     * @throws SignerException {@link Problem.KeyFileTooCostly}
     */
    void require(Work work) throws SignerException {
        required = required.plus(work);
        if (required.units() + spentOnRetries > LIMIT) {
            throw new SignerException(new Problem.KeyFileTooCostly(file, required.iterations()));
        }
    }

    /** Takes work for another encoding of the passphrase from what is left, if it suffices. */
    boolean allowsRetry(Work work) {
        if (required.units() + spentOnRetries + work.units() > LIMIT) {
            return false;
        }
        spentOnRetries += work.units();
        return true;
    }
}
