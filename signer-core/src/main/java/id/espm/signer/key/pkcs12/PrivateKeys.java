package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Private keys from PKCS#8 (RFC 5958) to keys of the platform. */
final class PrivateKeys {
    /** What the platform computes with. */
    private static final int MAX_RSA_BITS = 16_384;

    private static final int MIN_RSA_BITS = 512;

    /** What the platform signs with; it knows the names of more. */
    private static final Set<String> CURVES = Set.of("secp256r1", "secp384r1", "secp521r1");

    private PrivateKeys() {}

    /** Reads a PrivateKeyInfo. */
    static PrivateKeyInfo read(byte[] encoded) throws IOException {
        return Asn1.of(() -> PrivateKeyInfo.getInstance(Asn1.first(encoded)));
    }

    /**
     * The key of the platform.
     *
     * @param algorithm what the certificate says that the key is for; an RSA key may be for RSASSA-PSS alone
     * @throws NoSuchAlgorithmException with the name of the algorithm, which cannot sign here
     * @throws IOException              if the key is broken
     */
    static PrivateKey of(PrivateKeyInfo info, AlgorithmIdentifier algorithm)
            throws IOException, NoSuchAlgorithmException {
        String name = factoryName(algorithm.getAlgorithm());
        if (!name.equals("EC")) {
            requireSound(rsa(info));
        }
        byte[] encoded = Asn1.of(() -> new PrivateKeyInfo(algorithm, info.parsePrivateKey()).getEncoded("DER"));
        try {
            PrivateKey key = KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            if (key instanceof ECKey ec && !CURVES.contains(platformName(ec))) {
                throw new NoSuchAlgorithmException(curveName(algorithm));
            }
            return key;
        } catch (InvalidKeySpecException e) {
            if (name.equals("EC")) {
                throw new NoSuchAlgorithmException(curveName(algorithm), e);
            }
            throw new IOException(e);
        }
    }

    /** Whether the key is for RSA, in whichever of its schemes. */
    static boolean isRsa(ASN1ObjectIdentifier algorithm) {
        return PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)
                || PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm);
    }

    private static String factoryName(ASN1ObjectIdentifier algorithm) throws NoSuchAlgorithmException {
        if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm)) {
            return "RSA";
        }
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm)) {
            return "RSASSA-PSS";
        }
        if (X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm)) {
            return "EC";
        }
        throw new NoSuchAlgorithmException(AlgorithmNames.of(algorithm));
    }

    private static RSAPrivateKey rsa(PrivateKeyInfo info) throws IOException {
        return Asn1.of(() -> RSAPrivateKey.getInstance(info.parsePrivateKey()));
    }

    /** Numbers longer than the modulus would be computed with for hours. */
    private static void requireSound(RSAPrivateKey key) throws IOException, NoSuchAlgorithmException {
        int bits = key.getModulus().bitLength();
        boolean sound = Stream.of(
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrime1(),
                        key.getPrime2(),
                        key.getExponent1(),
                        key.getExponent2(),
                        key.getCoefficient())
                .allMatch(n -> n.signum() >= 0 && n.bitLength() <= bits);
        if (!sound || key.getModulus().signum() <= 0 || key.getPrivateExponent().equals(BigInteger.ZERO)) {
            throw new IOException("not the numbers of an RSA key");
        }
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
            throw new NoSuchAlgorithmException("RSA-" + bits);
        }
    }

    private static String platformName(ECKey key) throws NoSuchAlgorithmException {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(key.getParams());
            return parameters.getParameterSpec(ECGenParameterSpec.class).getName();
        } catch (InvalidParameterSpecException e) {
            return "";
        }
    }

    private static String curveName(AlgorithmIdentifier algorithm) {
        if (algorithm.getParameters() instanceof ASN1ObjectIdentifier curve) {
            String name = ECNamedCurveTable.getName(curve);
            return "EC " + (name == null ? curve.getId() : name);
        }
        return "EC";
    }
}
