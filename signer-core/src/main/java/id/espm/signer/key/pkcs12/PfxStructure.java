package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/**
 * A PFX (RFC 7292 §4) read as far as it goes without the passphrase.
 *
 * @param content   what the MAC is over
 * @param integrity the MAC, where there is one
 * @param safes     the encrypted safes
 * @param bags      what stands in the clear ones
 */
record PfxStructure(Octets content, Optional<Integrity> integrity, List<Locked> safes, Bags bags) {

    /**
     * Reads a file's bytes.
     *
     * @throws NoSuchAlgorithmException with the name of a MAC or of an agreement by public keys that is not known here
     * @throws IOException              if the structure is broken
     */
    static PfxStructure read(byte[] encoded) throws IOException, NoSuchAlgorithmException {
        Pfx pfx = Asn1.of(() -> Pfx.getInstance(Asn1.first(encoded)));
        ContentInfo authSafe = pfx.getAuthSafe();
        if (!PKCSObjectIdentifiers.data.equals(authSafe.getContentType())) {
            throw new NoSuchAlgorithmException(AlgorithmNames.of(authSafe.getContentType()));
        }
        byte[] content = octets(authSafe);
        List<Locked> safes = new ArrayList<>();
        Bags bags = new Bags();
        for (ASN1Encodable element : Asn1.of(() -> ASN1Sequence.getInstance(Asn1.first(content)))) {
            ContentInfo safe = Asn1.of(() -> ContentInfo.getInstance(element));
            if (PKCSObjectIdentifiers.data.equals(safe.getContentType())) {
                bags.merge(Bags.read(octets(safe)));
            } else if (PKCSObjectIdentifiers.encryptedData.equals(safe.getContentType())) {
                safes.add(encrypted(safe));
            } else {
                String name = AlgorithmNames.of(safe.getContentType());
                safes.add(new Locked(Optional.empty(), name, Octets.of(new byte[0]), Optional.empty()));
            }
        }
        MacData mac = pfx.getMacData();
        Optional<Integrity> integrity = mac == null ? Optional.empty() : Optional.of(Integrity.of(mac));
        return new PfxStructure(Octets.of(content), integrity, List.copyOf(safes), bags);
    }

    private static byte[] octets(ContentInfo info) throws IOException {
        return Asn1.of(() -> ASN1OctetString.getInstance(info.getContent()).getOctets());
    }

    private static Locked encrypted(ContentInfo safe) throws IOException {
        EncryptedData data = Asn1.of(() -> EncryptedData.getInstance(safe.getContent()));
        byte[] encrypted = Asn1.of(() -> data.getContent().getOctets());
        return Locked.of(data.getEncryptionAlgorithm(), Octets.of(encrypted), Optional.empty());
    }

    /** What it costs to try one passphrase on everything that is seen without it. */
    Work work() {
        Work work = integrity.map(Integrity::work).orElse(Work.NONE);
        for (Locked safe : safes) {
            work = work.plus(safe.work());
        }
        for (Locked key : bags.lockedKeys()) {
            work = work.plus(key.work());
        }
        return work;
    }
}
