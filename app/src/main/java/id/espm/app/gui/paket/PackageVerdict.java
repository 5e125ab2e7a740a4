package id.espm.app.gui.paket;

import id.espm.app.gui.look.Failure;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.sign.CheckedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Whether a package may be signed. */
public sealed interface PackageVerdict {

    /** There is nothing in it yet. */
    record Empty() implements PackageVerdict {}

    /** The files are being read. */
    record Checking() implements PackageVerdict {}

    /** So many files were not understood. */
    record Asked(int questions) implements PackageVerdict {}

    /** These details are missing, or are not what such a detail looks like. */
    record Incomplete(Set<Detail> missing) implements PackageVerdict {
        public Incomplete {
            missing = Set.copyOf(missing);
        }
    }

    /** These files are not what they were when they were taken in. */
    record Changed(List<Path> files) implements PackageVerdict {
        public Changed {
            files = List.copyOf(files);
        }
    }

    /** So many differences are not confirmed yet. */
    record Differing(int open) implements PackageVerdict {}

    /** It must not be signed. */
    record Refused(Failure failure) implements PackageVerdict {}

    /** It may be signed. */
    record Ready(CheckedPackage checked) implements PackageVerdict {}
}
