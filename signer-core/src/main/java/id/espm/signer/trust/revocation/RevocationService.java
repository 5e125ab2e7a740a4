package id.espm.signer.trust.revocation;

import id.espm.signer.trust.evidence.NoEvidence;
import java.net.URI;
import java.util.List;

/** One of the two ways to learn whether a certificate is revoked. */
sealed interface RevocationService permits OcspService, CrlService {
    /** Whom to ask, in turn. */
    List<URI> addresses(Question question);

    /** The name under which an answer is kept. */
    String key(URI address, Question question);

    /** Asks over the network and checks the answer. */
    Answer ask(URI address, Question question) throws NoEvidence;

    /** Checks an answer that was kept, as if it had just come. */
    Revocation check(byte[] kept, Question question) throws NoEvidence;

    /** An answer that was checked, and its bytes for the next time. */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    record Answer(Revocation revocation, byte[] content) {}
}
