package id.espm.signer.asic;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import java.util.List;
import java.util.Optional;

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
     * @param uri       the name as it is written, which some programs do not percent-encode
     * @param mediaType of the entry as it stands
     * @param method    the address of the hash function (RFC 9231)
     * @param digest    of the entry as it stands, in lower-case hexadecimal digits
     */
    public record Reference(String entry, String uri, String mediaType, String method, String digest) {
        private static final String XMLENC = "http://www.w3.org/2001/04/xmlenc#";
        private static final String SHA_256 = XMLENC + "sha256";
        private static final String SHA_384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
        private static final String SHA_512 = XMLENC + "sha512";

        /** A reference by SHA-256. */
        public static Reference of(String entry, String mediaType, Sha256 sha256) {
            return new Reference(entry, entry, mediaType, SHA_256, sha256.hex());
        }

        /** The hash function, where it is one that is relied on. */
        public Optional<DigestAlgorithm> algorithm() {
            return switch (method) {
                case SHA_256 -> Optional.of(DigestAlgorithm.SHA256);
                case SHA_384 -> Optional.of(DigestAlgorithm.SHA384);
                case SHA_512 -> Optional.of(DigestAlgorithm.SHA512);
                default -> Optional.empty();
            };
        }
    }
}
