package id.espm.app.gui.paket;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.sign.CheckedPackage;
import java.util.Set;

/** Whether the rules hold for the package. */
public sealed interface PackageVerdict {

    /** No folder was chosen yet. */
    record Empty() implements PackageVerdict {}

    /** The files are being read. */
    record Checking() implements PackageVerdict {}

    /** These details are missing, or are not what such a detail looks like. */
    record Incomplete(Set<Detail> missing) implements PackageVerdict {
        public Incomplete {
            missing = Set.copyOf(missing);
        }
    }

    /** It must not be signed. */
    record Refused(Failure failure) implements PackageVerdict {}

    /** It may be signed. */
    record Ready(CheckedPackage checked) implements PackageVerdict {}
}
