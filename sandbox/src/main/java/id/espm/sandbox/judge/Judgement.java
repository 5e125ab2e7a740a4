package id.espm.sandbox.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The verdict over a file and everything inside it.
 *
 * @param file name of the file
 * @param overall the worst of all; {@link Overall#UNSIGNED} when anything that should be signed is not
 * @param unsigned documents without any signature
 * @param signatures one by one, a bundle's own first
 */
public record Judgement(String file, Overall overall, List<String> unsigned, List<JudgedSignature> signatures) {

    /** From best to worst. */
    public enum Overall {
        VALID,
        INDETERMINATE,
        UNSIGNED,
        INVALID
    }

    public Judgement {
        unsigned = List.copyOf(unsigned);
        signatures = List.copyOf(signatures);
    }

    static Judgement of(String file, List<String> unsigned, List<JudgedSignature> signatures) {
        return new Judgement(file, overall(unsigned, signatures), unsigned, signatures);
    }

    /** Says of each of a container's signatures whether it covers all content but its own two files. */
    Judgement withCoverage(String prefix, Set<String> content) {
        List<JudgedSignature> judged = signatures.stream()
                .map(s -> s.withCoverage(
                        s.scopes().containsAll(others(s.document().replace(prefix, ""), content))))
                .toList();
        return new Judgement(file, overall, unsigned, judged);
    }

    private static Set<String> others(String signature, Set<String> content) {
        Set<String> others = new HashSet<>(content);
        others.remove(signature);
        others.remove(signature.replace("signature-", "ASiCManifest-").replace(".p7s", ".xml"));
        return others;
    }

    private static Overall overall(List<String> unsigned, List<JudgedSignature> signatures) {
        if (signatures.stream().anyMatch(s -> "TOTAL_FAILED".equals(s.indication()))) {
            return Overall.INVALID;
        }
        if (!unsigned.isEmpty() || signatures.isEmpty()) {
            return Overall.UNSIGNED;
        }
        return signatures.stream().allMatch(JudgedSignature::passed) ? Overall.VALID : Overall.INDETERMINATE;
    }
}
