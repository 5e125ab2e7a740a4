package id.espm.signer.asic;

import id.espm.signer.Sha256;
import java.util.List;

/**
 * An ASiCManifest (ETSI EN 319 162-1, A.4): which signature file signs which entries.
 *
 * @param signature the entry of the signature over this manifest
 * @param entries   what it covers
 */
public record AsicManifest(String signature, List<Reference> entries) {
    /** Keeps a copy of the list. */
    public AsicManifest {
        entries = List.copyOf(entries);
    }

    /**
     * One entry that a manifest covers.
     *
     * @param entry     the entry's name
     * @param mediaType of the entry as it stands
     * @param sha256    of the entry as it stands
     */
    public record Reference(String entry, String mediaType, Sha256 sha256) {}
}
