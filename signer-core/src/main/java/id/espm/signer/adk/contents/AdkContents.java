package id.espm.signer.adk.contents;

import id.espm.signer.AdkGap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What could be learned of an ADK.
 *
 * @param kind what kind of file it is
 * @param spm  the SPM that it holds, in the order of its table; one that stands there twice is here twice
 * @param gap  why no more is known; empty where all was read
 */
public record AdkContents(AdkKind kind, List<AdkSpm> spm, Optional<AdkGap> gap) {
    /** Keeps a copy of the list. */
    public AdkContents {
        spm = List.copyOf(spm);
    }

    static AdkContents unknown(AdkKind kind, AdkGap gap) {
        return new AdkContents(kind, List.of(), Optional.of(gap));
    }

    /** Whether the SPM in it are known, all of them. */
    public boolean isRead() {
        return gap.isEmpty();
    }

    /** The SPM that stand in it more than once. */
    public List<AdkSpm.Key> repeated() {
        Set<AdkSpm.Key> seen = new HashSet<>();
        return spm.stream()
                .map(AdkSpm::key)
                .filter(key -> !seen.add(key))
                .distinct()
                .toList();
    }
}
