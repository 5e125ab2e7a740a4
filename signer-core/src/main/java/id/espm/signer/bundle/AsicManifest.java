package id.espm.signer.bundle;

import id.espm.signer.Sha256;
import java.util.List;

/**
 * An ASiCManifest (ETSI EN 319 162-1, A.4): which signature file signs which entries.
 *
 * @param signature the entry of the signature over this manifest
 * @param entries   what it covers
 */
record AsicManifest(String signature, List<Reference> entries) {
    static final String SEAL_MANIFEST = "META-INF/ASiCManifest-segel.xml";
    static final String SEAL_SIGNATURE = "META-INF/signature-segel.p7s";

    AsicManifest {
        entries = List.copyOf(entries);
    }

    /**
     * @param entry     the entry's name
     * @param mediaType of the entry as it stands
     * @param sha256    of the entry as it stands
     */
    record Reference(String entry, String mediaType, Sha256 sha256) {}

    /** The manifest entry of an official's signature over the contents list; officials count from 1. */
    static String packageManifest(int official) {
        return "META-INF/ASiCManifest-paket-%02d.xml".formatted(official);
    }

    /** The signature entry of an official's signature over the contents list. */
    static String packageSignature(int official) {
        return "META-INF/signature-paket-%02d.p7s".formatted(official);
    }
}
