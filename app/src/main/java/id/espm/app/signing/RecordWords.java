package id.espm.app.signing;

import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.sign.CheckedPackage;
import java.util.List;
import java.util.function.Function;

/**
 * How the history tells things, whatever language the user reads: always in Indonesian, so that its entries are of one kind.
 *
 * @param difference a difference as a sentence
 */
public record RecordWords(Function<Difference, String> difference) {
    /** The differences of a package that were accepted, each as a sentence. */
    List<String> accepted(CheckedPackage checked) {
        return checked.cautions().stream()
                .filter(Caution.DifferenceAccepted.class::isInstance)
                .map(caution -> difference.apply(((Caution.DifferenceAccepted) caution).difference()))
                .toList();
    }
}
