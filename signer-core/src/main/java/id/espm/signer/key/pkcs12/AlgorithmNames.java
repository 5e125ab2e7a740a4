package id.espm.signer.key.pkcs12;

import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Names for algorithms that a file may ask for and that cannot be had here. */
final class AlgorithmNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.3.101.110", "X25519"),
            Map.entry("1.3.101.111", "X448"),
            Map.entry("1.3.101.112", "Ed25519"),
            Map.entry("1.3.101.113", "Ed448"),
            Map.entry("1.2.840.10040.4.1", "DSA"),
            Map.entry("1.2.840.113549.1.3.1", "DH"),
            Map.entry("1.2.840.10046.2.1", "DH"),
            Map.entry("1.2.643.2.2.19", "GOST R 34.10-2001"),
            Map.entry("1.2.643.7.1.1.1.1", "GOST R 34.10-2012 (256)"),
            Map.entry("1.2.643.7.1.1.1.2", "GOST R 34.10-2012 (512)"),
            Map.entry("1.2.643.2.2.9", "GOST R 34.11-94"),
            Map.entry("1.2.643.7.1.1.2.2", "GOST R 34.11-2012 (256)"),
            Map.entry("1.2.643.7.1.1.2.3", "GOST R 34.11-2012 (512)"),
            Map.entry("1.2.643.7.1.1.4.1", "HMAC GOST R 34.11-2012 (256)"),
            Map.entry("1.2.643.7.1.1.4.2", "HMAC GOST R 34.11-2012 (512)"),
            Map.entry("1.2.643.2.2.21", "GOST 28147-89"),
            Map.entry("2.16.840.1.101.3.4.4.1", "ML-KEM-512"),
            Map.entry("2.16.840.1.101.3.4.4.2", "ML-KEM-768"),
            Map.entry("2.16.840.1.101.3.4.4.3", "ML-KEM-1024"),
            Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
            Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
            Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
            Map.entry("1.3.6.1.4.1.1722.12.2.2.8", "BLAKE2s256"),
            Map.entry("2.16.840.1.101.3.4.1.6", "AES-128-GCM"),
            Map.entry("2.16.840.1.101.3.4.1.26", "AES-192-GCM"),
            Map.entry("2.16.840.1.101.3.4.1.46", "AES-256-GCM"),
            Map.entry("1.2.840.113549.3.9", "RC5"),
            Map.entry("1.2.840.113549.1.7.2", "SignedData"),
            Map.entry("1.2.840.113549.1.7.3", "EnvelopedData"));

    private AlgorithmNames() {}

    /** The name, or the identifier itself where none is known. */
    static String of(ASN1ObjectIdentifier oid) {
        return NAMES.getOrDefault(oid.getId(), oid.getId());
    }
}
