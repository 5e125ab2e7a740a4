package id.espm.app.gui.paket;

import id.espm.signer.Difference;
import id.espm.signer.sign.CheckedPackage;
import java.util.List;
import java.util.UUID;

/**
 * A package that may be signed.
 *
 * @param draft       from which it was read
 * @param checked     what is signed
 * @param differences that were confirmed once
 */
public record ReadyPackage(UUID draft, CheckedPackage checked, List<Difference> differences) {
    public ReadyPackage {
        differences = List.copyOf(differences);
    }
}
