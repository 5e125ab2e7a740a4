package id.espm.signer.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Values of SignedData that are made to take long, or much memory: written tag by tag, since no program would write them. */
final class HostileCms {
    private static final int MOST = 18 << 20;
    private static final String SIGNED_DATA = "06092a864886f70d010702";
    private static final String DATA = "06092a864886f70d010701";
    private static final String SHA_256 = "300b0609608648016503040201";

    private final byte[] signed;
    private final Map<String, Maker> makers = new LinkedHashMap<>();

    /** @param signed an enveloping signature at level B-T that holds */
    HostileCms(byte[] signed) {
        this.signed = signed;
        depth();
        lengths();
        numbers();
        makers.put("crossed-certificates.p7m", this::crossed);
    }

    /** Makes one file. */
    interface Maker {
        byte[] make() throws IOException, GeneralSecurityException, OperatorCreationException;
    }

    Map<String, Maker> all() {
        return makers;
    }

    private void depth() {
        makers.put("deep-sequences.p7m", () -> repeat(new byte[] {0x30, (byte) 0x80}, MOST / 2));
        makers.put("deep-content.p7m", () -> opened(repeat(new byte[] {0x24, (byte) 0x80}, MOST / 2)));
        makers.put(
                "deep-set.p7m",
                () -> join(
                        hex("3080" + SIGNED_DATA + "a0803080020101"),
                        repeat(new byte[] {0x31, (byte) 0x80}, MOST / 2)));
        makers.put(
                "deep-certificates.p7m",
                () -> join(opened(hex("0000000000000000a080")), repeat(new byte[] {0x30, (byte) 0x80}, MOST / 2)));
        makers.put(
                "short-pieces.p7m",
                () -> join(
                        opened(hex("2480")), repeat(new byte[] {0x04, 0x01, 0x41}, MOST / 3), hex("0000000000003100")));
        makers.put("deep-definite.p7m", () -> element(0x30, join(hex(SIGNED_DATA), element(0xa0, nested(MOST / 8)))));
    }

    private void lengths() {
        makers.put("giant-oid.p7m", () -> hex("3084600000000684500000002a8648"));
        makers.put(
                "giant-set.p7m",
                () -> hex("308460000000" + SIGNED_DATA + "a084500000003084400000000201013184300000003000"));
        makers.put(
                "giant-integer.p7m",
                () -> hex("308460000000" + SIGNED_DATA + "a084500000003084400000000284180000000102"));
        makers.put(
                "long-integer.p7m",
                () -> element(
                        0x30,
                        join(
                                hex(SIGNED_DATA),
                                element(0xa0, element(0x30, element(0x02, repeat(new byte[] {0x55}, MOST)))))));
        makers.put("most-length.p7m", () -> hex("30847fffffff06847ffffff02a86"));
        makers.put("negative-length.p7m", () -> hex("3084ffffffff06847ffffff02a86"));
    }

