package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.key.SignatureScheme;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Algorithm identifiers as RFC 5754, RFC 4056 and RFC 5753 want them in CMS. */
final class Algorithms {
    private Algorithms() {}

    /** A hash, without parameters (RFC 5754 §2). */
    static AlgorithmIdentifier digest(DigestAlgorithm digest) {
        return new AlgorithmIdentifier(digestOid(digest));
    }

    static ASN1ObjectIdentifier digestOid(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }

    static AlgorithmIdentifier signature(SignatureScheme scheme, DigestAlgorithm digest) {
        return switch (scheme) {
            case RSA_PKCS1 -> new AlgorithmIdentifier(rsaOid(digest), DERNull.INSTANCE);
            case ECDSA -> new AlgorithmIdentifier(ecdsaOid(digest));
            case RSA_PSS -> new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, pss(digest));
        };
    }

    private static ASN1ObjectIdentifier rsaOid(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> PKCSObjectIdentifiers.sha256WithRSAEncryption;
            case SHA384 -> PKCSObjectIdentifiers.sha384WithRSAEncryption;
            case SHA512 -> PKCSObjectIdentifiers.sha512WithRSAEncryption;
        };
    }

    private static ASN1ObjectIdentifier ecdsaOid(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> X9ObjectIdentifiers.ecdsa_with_SHA256;
            case SHA384 -> X9ObjectIdentifiers.ecdsa_with_SHA384;
            case SHA512 -> X9ObjectIdentifiers.ecdsa_with_SHA512;
        };
    }

    private static RSASSAPSSparams pss(DigestAlgorithm digest) {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(digestOid(digest), DERNull.INSTANCE);
        return new RSASSAPSSparams(
                hash,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                new ASN1Integer(digest.newDigest().getDigestLength()),
                RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
    }
}
