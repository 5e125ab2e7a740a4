package id.espm.signer.sign;

import id.espm.signer.CheckedFile;
import id.espm.signer.SignerRole;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.Signatories;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * A bundle that holds and that the official may sign: what is signed must still be exactly this.
 *
 * @param request  what was asked for
 * @param file     the bundle as it was
 * @param contents its contents list
 * @param role     as what the official signs
 * @param before   who signed it before
 * @param brought  the certificates that they brought along
 */
public record CheckedBundle(
        CosignRequest request,
        CheckedFile file,
        ContentsList contents,
        SignerRole role,
        Signatories before,
        Set<X509Certificate> brought) {

    public CheckedBundle {
        brought = Set.copyOf(brought);
    }
}
