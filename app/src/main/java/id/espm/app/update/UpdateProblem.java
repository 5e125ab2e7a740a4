package id.espm.app.update;

import java.net.URI;
import java.time.Instant;

/** Why it cannot be told whether there is a newer version, one record per case; each is refused by its own name (ADR-0022). */
public sealed interface UpdateProblem {

    /** Neither the program nor the profile names an address. */
    record AddressMissing() implements UpdateProblem {}

    /** Neither the program nor the profile says whose signature counts. */
    record KeyMissing() implements UpdateProblem {}

    /** The address is none of HTTPS, or says more than where the file is. Nobody was asked. */
    record AddressUnusable(URI address) implements UpdateProblem {}

    /**
     * No answer came.
     *
     * @param detail for those who look after the network; may be empty
     */
    record Unreachable(String host, Obstacle obstacle, String detail) implements UpdateProblem {
        /** What stood between. */
        public enum Obstacle {
            NO_ANSWER,
            TOO_SLOW,
            /** The proxy asks for a login that it does not get. */
            PROXY_LOGIN,
            /** By which proxy the host is reached cannot be told. */
            PROXY_UNKNOWN
        }
    }

    /** The server sent us elsewhere. */
    record Redirected(String host, int status) implements UpdateProblem {}

    /** The server has no such file, or fails. */
    record RefusedByServer(String host, int status) implements UpdateProblem {}

    /** The answer is longer than a release file may be, in bytes. */
    record TooLarge(String host, int limit) implements UpdateProblem {}

    /** The answer is not signed: something else stands at the address. */
    record NotSigned() implements UpdateProblem {}

    /** What was signed is not what stands there, or the signature cannot be relied on. */
    record SignatureInvalid(String detail) implements UpdateProblem {}

    /**
     * The signature holds, but is by a key that does not count.
     *
     * @param pin names that key
     */
    record KeyUnknown(String pin) implements UpdateProblem {}

    /**
     * What was signed is no release file of this program, or one of a form that it does not know.
     *
     * @param where the key that is wrong or missing, or the place in the text
     */
    record NotARelease(String where) implements UpdateProblem {}

    /** The file says nothing any more. */
    record Expired(Instant since) implements UpdateProblem {}

    /** By the clock of this computer the file was not signed yet. */
    record NotYetIssued(Instant issued) implements UpdateProblem {}

    /** A later file was accepted before: somebody holds back the news. */
    record RolledBack(Instant issued, Instant seen) implements UpdateProblem {}
}
