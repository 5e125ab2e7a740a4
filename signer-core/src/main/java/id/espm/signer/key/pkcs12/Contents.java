package id.espm.signer.key.pkcs12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** What one passphrase brought out of a file, and what it did not. */
final class Contents {
    private final Bags bags = new Bags();
    private final List<String> unsupported = new ArrayList<>();
    private int locked;

    Bags bags() {
        return bags;
    }

    void addKey(PrivateKeyInfo info, Optional<Octets> localKeyId) {
        bags.keys().add(new Bags.KeyBag(info, localKeyId));
    }

    void addUnsupported(String algorithm) {
        unsupported.add(algorithm);
    }

    /** The names of protections that are not known here. */
    List<String> unsupported() {
        return unsupported;
    }

    void setLocked(int count) {
        locked = count;
    }

    /** How many pieces this passphrase does not decrypt although it is the file's. */
    int locked() {
        return locked;
    }
}
