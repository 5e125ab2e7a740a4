package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.util.ArrayList;
import java.util.List;

/** Everybody who signs in the benchmarks. */
final class Contenders {
    private static final String OPEN_PDF = "id.espm.signer.benchmarks.OpenPdfStamper";

    private Contenders() {}

    /** Contenders whose library may be missing. */
    interface MayBeMissing {
        List<Contender> contenders(BenchSigner signer);
    }

    /** In the order of the table's rows. */
    static List<Contender> all(BenchSigner signer) {
        List<Contender> all = new ArrayList<>(Limit.contenders(signer));
        all.addAll(Ours.contenders(signer));
        all.addAll(PdfBoxExample.contenders(signer));
        all.addAll(openPdf(signer));
        all.addAll(DssServices.contenders(signer));
        all.addAll(BouncyCastleCms.contenders(signer));
        return List.copyOf(all);
    }

    static List<Contender> of(Kind kind, List<Contender> contenders) {
        return contenders.stream().filter(c -> c.kind() == kind).toList();
    }

    /** Compiled in the profile {@code bench} alone, which brings the library. */
    private static List<Contender> openPdf(BenchSigner signer) {
        try {
            MayBeMissing found = (MayBeMissing)
                    Class.forName(OPEN_PDF).getDeclaredConstructor().newInstance();
            return found.contenders(signer);
        } catch (ReflectiveOperationException | LinkageError e) {
            return List.of();
        }
    }
}