    private void numbers() {
        makers.put("20000-certificates.p7m", () -> {
            byte[] one = SignedParts.of(signed).certificates();
            return whole(SHA_256, repeat(one, MOST / one.length), new byte[0]);
        });
        makers.put("90000-certificates.p7m", () -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] one = smallest();
            for (int i = 0; all.size() < MOST; i++) {
                byte[] other = one.clone();
                other[other.length - 1] = (byte) (i >> 16);
                other[other.length - 2] = (byte) (i >> 8);
                other[other.length - 3] = (byte) i;
                all.writeBytes(other);
            }
            return whole(SHA_256, all.toByteArray(), new byte[0]);
        });
        makers.put("10000-signers.p7m", () -> {
            byte[] info = signerInfo();
            return whole(SHA_256, SignedParts.of(signed).certificates(), repeat(info, 10_000));
        });
        makers.put(
                "60-signers.p7m",
                () -> whole(SHA_256, SignedParts.of(signed).certificates(), repeat(signerInfo(), 60)));
        makers.put("100000-signed-attributes.p7m", () -> attributes(0xa0));
        makers.put("100000-unsigned-attributes.p7m", () -> attributes(0xa1));
        makers.put("4000-timestamps.p7m", () -> {
            byte[] info = signerInfo();
            byte[] attribute = timestampAttribute();
            return whole(
                    SHA_256,
                    SignedParts.of(signed).certificates(),
                    element(
                            0x30,
                            join(withoutUnsigned(info), element(0xa1, repeat(attribute, MOST / attribute.length)))));
        });
        makers.put("1000000-digests.p7m", () -> whole(SHA_256.repeat(MOST / 13), new byte[0], signerInfo()));
        makers.put(
                "slow-digest.p7m",
                () -> whole(
                        "300a06082a864886f70d0202",
                        element(0xa0, element(0x04, new byte[MOST])),
                        SignedParts.of(signed).certificates(),
                        signerInfo()));
    }

    /** Thirty authorities of one name and one key, each of which may have issued each. */
    private byte[] crossed() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        List<byte[]> bag = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            bag.add(certificate("CN=Silang", "CN=Silang", pair, pair, i + 2, true));
        }
        KeyPair own = generator.generateKeyPair();
        byte[] leaf = certificate("CN=Silang", "CN=Korban", pair, own, 1, false);
        bag.add(leaf);
        return Crossed.sign(own, leaf, bag);
    }

    private static byte[] certificate(
            String issuer, String subject, KeyPair by, KeyPair of, int serial, boolean authority)
            throws IOException, OperatorCreationException {
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(serial),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(9, ChronoUnit.DAYS)),
                new X500Name(subject),
                SubjectPublicKeyInfo.getInstance(of.getPublic().getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        ContentSigner with = new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate());
        return builder.build(with).getEncoded();
    }

    /** A certificate as short as can be. */
    private static byte[] smallest() throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name("CN=A"),
                BigInteger.valueOf(0x400000),
                Date.from(now),
                Date.from(now.plus(9, ChronoUnit.DAYS)),
                new X500Name("CN=B"),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    private byte[] attributes(int tag) throws IOException, GeneralSecurityException {
        byte[] attribute = hex("300f06032a030431080406000000000000");
        byte[] info = signerInfo();
        byte[] many = element(tag, repeat(attribute, 100_000));
        return whole(
                SHA_256,
                SignedParts.of(signed).certificates(),
                element(
                        0x30,
                        join(
                                withoutUnsigned(info),
                                tag == 0xa1 ? many : new byte[0],
                                tag == 0xa0 ? many : new byte[0])));
    }

    private byte[] signerInfo() throws IOException {
        return SignedParts.of(signed).signerInfo();
    }

    private byte[] timestampAttribute() throws IOException {
        return SignedParts.of(signed).timestampAttribute();
    }

    private byte[] withoutUnsigned(byte[] info) throws IOException {
        return SignedParts.withoutUnsigned(info);
    }

    private static byte[] whole(String digests, byte[] certificates, byte[] signers) {
        return whole(digests, hex("a0050403414243"), certificates, signers);
    }

    private static byte[] whole(String digests, byte[] content, byte[] certificates, byte[] signers) {
        return element(
                0x30,
                join(
                        hex(SIGNED_DATA),
                        element(
                                0xa0,
                                element(
                                        0x30,
                                        join(
                                                hex("020101"),
                                                element(0x31, hex(digests)),
                                                element(0x30, join(hex(DATA), content)),
                                                element(0xa0, certificates),
                                                element(0x31, signers))))));
    }

    /** A SignedData of indefinite lengths up to its content. */
    private static byte[] opened(byte[] content) {
        return join(hex("3080" + SIGNED_DATA + "a0803080020101" + "310d" + SHA_256 + "3080" + DATA + "a080"), content);
    }

    private static byte[] nested(int depth) {
        byte[] reversed = new byte[6 * depth];
        int size = 0;
        for (int i = 0; i < depth && size + 6 < reversed.length; i++) {
            byte[] header = header(0x30, size);
            for (int j = header.length - 1; j >= 0; j--) {
                reversed[size++] = header[j];
            }
        }
        byte[] nested = new byte[size];
        for (int i = 0; i < size; i++) {
            nested[i] = reversed[size - 1 - i];
        }
        return nested;
    }

    static byte[] element(int tag, byte[] content) {
        return join(header(tag, content.length), content);
    }

    private static byte[] header(int tag, int length) {
        return length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : new byte[] {
                    (byte) tag,
                    (byte) 0x84,
                    (byte) (length >> 24),
                    (byte) (length >> 16),
                    (byte) (length >> 8),
                    (byte) length
                };
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static byte[] repeat(byte[] unit, int times) {
        byte[] all = new byte[unit.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(unit, 0, all, i * unit.length, unit.length);
        }
        return all;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
