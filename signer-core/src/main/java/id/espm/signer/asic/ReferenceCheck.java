package id.espm.signer.asic;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.asic.container.Container;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what manifests say of entries with the entries; each is read once for each hash function. */
final class ReferenceCheck {
    private final Container container;
    private final Map<String, String> hashes = new HashMap<>();

    ReferenceCheck(Container container) {
        this.container = container;
    }

    /**
     * What a manifest covers.
     *
     * @param covered entries that are there, whether or not they are as they were
     * @param wrong   entries that are missing or were changed
     * @param weak    entries under a hash that is not relied on
     */
    record Coverage(Set<String> covered, List<Finding> wrong, List<Finding> weak) {
        Coverage {
            covered = Set.copyOf(covered);
            wrong = List.copyOf(wrong);
            weak = List.copyOf(weak);
        }
    }

    Coverage check(AsicManifest manifest) throws IOException {
        Set<String> covered = new HashSet<>();
        List<Finding> wrong = new ArrayList<>();
        List<Finding> weak = new ArrayList<>();
        for (AsicManifest.Reference reference : manifest.entries()) {
            Optional<String> entry = find(reference);
            entry.ifPresent(covered::add);
            if (entry.isEmpty()) {
                wrong.add(new Finding(Kind.ENTRY_MISSING, reference.entry()));
            } else if (reference.algorithm().isEmpty()) {
                weak.add(new Finding(
                        Kind.CRYPTO_CONSTRAINTS_FAILURE_NO_POE, entry.get() + ": " + shortName(reference.method())));
            } else if (!hash(entry.get(), reference.algorithm().get()).equals(reference.digest())) {
                wrong.add(new Finding(Kind.HASH_FAILURE, entry.get()));
            }
        }
        return new Coverage(covered, wrong, weak);
    }

    /** The entry by its decoded name, by its name as written, or by its content where ZIP lost the name to a code page. */
    private Optional<String> find(AsicManifest.Reference reference) throws IOException {
        for (String name : List.of(reference.entry(), reference.uri())) {
            if (container.names().contains(name) && !container.isDirectory(name)) {
                return Optional.of(name);
            }
        }
        if (reference.algorithm().isPresent()) {
            for (String name : container.names()) {
                if (container.isNameUnclear(name)
                        && hash(name, reference.algorithm().get()).equals(reference.digest())) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private String hash(String entry, DigestAlgorithm algorithm) throws IOException {
        String key = algorithm + entry;
        String known = hashes.get(key);
        if (known != null) {
            return known;
        }
        String hash = container.hash(entry, algorithm);
        hashes.put(key, hash);
        return hash;
    }

    private static String shortName(String method) {
        return method.substring(method.lastIndexOf('#') + 1);
    }
}
