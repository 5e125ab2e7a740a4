package id.espm.signer.key.pkcs12;

import id.espm.signer.SignerException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Whether a certificate is of a key. */
final class KeyMatch {
    /** A signature and its check take about as long as these iterations. */
    private static final Work PROBE = new Work(0, 2_000);

    private static final byte[] DATA = {'e', 's', 'p', 'm'};

    private final PrivateKeyInfo info;
    private final PrivateKey key;
    private final Budget budget;

    KeyMatch(PrivateKeyInfo info, PrivateKey key, Budget budget) {
        this.info = info;
        this.key = key;
        this.budget = budget;
    }

    boolean with(X509Certificate certificate) throws SignerException {
        PublicKey owner = certificate.getPublicKey();
        if (key instanceof RSAKey own) {
            return owner instanceof RSAKey theirs && own.getModulus().equals(theirs.getModulus());
        }
        if (!(owner instanceof ECPublicKey)) {
            return false;
        }
        byte[] point = ownPoint();
        byte[] theirs = SubjectPublicKeyInfo.getInstance(owner.getEncoded())
                .getPublicKeyData()
                .getOctets();
        return point.length == theirs.length ? Arrays.equals(point, theirs) : signsFor(owner);
    }

    /** The public point, which most writers put beside an EC key (RFC 5915); no bytes where it is not there. */
    private byte[] ownPoint() {
        try {
            return Asn1.of(() -> {
                ASN1BitString point =
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getPublicKey();
                return point == null ? new byte[0] : point.getOctets();
            });
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private boolean signsFor(PublicKey owner) throws SignerException {
        budget.require(PROBE);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(DATA);
            byte[] value = signature.sign();
            signature.initVerify(owner);
            signature.update(DATA);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
